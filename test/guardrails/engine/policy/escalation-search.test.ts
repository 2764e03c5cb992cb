import { appOf, document, resourceOf } from './app-of';
import type { EscalationKind, EscalationPath } from '../../../../src/guardrails/engine/iam/escalation-paths';
import { effectiveStatementsOf } from '../../../../src/guardrails/engine/policy/effective-statements';
import { EscalationSearch } from '../../../../src/guardrails/engine/policy/escalation-search';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);
const GIVEN = { Ref: 'Given' };
const SELF = { 'Fn::GetAtt': ['Role', 'Arn'] };
const OTHER = 'arn:aws:iam::111122223333:role/other';
const SECTIONS = { Parameters: { Given: { Type: 'String' } } };

interface Surroundings {
  readonly boundary?: readonly object[] | object;
  /** Whether the search knows which role it is about. */
  readonly anonymous?: boolean;
}

function searchOf(statements: readonly object[], { boundary, anonymous }: Surroundings = {}): EscalationSearch {
  const limit = Array.isArray(boundary) ? { Limit: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(...boundary as object[]) } } } : {};
  const properties = {
    Policies: [{ PolicyDocument: document(...statements) }],
    ...boundary === undefined ? {} : { PermissionsBoundary: Array.isArray(boundary) ? { Ref: 'Limit' } : boundary },
  };
  const app = appOf({ Role: { Type: 'AWS::IAM::Role', Properties: properties }, ...limit }, SECTIONS);
  const role = resourceOf(app, 'Role');
  return new EscalationSearch(effectiveStatementsOf(role, app), anonymous ? undefined : role);
}

function path(kind: EscalationKind, ...actions: readonly string[]): EscalationPath {
  return { id: 'test', kind, actions, title: 'test', source: 'test' };
}

/** Where the statement stands that opens the path; false if it is closed. */
function opened(escalation: EscalationPath, statements: readonly object[], surroundings?: Surroundings): unknown {
  const search = searchOf(statements, surroundings);
  return attempt(() => search.open(escalation)?.statement.actions.join() ?? false);
}

function allow(action: unknown, resource: unknown = '*', others: object = {}): object {
  return { Effect: 'Allow', Action: action, Resource: resource, ...others };
}

const OWN = path('own-permissions', 'iam:PutRolePolicy');
const LIMIT = path('limit-removal', 'iam:DeleteRolePermissionsBoundary');
const OTHERS = path('other-principal', 'iam:UpdateAssumeRolePolicy');
const EXISTING = path('existing-resource', 'lambda:UpdateFunctionCode');
const NEW = path('new-resource', 'iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction');
const NEW_WITHOUT_ROLE = path('new-resource', 'glue:UpdateDevEndpoint');

describe('a path is open', () => {
  test.each<[string, EscalationPath, readonly object[], unknown]>([
    ['to who may do it on everything', OWN, [allow('iam:PutRolePolicy')], 'iam:PutRolePolicy'],
    ['by a wildcard', OWN, [allow('IAM:Put*')], 'IAM:Put*'],
    ['by all but others', OWN, [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }], ''],
    ['on all but some', OWN, [{ Effect: 'Allow', Action: 'iam:*', NotResource: OTHER }], 'iam:*'],
    ['on itself, where its own permissions are meant', OWN, [allow('iam:PutRolePolicy', SELF)], 'iam:PutRolePolicy'],
    ['on itself, where its limit is meant', LIMIT, [allow('iam:Delete*', SELF)], 'iam:Delete*'],
    ['by the second statement', OWN, [allow('s3:*'), allow('iam:PutRolePolicy', OTHER), allow('iam:Put*')], 'iam:Put*'],
    ['by several statements: it is told by the first action', NEW, [allow('lambda:*'), allow('iam:PassRole')], 'iam:PassRole'],
    ['to what needs a role on everything, whatever else is limited', NEW, [allow('iam:PassRole'), allow('lambda:*', 'arn:aws:lambda:*:*:function:f')], 'iam:PassRole'],
    ['to what is new without a role', NEW_WITHOUT_ROLE, [allow('glue:*')], 'glue:*'],
    ['to others', OTHERS, [allow('iam:*', 'arn:aws:iam::*:role/*')], 'iam:*'],
    ['beside an action that is not known', OWN, [allow([GIVEN, 'iam:PutRolePolicy'])], UNKNOWN],
  ])('%s', (_, escalation, statements, expected) => expect(opened(escalation, statements)).toEqual(expected));

  test('beside one that is not known', () => {
    const search = searchOf([allow(GIVEN), allow('iam:PutRolePolicy')]);
    expect(search.open(OWN)?.statement.location).toBe('Properties.Policies.0.PolicyDocument.Statement.1');
  });
});

describe('a path is closed', () => {
  test.each<[string, EscalationPath, readonly object[]]>([
    ['to who may do nothing', OWN, []],
    ['by other actions', OWN, [allow('iam:GetRole')]],
    ['on others', OWN, [allow('iam:PutRolePolicy', OTHER)]],
    ['on itself, where others are meant', OTHERS, [allow('iam:UpdateAssumeRolePolicy', SELF)]],
    ['on one function', EXISTING, [allow('lambda:*', 'arn:aws:lambda:eu-west-1:111122223333:function:f')]],
    ['on resources of a tag', OWN, [allow('iam:*', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } })]],
    ['without one of the actions', NEW, [allow('iam:PassRole'), allow('lambda:CreateFunction')]],
    ['without a role for everything', NEW, [allow('iam:PassRole', OTHER), allow('lambda:*')]],
    ['to what is new without a role, on one resource', NEW_WITHOUT_ROLE, [allow('glue:*', 'arn:aws:glue:eu-west-1:111122223333:devEndpoint/d')]],
    ['by a denial', OWN, [allow('iam:*'), { Effect: 'Deny', Action: 'iam:Put*', Resource: '*' }]],
  ])('%s', (_, escalation, statements) => expect(opened(escalation, statements)).toBe(false));

  test('on itself, where nobody knows who that is', () => expect(opened(OWN, [allow('iam:PutRolePolicy', SELF)], { anonymous: true })).toBe(false));
});

describe('a denial closes nothing', () => {
  test.each<[string, object]>([
    ['of other actions', { Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    ['on one resource', { Effect: 'Deny', Action: 'iam:*', Resource: OTHER }],
    ['on all but one', { Effect: 'Deny', Action: 'iam:*', NotResource: OTHER }],
    ['under a condition', { Effect: 'Deny', Action: 'iam:*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
  ])('%s', (_, denial) => expect(opened(OWN, [allow('iam:*'), denial])).toBe('iam:*'));

  test('nobody can tell whether one closes it whose action is not known', () => {
    expect(opened(OWN, [allow('iam:*'), { Effect: 'Deny', Action: GIVEN, Resource: '*' }])).toEqual(UNKNOWN);
    expect(opened(OWN, [allow('s3:*'), { Effect: 'Deny', Action: GIVEN, Resource: '*' }])).toBe(false);
  });
});

describe('a boundary', () => {
  test.each<[string, Surroundings['boundary'], unknown]>([
    ['that allows it leaves it open', [allow('iam:*')], 'iam:PutRolePolicy'],
    ['that does not closes it', [allow('s3:*')], false],
    ['that allows it on others closes it', [allow('iam:*', OTHER)], false],
    ['that denies it closes it', [allow('*'), { Effect: 'Deny', Action: 'iam:*', Resource: '*' }], false],
    ['that nobody knows may close it', GIVEN, UNKNOWN],
    ['of which a part is not known may allow it', [allow('s3:*'), { Effect: GIVEN, Action: 'iam:*', Resource: '*' }], UNKNOWN],
    ['of which a part is not known leaves open what the rest allows', [allow('iam:*'), { Effect: GIVEN, Action: 's3:*', Resource: '*' }], 'iam:PutRolePolicy'],
  ])('%s', (_, boundary, expected) => expect(opened(OWN, [allow('iam:PutRolePolicy')], { boundary })).toEqual(expected));
});

test('a boundary that nobody knows opens nothing', () => expect(opened(OWN, [allow('s3:*')], { boundary: GIVEN })).toBe(false));

test.each<[string, readonly object[], boolean]>([
  ['all of its services', [allow('iam:GetRole'), allow('lambda:List*')], true],
  ['one of them', [allow('iam:*')], false],
  ['neither', [allow('s3:*')], false],
  ['any', [allow('*')], true],
  ['what is not known', [allow('s3:*'), allow(GIVEN)], true],
  ['nothing', [], false],
])('a path may be open to who is allowed something of %s', (_, statements, expected) => expect(searchOf(statements).mayOpen(NEW)).toBe(expected));

test('what was found of an action is found again for another path, by its own reach', () => {
  const search = searchOf([allow('iam:PutRolePolicy', SELF)]);
  expect([search.open(OWN) !== undefined, search.open(path('other-principal', 'iam:PutRolePolicy')) !== undefined, search.open(OWN) !== undefined])
    .toEqual([true, false, true]);
});
