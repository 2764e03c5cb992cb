import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { OptionsByRule } from '../../../src/guardrails/engine/evaluate';
import { defineRule } from '../../../src/guardrails/engine/rule';
import type { Rule, RuleDefinition } from '../../../src/guardrails/engine/rule';
import { unknown } from '../../../src/guardrails/engine/unknown';
import { violation } from '../../../src/guardrails/engine/violation';

const METADATA = {
  id: 'test/rule', title: 'T', severity: 'low' as const, resourceTypes: ['A::B::C'], controls: {}, peers: {}, rationale: '', whenNotToUse: '', fix: '', sources: [],
};

function ruleThat(definition: Partial<RuleDefinition<any>>): Rule {
  return defineRule<any>({ ...METADATA, ...definition });
}

/** The property `P`: `good`, `bad`, `none` and `fall` are the four outcomes. */
const BY_PROPERTY = ruleThat({
  check: (resource) => {
    const value = resource.get('P');
    if (value.is('good')) return 'COMPLIANT';
    if (value.is('none')) return 'NOT_APPLICABLE';
    return value.is('fall') ? undefined : violation(value, `P is ${value.text()}`);
  },
});

function verdictOf(properties: object, sections: object = {}, attributes: object = {}, rule = BY_PROPERTY) {
  const body = { ...sections, Resources: { It: { Type: 'A::B::C', Properties: properties, ...attributes } } };
  const { judgements: [judgement], faults } = evaluate(new AppModel([{ file: 't', body }]), [rule]);
  expect(faults).toEqual([]);
  const { verdict, violations, unknown: gap } = judgement;
  return { verdict, messages: violations.map(({ message }) => message), why: gap?.why };
}

const OPEN = { Parameters: { X: { Type: 'String' } } };
const eitherOr = (a: unknown, b: unknown) => ({ 'Fn::If': ['C', a, b] });
const CONDITION = { ...OPEN, Conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, 'a'] }, Never: { 'Fn::Equals': ['a', 'b'] } } };
const given = (declaration: object) => ({ Parameters: { P: { Type: 'String', ...declaration } } });

describe('the verdict', () => {
  test.each<[string, object, object, string, string[]]>([
    ['of one world is its outcome: COMPLIANT', { P: 'good' }, {}, 'COMPLIANT', []],
    ['of one world is its outcome: NOT_APPLICABLE', { P: 'none' }, {}, 'NOT_APPLICABLE', []],
    ['of one world is its outcome: NON_COMPLIANT', { P: 'bad' }, {}, 'NON_COMPLIANT', ['P is bad']],
    ['of no answer is INSUFFICIENT_DATA', { P: 'fall' }, {}, 'INSUFFICIENT_DATA', []],
    ['of what is not known is INSUFFICIENT_DATA', { P: { Ref: 'X' } }, OPEN, 'INSUFFICIENT_DATA', []],
    ['a violation in one branch counts', { P: eitherOr('good', 'bad') }, CONDITION, 'NON_COMPLIANT', ['P is bad']],
    ['a violation beside what is not known counts', { P: eitherOr({ Ref: 'Y' }, 'bad') }, { ...CONDITION, Parameters: { ...OPEN.Parameters, Y: { Type: 'String' } } },
      'NON_COMPLIANT', ['P is bad']],
    ['all violations of all branches count', { P: eitherOr('bad', 'worse') }, CONDITION, 'NON_COMPLIANT', ['P is bad', 'P is worse']],
    ['the same violation of two branches counts once', { P: 'bad', Q: eitherOr(1, 2) }, CONDITION, 'NON_COMPLIANT', ['P is bad']],
    ['no answer in one branch is stronger than compliance in the other', { P: eitherOr('good', 'fall') }, CONDITION, 'INSUFFICIENT_DATA', []],
    ['compliance in one branch is stronger than not applicable', { P: eitherOr('none', 'good') }, CONDITION, 'COMPLIANT', []],
    ['a default that violates violates', { P: { Ref: 'P' } }, given({ Default: 'bad' }), 'NON_COMPLIANT', ['P is bad']],
    ['a default that complies says nothing of other values', { P: { Ref: 'P' } }, given({ Default: 'good' }), 'INSUFFICIENT_DATA', []],
    ['a default complies if every allowed value does', { P: { Ref: 'P' } }, given({ Default: 'good', AllowedValues: ['good', 'none'] }), 'COMPLIANT', []],
    ['an allowed value that violates beside a default that complies', { P: { Ref: 'P' } }, given({ Default: 'good', AllowedValues: ['good', 'bad'] }),
      'INSUFFICIENT_DATA', []],
    ['an allowed value that violates beside one that the rule does not speak of', { P: { Ref: 'P' } }, given({ Default: 'none', AllowedValues: ['none', 'bad'] }),
      'INSUFFICIENT_DATA', []],
    ['an allowed value that violates beside one that it has no answer for', { P: { Ref: 'P' } }, given({ Default: 'fall', AllowedValues: ['fall', 'bad'] }),
      'INSUFFICIENT_DATA', []],
    ['a value of a map that violates in some regions', { P: { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'p'] } },
      { Mappings: { M: { 'eu-west-1': { p: 'good' }, 'us-east-1': { p: 'bad' } } } }, 'INSUFFICIENT_DATA', []],
    ['a branch for a region that violates: the author meant the stack for it', { P: { 'Fn::If': ['There', 'bad', 'good'] } },
      { Conditions: { There: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } } }, 'NON_COMPLIANT', ['P is bad']],
    ['a value of a map that violates for the default of a parameter', { P: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'p'] } },
      { ...given({ Default: 'prod', AllowedValues: ['prod', 'test'] }), Mappings: { M: { prod: { p: 'bad' }, test: { p: 'good' } } } }, 'NON_COMPLIANT', ['P is bad']],
    ['a value of a map that violates for what is no default', { P: { 'Fn::FindInMap': ['M', { Ref: 'P' }, 'p'] } },
      { ...given({ Default: 'test', AllowedValues: ['prod', 'test'] }), Mappings: { M: { prod: { p: 'bad' }, test: { p: 'good' } } } }, 'INSUFFICIENT_DATA', []],
    ['a value of a map that violates in every region', { P: { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'p'] } },
      { Mappings: { M: { 'eu-west-1': { p: 'worse' }, 'us-east-1': { p: 'bad' } } } }, 'NON_COMPLIANT', ['P is worse', 'P is bad']],
    ['allowed values that all violate', { P: { Ref: 'P' } }, given({ AllowedValues: ['bad', 'worse'] }), 'NON_COMPLIANT', ['P is bad', 'P is worse']],
  ])('%s', (_, properties, sections, verdict, messages) => {
    expect(verdictOf(properties, sections)).toMatchObject({ verdict, messages });
  });

  test('says which value of a parameter would violate', () => {
    expect(verdictOf({ P: { Ref: 'P' } }, given({ Default: 'good', AllowedValues: ['good', 'bad'] })).why).toBe('for some values of its parameters: P is bad');
  });

  test('of a resource that is never deployed is NOT_APPLICABLE, whatever is wrong with it', () => {
    expect(verdictOf({ P: 'bad' }, CONDITION, { Condition: 'Never' }).verdict).toBe('NOT_APPLICABLE');
  });

  test('of a resource that is deployed sometimes is that of these times', () => {
    expect(verdictOf({ P: 'good' }, CONDITION, { Condition: 'C' }).verdict).toBe('COMPLIANT');
    expect(verdictOf({ P: 'bad' }, CONDITION, { Condition: 'C' }).verdict).toBe('NON_COMPLIANT');
    expect(verdictOf({ P: eitherOr('good', 'bad') }, CONDITION, { Condition: 'C' }).verdict).toBe('COMPLIANT');
  });

  test('of an empty list of violations is INSUFFICIENT_DATA', () => {
    expect(verdictOf({}, {}, {}, ruleThat({ check: () => [] }))).toMatchObject({ verdict: 'INSUFFICIENT_DATA', why: 'the rule has no answer for this case' });
  });

  test('names where the first gap is', () => {
    const { judgements: [{ unknown: gap }] } = evaluate(
      new AppModel([{ file: 't', body: { Resources: { It: { Type: 'A::B::C' } } } }]), [ruleThat({ check: () => unknown('it is dark', 'Properties.P') })],
    );
    expect(gap).toMatchObject({ why: 'it is dark', location: 'Properties.P' });
  });

  test('says of a pseudo parameter what it is', () => {
    expect(verdictOf({ P: { Ref: 'AWS::StackName' } }).why).toBe('AWS::StackName is only known at deployment');
  });
});

describe('worlds', () => {
  const conditions = (count: number) => Array.from({ length: count }, (_, index) => `C${index}`);
  const sectionsOf = (count: number) => ({
    Parameters: Object.fromEntries(conditions(count).map((name) => [`P${name}`, { Type: 'String' }])),
    Conditions: Object.fromEntries(conditions(count).map((name) => [name, { 'Fn::Equals': [{ Ref: `P${name}` }, 'a'] }])),
  });
  /** Text of as many letters as there are conditions, `a` for what holds. */
  const word = (count: number) => ({ 'Fn::Join': ['', conditions(count).map((name) => ({ 'Fn::If': [name, 'a', 'b'] }))] });
  const seen = new Set<string>();
  const collecting = ruleThat({ check: (resource) => { seen.add(resource.get('P').text()!); return 'COMPLIANT'; } });
  beforeEach(() => seen.clear());

  test('64 are all looked at', () => {
    expect(verdictOf({ P: word(6) }, sectionsOf(6), {}, collecting).verdict).toBe('COMPLIANT');
    expect(seen.size).toBe(64);
  });

  test('more than 64 are not known, and both ends are looked at', () => {
    expect(verdictOf({ P: word(7) }, sectionsOf(7), {}, collecting)).toMatchObject({
      verdict: 'INSUFFICIENT_DATA', why: 'it depends on more than 64 combinations of conditions and parameters',
    });
    expect(seen).toContain('aaaaaaa');
    expect(seen).toContain('bbbbbbb');
  });

  test('a violation is found beyond 64', () => {
    const check = ruleThat({ check: (resource) => (resource.get('P').is('b'.repeat(8)) ? violation('Properties.P', 'all of them') : 'COMPLIANT') });
    expect(verdictOf({ P: word(8) }, sectionsOf(8), {}, check)).toMatchObject({ verdict: 'NON_COMPLIANT', messages: ['all of them'] });
  });

  test('the same condition holds everywhere at once', () => {
    const check = ruleThat({ check: (resource) => { seen.add(`${resource.get('P').text()}${resource.get('Q').text()}`); return 'COMPLIANT'; } });
    verdictOf({ P: word(1), Q: word(1) }, sectionsOf(1), {}, check);
    expect([...seen].sort()).toEqual(['aa', 'bb']);
  });
});

describe('subjects', () => {
  const app = () => new AppModel([
    { file: 'a', body: { Resources: { One: { Type: 'A::B::C' }, Other: { Type: 'X::Y::Z' } } } },
    { file: 'b', body: { Resources: { Two: { Type: 'A::B::C' }, Third: { Type: 'B::C::D' }, Last: { Type: 'A::A::A' } } } },
  ]);
  const subjects = (rule: Rule) => evaluate(app(), [rule]).judgements.map(({ resource, template }) => [template?.file, resource?.logicalId]);

  test('of a rule about resources are those of its types, in all templates', () => {
    expect(subjects(ruleThat({ check: () => 'COMPLIANT', resourceTypes: ['A::B::C', 'B::C::D'] }))).toEqual([['a', 'One'], ['b', 'Two'], ['b', 'Third']]);
  });

  test('of a rule about templates are all of them', () => {
    expect(subjects(ruleThat({ checkTemplate: () => 'COMPLIANT', resourceTypes: [] }))).toEqual([['a', undefined], ['b', undefined]]);
  });

  test('of a rule about the app is the app', () => {
    expect(subjects(ruleThat({ checkApp: () => 'COMPLIANT', resourceTypes: [] }))).toEqual([[undefined, undefined]]);
  });

  test('types that no rule looks at are named, in order', () => {
    expect(evaluate(app(), [BY_PROPERTY]).typesNotJudged).toEqual(['A::A::A', 'B::C::D', 'X::Y::Z']);
  });

  test('a rule that throws is a fault, and the others go on', () => {
    const throwing = ruleThat({ id: 'test/throws', check: () => { throw new TypeError('no'); } });
    const odd = ruleThat({ id: 'test/odd', checkApp: () => { throw 'text'; }, resourceTypes: [] }); // eslint-disable-line no-throw-literal
    const { judgements, faults } = evaluate(app(), [throwing, odd, ruleThat({ check: () => 'COMPLIANT' })]);
    expect(judgements).toHaveLength(2);
    expect(faults.map(({ rule, resource, template }) => [rule.id, template?.file, resource?.logicalId]))
      .toEqual([['test/throws', 'a', 'One'], ['test/throws', 'b', 'Two'], ['test/odd', undefined, undefined]]);
    expect(faults[0].error).toMatch(/TypeError: no\n\s+at /);
    expect(faults[2].error).toBe('text');
  });
});

test.each<[string, OptionsByRule, object]>([
  ['have their defaults', {}, { a: 1, b: undefined }],
  ['are those that are given', { 'test/rule': { a: 2, b: 3 } }, { a: 2, b: 3 }],
  ['that are given as undefined have their defaults', { 'test/rule': { a: undefined } }, { a: 1, b: undefined }],
  ['of other rules are theirs', { 'test/other': { a: 2 } }, { a: 1, b: undefined }],
])('options %s', (_, options, expected) => {
  const seen: object[] = [];
  const rule = ruleThat({
    options: { a: { type: 'number', description: '', default: 1 }, b: { type: 'number', description: '' } },
    resourceTypes: [],
    checkApp: (_app, chosen) => { seen.push(chosen); return 'COMPLIANT'; },
  });
  evaluate(new AppModel([]), [rule], options);
  expect(seen).toEqual([expected]);
});
