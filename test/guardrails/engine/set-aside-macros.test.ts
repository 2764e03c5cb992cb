import { setAsideMacros } from '../../../src/guardrails/engine/set-aside-macros';

const include = { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.yaml' } };

function setAside(template: object): { body: any; named: string[]; reasons: string[] } {
  const { body, notJudged } = setAsideMacros(template);
  return { body, named: notJudged.map(({ location }) => location), reasons: notJudged.map(({ reason }) => reason) };
}

describe('macros of the whole template', () => {
  test.each<[unknown, string[]]>([
    ['AWS::LanguageExtensions', []],
    ['AWS::Serverless-2016-10-31', []],
    ['MyMacro', ['MyMacro']],
    [['AWS::LanguageExtensions', 'A', { Name: 'B' }], ['A', 'B']],
    [include, ['AWS::Include']],
    ['AWS::SecretsManager-2020-07-23', ['AWS::SecretsManager-2020-07-23']],
    [[7], ['without a name']],
  ])('of %j are named: %j', (transform, names) => {
    const template = { Transform: transform, Resources: { A: { Type: 'T' } } };
    const { body, named, reasons } = setAside(template);
    expect(body).toBe(template);
    expect(named).toEqual(names.map(() => 'Transform'));
    names.forEach((name, index) => expect(reasons[index]).toContain(`what the macro ${name} makes of the template is not judged`));
  });
});

describe('what CloudFormation expands on its side', () => {
  test('resources of AWS SAM are named one by one, with the defaults that they get', () => {
    const { body, named, reasons } = setAside({
      Transform: 'AWS::Serverless-2016-10-31',
      Globals: { Function: { Timeout: 3 } },
      Resources: { F: { Type: 'AWS::Serverless::Function' }, B: { Type: 'AWS::S3::Bucket' }, A: { Type: 'AWS::Serverless::Api' } },
    });
    expect(named).toEqual(['Resources.F', 'Resources.A']);
    expect(body.Resources.F.Properties).toEqual({ Timeout: 3 });
    expect(reasons[0]).toMatch(/^AWS::Serverless::Function is expanded by AWS SAM, what it becomes is not judged: .*--template-stage Processed$/);
  });

  test('modules are named', () => {
    expect(setAside({ Resources: { M: { Type: 'My::Test::Sample::MODULE' } } }).named).toEqual(['Resources.M']);
  });
});

describe('macros in places', () => {
  test('in a value: the value is the macro alone, for nobody knows its other entries', () => {
    const template = { Resources: { B: { Type: 'T', Properties: { Name: 'n', Policy: { 'Version': '1', 'Fn::Transform': include } } } } };
    const before = JSON.stringify(template);
    const { body, named } = setAside(template);
    expect(body.Resources.B).toEqual({ Type: 'T', Properties: { Name: 'n', Policy: { 'Fn::Transform': include } } });
    expect(named).toEqual(['Resources.B.Properties.Policy.Fn::Transform']);
    expect(JSON.stringify(template)).toBe(before);
  });

  test('in a list: the item is the macro', () => {
    const { body, named } = setAside({ Resources: { B: { Properties: { L: [1, { 'Fn::Transform': include, 'a': 1 }] } } } });
    expect(body.Resources.B.Properties.L).toEqual([1, { 'Fn::Transform': include }]);
    expect(named).toEqual(['Resources.B.Properties.L.1.Fn::Transform']);
  });

  test('in a resource: its type stays, its properties are not known', () => {
    const { body } = setAside({ Resources: { Orders: { 'Type': 'T', 'Fn::Transform': include, 'Properties': { Name: 'n' } } } });
    expect(body.Resources.Orders).toEqual({ Type: 'T', Properties: { 'Fn::Transform': include } });
  });

  test('in a section: the other entries stay', () => {
    const { body, named } = setAside({ Mappings: { 'Fn::Transform': include, 'M': {} }, Resources: { 'Fn::Transform': include, 'B': { Type: 'T' } } });
    expect(body).toEqual({ Mappings: { M: {} }, Resources: { B: { Type: 'T' } } });
    expect(named).toEqual(['Mappings.Fn::Transform', 'Resources.Fn::Transform']);
  });

  test('at the top: named, since it may add any resource', () => {
    expect(setAside({ 'Fn::Transform': include, 'Resources': {} }).named).toEqual(['Fn::Transform']);
  });

  test('with an odd argument: named all the same', () => {
    expect(setAside({ Resources: { B: { Properties: { 'Fn::Transform': null } } } }).reasons[0]).toContain('without a name');
  });
});

test.each<[string, unknown]>([['nothing', null], ['a list', []], ['no sections', {}], ['odd sections', { Resources: [null, 'x'], Outputs: 7 }]])(
  'a template that is %s is left as it is', (_, body) => {
    expect(setAsideMacros(body)).toEqual({ body, notJudged: [] });
    expect(setAsideMacros(body).body).toBe(body);
  });
