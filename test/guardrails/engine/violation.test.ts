import { appOf, resourceOf } from './policy/app-of';
import type { Outcome } from '../../../src/guardrails/engine/rule';
import { Unknown, unknown } from '../../../src/guardrails/engine/unknown';
import { allOf, anyOf, every, some, violation, which } from '../../../src/guardrails/engine/violation';

const gap = (why: string): never => unknown(why);
const fault = (): never => { throw new TypeError('a fault'); };

/** What a function answers: its result, or why it gave up. */
function answer<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (signal) {
    if (signal instanceof Unknown) return `gave up: ${signal.why}`;
    throw signal;
  }
}

describe('violation', () => {
  const statement = { Effect: 'Allow', Action: ['s3:*'] };
  const app = appOf({
    It: {
      Type: 'A::B::C',
      Properties: {
        Text: 'a',
        List: [1],
        Half: { 'Fn::Sub': 'a-${AWS::StackId}' },
        Open: { Ref: 'AWS::StackId' },
        Policies: [{ PolicyName: 'orders', Id: 'x', Document: { Statement: [statement] } }],
        Policy: { Statement: statement },
        Items: [{ Size: 1 }],
        Rules: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 23, CidrIp: '10.0.0.0/8', CidrIpv6: '::/0', SourceSecurityGroupId: 'sg-1', DestinationSecurityGroupId: 'sg-2', Name: 'x' }],
        Named: [
          { Region: 'a', Name: 'x' }, { PathPattern: 'a', Name: 'x' }, { DomainName: 'a', Id: 'x' }, { Arn: 'a', Name: 'x' },
          { ResourcePath: 'a', HttpMethod: 'b', Name: 'x' }, { Name: 'a', Id: 'x' }, { Id: 'a', Size: 1 },
        ],
        Many: Array.from({ length: 12 }, (_, index) => ({ Name: `n${index}` })),
        Single: { Name: 'x', Size: 1 },
        Nested: [[{ Name: 'a', Size: 1 }]],
        Outer: [{ Name: 'a', Inner: [{ Id: 'b', Size: 1 }] }],
      },
    },
  });
  const at = (path: string, about?: string): unknown => JSON.parse(JSON.stringify(violation(resourceOf(app, 'It').get(path), 'it is wrong', about)));

  test('at a path has no content', () => expect(violation('Properties.A', 'it is wrong')).toEqual({ message: 'it is wrong', location: 'Properties.A' }));

  test.each([
    ['Text', 'a'], ['List', [1]], ['Half', 'a-<template.json:AWS::StackId>'], ['Open', '<template.json:AWS::StackId>'], ['Absent', undefined],
  ])('of %s holds what is there', (path, content) => {
    expect(at(path)).toEqual({ message: 'it is wrong', location: `Properties.${path}`, content });
  });

  test.each<[string, unknown[] | undefined]>([
    ['Policies.0.Document.Statement.0.Action.0', [statement, 'orders']],
    ['Policies.0.Document.Statement.0', ['orders']],
    ['Policies.0', undefined],
    ['Policy.Statement.Action', [statement]],
    ['Items.0.Size', undefined],
    ['Items.0.Missing', undefined],
    ['List.0', undefined],
    ['Rules.0.Missing', ['tcp', 22, 23, '10.0.0.0/8', '::/0', 'sg-1', 'sg-2']],
    ...[['a'], ['a'], ['a'], ['a'], ['a', 'b'], ['a'], ['a']].map((names, index): [string, string[]] => [`Named.${index}.Missing`, names]),
    ['Many.11.Missing', ['n11']],
    ['Named.0', undefined],
    ['Single.Size', undefined],
    ['Nested.0.0.Size', ['a']],
    ['Outer.0.Inner.0.Size', ['b', 'a']],
  ])('in an item of a list is told apart by it: %s', (path, about) => expect((at(path) as { about?: unknown }).about).toEqual(about));

  test('is told apart by what else is said of it', () => {
    expect(at('Text', 'this')).toMatchObject({ about: ['this'] });
    expect(at('Policies.0.Document', 'this')).toMatchObject({ about: ['orders', 'this'] });
  });
});

describe('every', () => {
  const wrong = { message: 'wrong', location: 'A' };
  const worse = { message: 'worse', location: 'B' };
  const of = (...outcomes: (Outcome | (() => Outcome))[]) =>
    answer(() => every(outcomes, (outcome) => (typeof outcome === 'function' ? outcome() : outcome)));

  test.each<[string, (Outcome | (() => Outcome))[], unknown]>([
    ['no items comply', [], 'COMPLIANT'],
    ['all comply', ['COMPLIANT', 'COMPLIANT'], 'COMPLIANT'],
    ['one complies, to the other it does not apply', ['NOT_APPLICABLE', 'COMPLIANT'], 'COMPLIANT'],
    ['it applies to none', ['NOT_APPLICABLE', 'NOT_APPLICABLE'], 'NOT_APPLICABLE'],
    ['one has no answer', ['COMPLIANT', undefined], undefined],
    ['to one it does not apply, the other has no answer', ['NOT_APPLICABLE', undefined], undefined],
    ['one gives up', ['COMPLIANT', () => gap('a'), undefined], 'gave up: a'],
    ['two give up: the first counts', [() => gap('a'), () => gap('b')], 'gave up: a'],
    ['one violates, whatever the others are', [() => gap('a'), undefined, wrong, 'COMPLIANT'], [wrong]],
    ['all that is wrong, in order', [wrong, [worse, wrong]], [wrong, worse, wrong]],
    ['an empty list of violations says nothing', [[]], 'NOT_APPLICABLE'],
  ])('%s', (_, outcomes, expected) => expect(of(...outcomes)).toEqual(expected));

  test('passes faults on', () => expect(() => of('COMPLIANT', fault)).toThrow('a fault'));
});

describe.each<[string, typeof anyOf, boolean]>([['anyOf', anyOf, true], ['allOf', allOf, false]])('%s', (_, claim, decisive) => {
  const yes = () => decisive;
  const no = () => !decisive;

  test('one decides, whatever is unknown before and after', () => {
    expect(claim(() => gap('a'), yes, () => gap('b'))).toBe(decisive);
    expect(claim(no, yes)).toBe(decisive);
  });

  test('what comes after is not asked', () => expect(claim(yes, fault)).toBe(decisive));
  test('none decides', () => expect(claim(no, no)).toBe(!decisive));
  test('nothing is claimed', () => expect(claim()).toBe(!decisive));
  test('gives up if none decides and one is unknown, for the first reason', () => expect(answer(() => claim(no, () => gap('a'), () => gap('b')))).toBe('gave up: a'));
  test('passes faults on', () => expect(() => claim(no, fault)).toThrow('a fault'));
});

describe('some and which', () => {
  const isBig = (item: number | undefined): boolean => (item === undefined ? gap('a') : item > 2);

  test('some is true of any, false of none, and gives up if only unknown ones may be', () => {
    expect(some([1, undefined, 3], isBig)).toBe(true);
    expect(some([1, 2], isBig)).toBe(false);
    expect(some([], isBig)).toBe(false);
    expect(answer(() => some([1, undefined], isBig))).toBe('gave up: a');
  });

  test('which are those that it is known of; it gives up if only unknown ones may be', () => {
    expect(which([1, undefined, 3, 4], isBig)).toEqual([3, 4]);
    expect(which([1, 2], isBig)).toEqual([]);
    expect(answer(() => which([1, undefined], isBig))).toBe('gave up: a');
    expect(() => which([1], fault)).toThrow('a fault');
  });
});
