import { expandForEach } from '../../../src/guardrails/engine/expand-for-each';

const TRANSFORM = 'AWS::LanguageExtensions';

/** Expands a template with loops in its resources. */
function expand(resources: object, rest: object = {}) {
  const { body, notJudged, origins } = expandForEach({ Transform: TRANSFORM, Resources: resources, ...rest });
  return {
    body: body as any,
    resources: (body as any).Resources,
    notJudged: Object.fromEntries(notJudged.map(({ location, reason }) => [location, reason])),
    origins,
  };
}

const topic = (name: unknown) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName: name } });

describe('a loop over values of the template', () => {
  test('makes one of everything for each value, and leaves nothing of itself', () => {
    const { resources, notJudged, origins } = expand({
      'Fn::ForEach::Topics': ['Name', ['A', 'B'], { 'Topic${Name}': topic({ Ref: 'Name' }), 'Alias${Name}': topic('x') }],
      'Plain': topic('plain'),
    });
    expect(resources).toEqual({ Plain: topic('plain'), TopicA: topic('A'), TopicB: topic('B'), AliasA: topic('x'), AliasB: topic('x') });
    expect(notJudged).toEqual({});
    expect(origins.get('Resources.TopicB')).toBe('Resources.Fn::ForEach::Topics.2.Topic${Name}');
  });

  test('puts the value wherever the identifier is written', () => {
    const { resources } = expand({
      'Fn::ForEach::L': ['X', ['a.b'], {
        'R&{X}': {
          Type: 'T',
          DependsOn: ['D&{X}'],
          Properties: {
            ref: { Ref: 'X' },
            sub: { 'Fn::Sub': 'x-${X}' },
            open: { 'Fn::Sub': '${X}-${AWS::Region}-${!X}' },
            text: '${X} and &{X}',
            attribute: { 'Fn::GetAtt': [{ 'Fn::Sub': 'Q${X}' }, 'Arn'] },
            reference: { Ref: { 'Fn::Sub': 'Q${X}' } },
            another: { Ref: 'Y' },
            named: { Value: 'X' },
            found: { 'Fn::FindInMap': ['M', { Ref: 'X' }, 'K'] },
            nested: { '${X}Key': [{ deep: '${X}' }, 1, true, null] },
          },
        },
      }],
    });
    expect(resources).toEqual({
      Rab: {
        Type: 'T',
        DependsOn: ['Dab'],
        Properties: {
          ref: 'a.b',
          sub: 'x-a.b',
          open: { 'Fn::Sub': 'a.b-${AWS::Region}-${!X}' },
          text: 'a.b and ab',
          attribute: { 'Fn::GetAtt': ['Qa.b', 'Arn'] },
          reference: { Ref: 'Qa.b' },
          another: { Ref: 'Y' },
          named: { Value: 'X' },
          found: { 'Fn::FindInMap': ['M', 'a.b', 'K'] },
          nested: { 'a.bKey': [{ deep: 'a.b' }, 1, true, null] },
        },
      },
    });
  });

  test('may stand in conditions, outputs and properties', () => {
    const { body, origins } = expand(
      { Bucket: { Type: 'T', Properties: { 'Own': 1, 'Fn::ForEach::P': ['P', ['x', 'y'], { 'Block${P}': true }] } } },
      {
        Conditions: { 'Fn::ForEach::C': ['C', ['A'], { 'Is${C}': { 'Fn::Equals': [{ Ref: 'P' }, '${C}'] } }] },
        Outputs: { 'Fn::ForEach::O': ['O', ['A'], { 'Out${O}': { Value: { Ref: 'O' } } }] },
      },
    );
    expect(body.Resources.Bucket.Properties).toEqual({ Own: 1, Blockx: true, Blocky: true });
    expect(body.Conditions).toEqual({ IsA: { 'Fn::Equals': [{ Ref: 'P' }, 'A'] } });
    expect(body.Outputs).toEqual({ OutA: { Value: 'A' } });
    expect(origins.get('Resources.Bucket.Properties.Blocky')).toBe('Resources.Bucket.Properties.Fn::ForEach::P.2.Block${P}');
  });

  test('may stand in another, and go over what the outer value leads to', () => {
    const { resources, notJudged, origins } = expand(
      {
        'Fn::ForEach::Outer': ['O', ['A', 'B'], {
          'Acl${O}': topic('${O}'),
          'Fn::ForEach::Inner': ['I', { 'Fn::FindInMap': ['M', { Ref: 'O' }, 'List'] }, { 'Subnet${O}${I}': topic('${O}${I}') }],
        }],
      },
      { Mappings: { M: { A: { List: ['1', '2'] }, B: { List: ['3'] } } } },
    );
    expect(Object.keys(resources).sort()).toEqual(['AclA', 'AclB', 'SubnetA1', 'SubnetA2', 'SubnetB3']);
    expect(resources.SubnetB3).toEqual(topic('B3'));
    expect(notJudged).toEqual({});
    expect(origins.get('Resources.SubnetA2')).toBe('Resources.Fn::ForEach::Outer.2.Fn::ForEach::Inner.2.Subnet${O}${I}');
  });

  test('goes over the default of a lookup that finds nothing', () => {
    const { resources } = expand({ 'Fn::ForEach::L': ['X', { 'Fn::FindInMap': ['M', 'a', 'b', { DefaultValue: ['Z'] }] }, { '${X}': topic('t') }] });
    expect(Object.keys(resources)).toEqual(['Z']);
  });

  test('takes a value that is given twice once', () => {
    expect(Object.keys(expand({ 'Fn::ForEach::L': ['X', ['A', 'A', 1], { 'R${X}': topic('t') }] }).resources)).toEqual(['RA', 'R1']);
  });
});

describe('a loop over a parameter', () => {
  const loop = { 'Fn::ForEach::L': ['X', { Ref: 'List' }, { 'R${X}': topic('t') }] };
  const other = 'expanded with the default of the parameter List: what other values make is not judged';

  test.each<[string, object, string[]]>([
    ['a list of texts', { Type: 'CommaDelimitedList', Default: 'A, B ,C' }, ['RA', 'RB', 'RC']],
    ['a list of numbers', { Type: 'List<Number>', Default: '1,2' }, ['R1', 'R2']],
    ['one number', { Type: 'CommaDelimitedList', Default: 7 }, ['R7']],
    ['nothing', { Type: 'CommaDelimitedList', Default: '' }, []],
  ])('takes its default, %s, and says so', (_, parameter, ids) => {
    const { resources, notJudged } = expand(loop, { Parameters: { List: parameter } });
    expect(Object.keys(resources)).toEqual(ids);
    expect(notJudged).toEqual({ 'Resources.Fn::ForEach::L': other });
  });

  test.each<[string, object]>([
    ['without a default', { Type: 'CommaDelimitedList' }],
    ['that is no list', { Type: 'String', Default: 'A,B' }],
    ['read from Parameter Store', { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/path' }],
  ])('%s is named', (_, parameter) => {
    const { resources, notJudged } = expand(loop, { Parameters: { List: parameter } });
    expect(resources).toEqual({});
    expect(notJudged).toEqual({ 'Resources.Fn::ForEach::L': 'Fn::ForEach is not expanded: its collection is not known before deployment' });
  });
});

describe('a loop that is not expanded', () => {
  test.each<[string, unknown, string]>([
    ['over a value that is not known', ['X', { 'Fn::Split': [',', { Ref: 'P' }] }, { 'R${X}': topic('t') }], 'its collection is not known before deployment'],
    ['with an item that is not known', ['X', ['A', { Ref: 'P' }], { 'R${X}': topic('t') }], 'an item of its collection is not known before deployment'],
    ['whose keys do not name the identifier', ['X', ['A', 'B'], { R: topic('t') }], 'two of its values make the same "R"'],
    ['whose values differ in signs only', ['X', ['A.', 'A-'], { 'R&{X}': topic('t') }], 'two of its values make the same "RA"'],
    ['that makes what exists', ['X', ['A'], { Plai: topic('t'), Plain: topic('t') }], 'it makes "Plain", which exists already'],
    ['without a fragment', ['X', ['A']], 'it is not an identifier, a collection and a fragment'],
    ['that is no list', 'X', 'it is not an identifier, a collection and a fragment'],
    ['over a list that is not in the mapping', ['X', { 'Fn::FindInMap': ['M', 'a', 'b'] }, { 'R${X}': 1 }], 'its collection is not known before deployment'],
    ['over a list under a key that is not known, whatever its default', [
      'X', { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'b', { DefaultValue: ['A'] }] }, { 'R${X}': 1 },
    ], 'its collection is not known before deployment'],
    ['over a list that every object seems to have', ['X', { Ref: 'constructor' }, { 'R${X}': 1 }], 'its collection is not known before deployment'],
  ])('%s is named, and what is written out stays', (_, loop, reason) => {
    const { resources, notJudged } = expand({ 'Fn::ForEach::L': loop, 'Plain': topic('plain') });
    expect(resources).toEqual({ Plain: topic('plain') });
    expect(notJudged).toEqual({ 'Resources.Fn::ForEach::L': `Fn::ForEach is not expanded: ${reason}` });
  });

  test('stands alone in a value, so that nobody takes the other entries for all', () => {
    const loop = ['P', { Ref: 'Unknown' }, { 'Block${P}': true }];
    const { resources, notJudged } = expand({ B: { Type: 'T', Properties: { Name: 'n', Access: { 'Own': 1, 'Fn::ForEach::P': loop } } } });
    expect(resources.B.Properties).toEqual({ Name: 'n', Access: { 'Fn::ForEach::P': loop } });
    expect(Object.keys(notJudged)).toEqual(['Resources.B.Properties.Access.Fn::ForEach::P']);
  });

  test('stands alone in a value, also where a loop around it is expanded', () => {
    const inner = ['Q', { Ref: 'Unknown' }, { 'Block${P}${Q}': true }];
    const { resources } = expand({ B: { Type: 'T', Properties: { Access: { 'Own': 1, 'Fn::ForEach::P': ['P', ['A'], { 'Own${P}': 2, 'Fn::ForEach::Q': inner }] } } } });
    expect(resources.B.Properties.Access).toEqual({ 'Fn::ForEach::Q::A': inner });
  });

  test('leaves the type of a resource and makes its properties unknown', () => {
    const loop = ['P', { Ref: 'Unknown' }, { '${P}': true }];
    const { resources } = expand({ Orders: { 'Type': 'T', 'Properties': { Name: 'n' }, 'Fn::ForEach::P': loop } });
    expect(resources.Orders).toEqual({ Type: 'T', Properties: { 'Fn::ForEach::P': loop } });
  });

  test('inside one that is expanded costs that one nothing but itself', () => {
    const { resources, notJudged } = expand({
      'Fn::ForEach::O': ['O', ['A', 'B'], {
        'Good${O}': topic('t'),
        'Fn::ForEach::I': ['I', { Ref: 'Unknown' }, { 'Bad${O}${I}': topic('t') }],
      }],
    });
    expect(Object.keys(resources)).toEqual(['GoodA', 'GoodB']);
    expect(Object.keys(notJudged)).toEqual(['Resources.Fn::ForEach::O.2.Fn::ForEach::I']);
  });

  test('is another unknown for each value of the loop around', () => {
    const { resources } = expand({
      'Fn::ForEach::O': ['O', ['A', 'B'], { 'R${O}': { Type: 'T', Properties: { 'Fn::ForEach::I': ['I', { Ref: 'Unknown' }, { '${I}${O}': 1 }] } } }],
    });
    expect(Object.keys(resources.RA.Properties)).not.toEqual(Object.keys(resources.RB.Properties));
  });

  test('makes more than any template has: it is given up before that', () => {
    const many = Array.from({ length: 200 }, (_, i) => `v${i}`);
    const inner = { 'Fn::ForEach::C': ['C', many, { 'R${A}x${B}x${C}': topic('t') }] };
    const { resources, notJudged } = expand({ 'Fn::ForEach::A': ['A', many, { 'Fn::ForEach::B': ['B', many, inner] }], 'Plain': topic('t') });
    expect(resources.Plain).toEqual(topic('t'));
    expect(Object.keys(resources).length).toBeLessThan(200_000);
    expect(Object.values(notJudged)).toContain('Fn::ForEach is not expanded: it makes more values than a template can have');
  });

  test('repeats a long text more often than a template can hold', () => {
    const { notJudged } = expand({ 'Fn::ForEach::A': ['A', Array.from({ length: 1_000 }, (_, i) => `v${i}`), { 'R${A}': topic('x'.repeat(100_000)) }] });
    expect(Object.values(notJudged)).toEqual(['Fn::ForEach is not expanded: it makes more values than a template can have']);
  });
});

describe('a template without loops', () => {
  test.each<[string, unknown]>([
    ['with resources', { Resources: { A: topic('t') } }],
    ['with loops in properties that no transform expands', { Resources: { A: { Properties: { 'Fn::ForEach::X': ['X', ['a'], { '${X}': 1 }] } } } }],
    ['that is none', null],
    ['that is a list', [1]],
    ['with sections of wrong types', { Resources: [1], Outputs: 'x', Conditions: null }],
  ])('%s is the very same', (_, body) => {
    expect(expandForEach(body).body).toBe(body);
  });

  test('loops in sections are expanded without the transform too: nothing hides behind a template that would not deploy', () => {
    const { body } = expandForEach({ Resources: { 'Fn::ForEach::L': ['X', ['A'], { '${X}': topic('t') }] } });
    expect(body).toEqual({ Resources: { A: topic('t') } });
    const mixed = expandForEach({ Resources: { 'Plain': topic('p'), 'Fn::ForEach::L': ['X', ['A'], { '${X}': topic('t') }] } });
    expect(mixed.body).toEqual({ Resources: { Plain: topic('p'), A: topic('t') } });
  });

  test.each([[['AWS::Serverless-2016-10-31', TRANSFORM]], [{ Name: TRANSFORM }]])('the transform is found in %j', (transform) => {
    const { body } = expandForEach({ Transform: transform, Resources: { A: { Properties: { 'Fn::ForEach::X': ['X', ['a'], { '${X}': 1 }] } } } });
    expect(body).toMatchObject({ Resources: { A: { Properties: { a: 1 } } } });
  });

  test('the given template is never changed', () => {
    const given = { Transform: TRANSFORM, Resources: { 'Fn::ForEach::L': ['X', ['A'], { '${X}': topic({ Ref: 'X' }) }] } };
    const before = JSON.stringify(given);
    expandForEach(given);
    expect(JSON.stringify(given)).toBe(before);
  });
});
