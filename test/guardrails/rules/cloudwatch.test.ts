import { PATTERNS } from './cloudwatch/cis-metric-filters-and-alarms';
import { describeService } from './judge-verdicts';
import { expandAction } from '../../../src/guardrails/engine/iam/actions';
import { MONITORED_BY_CIS, ORDINARY_EVENT } from '../../../src/guardrails/rules/cloudwatch/cis-monitored-events';
import { filterPattern } from '../../../src/guardrails/rules/cloudwatch/filter-pattern';

describeService('cloudwatch');

describe('a pattern of a metric filter', () => {
  const EVENT = { eventName: 'DeleteTrail', errorCode: 'Client.Unauthorized', userIdentity: { 'type': 'Root', 'a.b': 1 }, count: 3, nothing: null, lines: 'a\nc' };

  test.each<[string, boolean]>([
    ['', true], ['  ', true],
    ['{ $.eventName = "DeleteTrail" }', true], ['{ $.eventName = DeleteTrail }', true], ['{$.eventName=DeleteTrail}', true], ['{ $.eventName = "StopLogging" }', false],
    ['{ $.eventName != "StopLogging" }', true], ['{ $.eventName != "DeleteTrail" }', false],
    ['{ $.eventName = "Delete*" }', true], ['{ $.eventName = "*Trail" }', true], ['{ $.eventName = "Delete" }', false], ['{ $.eventName = "Trail" }', false],
    ['{ $.eventName = "**" }', true], ['{ $.errorCode = "*.Unauthorized" }', true], ['{ $.errorCode = "ClientxUnauthorized" }', false],
    ['{ $.userIdentity.type = "Root" }', true], ['{ $.userIdentity.type.more = "Root" }', false], ['{ $.missing.type = "Root" }', false], ['{ $.missing != "Root" }', true],
    ['{ $.nothing.type = "Root" }', false], ['{ $.lines = "a*c" }', true], ['{ $.lines = "a?c" }', false],
    ['{ $.missing NOT EXISTS }', true], ['{ $.eventName NOT EXISTS }', false], ['{ $.count = 3 }', false],
    ['{ ($.eventName = "a") || ($.eventName = "DeleteTrail") }', true], ['{ ($.eventName = "a") || ($.eventName = "b") }', false],
    ['{ ($.eventName = "DeleteTrail") && ($.userIdentity.type = "Root") }', true], ['{ ($.eventName = "DeleteTrail") && ($.userIdentity.type = "User") }', false],
    ['{ $.eventName = a && $.eventName = b || $.userIdentity.type = Root }', true],
    ['{ $.eventName = a && ($.eventName = b || $.userIdentity.type = Root) }', false],
    ['{ ((($.eventName = DeleteTrail))) }', true],
    ['{ ($.eventName = a) || ($.eventName = b) || ($.eventName = DeleteTrail) }', true],
    ['\n{\n$.eventName = "a" ||\n$.eventName = DeleteTrail }\n', true],
  ])('%j matches: %j', (pattern, expected) => expect(filterPattern(pattern)!(EVENT)).toBe(expected));

  test.each([
    'ERROR', '[ip, user]', '{ $.eventName = "a" } x', 'x { $.eventName = "a" }', '{ }', '{ $.eventName }', '{ $.eventName = }', '{ = a }', '{ eventName = a }',
    '{ $.eventName = "a" || }', '{ $.eventName = "a" && }', '{ || $.eventName = "a" }', '{ ($.eventName = "a" }', '{ $.eventName = "a") }', '{ $.eventName = ( }',
    '{ $.eventName = ) }', '{ $.eventName = && }', '{ $.eventName = || }', '{ $.eventName = = }', '{ $.eventName = != }', '{ $.count > 3 }', '{ $.count < 3 }',
    '{ $.eventName = %a% }', '{ $.eventName IS TRUE }', '{ $.eventName NOT THERE }', '{ $.eventName = "a" $.eventName = "b" }', '{ $.eventName = "a\\"b" }', '{ $.a = "b }',
    '{ $.a = b | $.a = c }', '{ $.a = b & $.a = c }', '{ ! $.a = b }', '{ () }', '{ $.eventName EXISTS a }',
  ])('%j is of another form', (pattern) => expect(filterPattern(pattern)).toBeUndefined());
});

describe('the events that CIS wants alarms for', () => {
  const BY_ACTIVITY: Readonly<Record<string, keyof typeof PATTERNS>> = {
    'refused calls': 'Refused',
    'sign-in without MFA': 'NoMfa',
    'use of the root user': 'Root',
    'changes of IAM policies': 'Iam',
    'changes of CloudTrail': 'Trail',
    'failed sign-in': 'Failed',
    'keys disabled or scheduled for deletion': 'Keys',
    'changes of bucket policies': 'Buckets',
    'changes of AWS Config': 'Config',
    'changes of security groups': 'Groups',
    'changes of network ACLs': 'Acls',
    'changes of network gateways': 'Gateways',
    'changes of route tables': 'Routes',
    'changes of VPCs': 'Vpcs',
    'changes of the organisation': 'Organisation',
  };
  const activities = MONITORED_BY_CIS.map(({ name, events }) => [name, events] as const);
  const patternOf = (name: string): string => PATTERNS[BY_ACTIVITY[name]];

  test('are of every activity of the benchmark', () => {
    expect(activities.map(([name]) => name)).toEqual(Object.keys(BY_ACTIVITY));
  });

  test.each(activities)('are matched by its pattern: %s', (name, events) => {
    const matches = filterPattern(patternOf(name))!;
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => !matches(event))).toEqual([]);
    expect(matches(ORDINARY_EVENT)).toBe(false);
  });

  test.each(activities)('are all that its pattern names, but for classic links, which AWS has retired: %s', (name, events) => {
    const named = [...patternOf(name).matchAll(/\(\$\.eventName=(\w+)\)/g)].map(([, event]) => event).filter((event) => !event.includes('ClassicLink'));
    const shown = events.map((event) => (event as { readonly eventName: string }).eventName);
    expect(named.filter((event) => !shown.includes(event))).toEqual([]);
  });

  test('are calls of AWS Organizations that there are', () => {
    const [, events] = activities.find(([name]) => name === 'changes of the organisation')!;
    const calls = events.map((event) => `organizations:${(event as { readonly eventName: string }).eventName}`);
    expect(calls.flatMap(expandAction)).toEqual(calls);
  });

  test('are no use of the root user, unless they are meant to be', () => {
    const root = filterPattern(PATTERNS.Root)!;
    expect(activities.filter(([, events]) => events.some(root)).map(([name]) => name)).toEqual(['use of the root user']);
  });

  test.each(activities.filter(([name]) => /IAM policies|keys|buckets|Config|route|organisation/.test(name)))('are calls of one service: %s', (name, events) => {
    const source = /eventSource\s*=\s*"?([\w.]+)/.exec(patternOf(name))![1];
    expect(new Set(events.map((event) => (event as { readonly eventSource: string }).eventSource))).toEqual(new Set([source]));
  });
});
