import { runSimulation } from '@cloud-copilot/iam-simulate';
import * as fc from 'fast-check';
import { appOf, document, policy, resourceOf } from './app-of';
import { accessOf, whoCan } from '../../../../src/guardrails/engine/policy/access-query';

const FACTS = { account: '123456789012', region: 'eu-west-1' };
const BUCKET = { Type: 'AWS::S3::Bucket', Properties: {} };
const NAMED = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } };
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const SECTIONS = { Parameters: { Given: { Type: 'String' } } };

/** Whether a role with these statements may read from the bucket. */
function access(
  statements: readonly object[], { bucket = BUCKET, properties = {}, others = {} }: { bucket?: object; properties?: object; others?: object } = {},
): string {
  const app = appOf({
    Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document(...statements) }], ...properties } }, Bucket: bucket, ...others,
  }, SECTIONS, FACTS);
  return accessOf(resourceOf(app, 'Role'), 's3:GetObject', resourceOf(app, 'Bucket'), app);
}

describe('a resource of the app', () => {
  test.each<[string, unknown, string]>([
    ['a star', '*', 'yes'],
    ['all of the service', 'arn:aws:s3:::*', 'yes'],
    ['a reference', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'yes'],
    ['what is in it', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] }, 'yes'],
    ['another resource', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'no'],
    ['a name, where its own is not known', 'arn:aws:s3:::orders', 'no'],
    ['a prefix, where its name is not known', 'arn:aws:s3:::orders*', 'unknown'],
    ['a prefix in another service', 'arn:aws:sqs:eu-west-1:123456789012:orders*', 'no'],
    ['what a parameter names', { Ref: 'Given' }, 'unknown'],
    ['a bucket that a parameter names', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Given}/*' }, 'unknown'],
    ['a queue that a parameter names', { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:eu-west-1:123456789012:${Given}' }, 'no'],
    ['one of several', ['arn:aws:s3:::other', { 'Fn::GetAtt': ['Bucket', 'Arn'] }], 'yes'],
    ['something not known and itself', [{ Ref: 'Given' }, { 'Fn::GetAtt': ['Bucket', 'Arn'] }], 'yes'],
  ])('%s: %j', (_name, resource, expected) => {
    expect(access([{ ...READ, Resource: resource }])).toBe(expected);
  });

  test('by its name', () => {
    expect(access([{ ...READ, Resource: 'arn:aws:s3:::orders/*' }], { bucket: NAMED })).toBe('yes');
    expect(access([{ ...READ, Resource: 'arn:aws:s3:::other/*' }], { bucket: NAMED })).toBe('no');
  });

  test('everything but it, and everything but another', () => {
    const but = (resource: unknown): object => ({ Effect: 'Allow', Action: 's3:*', NotResource: resource });
    expect(access([but({ 'Fn::GetAtt': ['Bucket', 'Arn'] })])).toBe('no');
    expect(access([but({ 'Fn::GetAtt': ['Role', 'Arn'] })])).toBe('yes');
    expect(access([but({ Ref: 'Given' })])).toBe('unknown');
  });

  test('all of the service in another region or account is not it', () => {
    const queue = (resource: string): string => {
      const app = appOf({ Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document({ ...READ, Action: 'sqs:*', Resource: resource }) }] } }, Queue: { Type: 'AWS::SQS::Queue' } }, {}, FACTS);
      return accessOf(resourceOf(app, 'Role'), 'sqs:SendMessage', resourceOf(app, 'Queue'), app);
    };
    expect(queue('arn:aws:sqs:eu-west-1:123456789012:*')).toBe('yes');
    expect(queue('arn:aws:sqs:us-east-1:123456789012:*')).toBe('no');
    expect(queue('arn:aws:sqs:*:999988887777:*')).toBe('no');
  });
});

describe('statements together', () => {
  test.each<[string, object[], string]>([
    ['nothing', [], 'no'],
    ['another action', [{ ...READ, Action: 's3:PutObject' }], 'no'],
    ['by a wildcard, in other letters', [{ ...READ, Action: 'S3:get*' }], 'yes'],
    ['by NotAction', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 'yes'],
    ['left out of NotAction', [{ Effect: 'Allow', NotAction: ['iam:*', 's3:Get*'], Resource: '*' }], 'no'],
    ['an action that is not known', [{ ...READ, Action: { Ref: 'Given' } }], 'unknown'],
    ['denied', [READ, { ...READ, Effect: 'Deny' }], 'no'],
    ['denied elsewhere', [READ, { ...READ, Effect: 'Deny', Resource: 'arn:aws:s3:::other' }], 'yes'],
    ['denied under a condition', [READ, { ...READ, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], 'conditionally'],
    ['denied on something that is not known', [READ, { ...READ, Effect: 'Deny', Resource: { Ref: 'Given' } }], 'unknown'],
    ['allowed under a condition', [{ ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } }], 'conditionally'],
    ['allowed without a condition and under one', [READ, { ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } }], 'yes'],
    ['denied, and denied under a condition', [READ, { ...READ, Effect: 'Deny' }, { ...READ, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], 'no'],
    ['allowed under a condition, denied on something that is not known', [
      { ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } }, { ...READ, Effect: 'Deny', Resource: { Ref: 'Given' } },
    ], 'unknown'],
    ['on what is no ARN', [{ ...READ, Resource: [['a']] }], 'unknown'],
    ['allowed under a condition and without', [{ ...READ, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } }, READ], 'yes'],
    ['an effect that is not known', [{ ...READ, Effect: { Ref: 'Given' } }], 'unknown'],
  ])('%s', (_name, statements, expected) => {
    expect(access(statements)).toBe(expected);
  });

  test('a policy that is not known may allow, and takes nothing away', () => {
    const properties = { ManagedPolicyArns: [{ Ref: 'Given' }] };
    expect(access([], { properties })).toBe('unknown');
    expect(access([READ], { properties })).toBe('yes');
    expect(access([{ ...READ, Effect: 'Deny' }], { properties })).toBe('no');
  });

  test('a boundary limits and never grants', () => {
    const within = (statements: readonly object[], ...boundary: readonly object[]): string =>
      access(statements, { properties: { PermissionsBoundary: { Ref: 'Boundary' } }, others: { Boundary: policy('AWS::IAM::ManagedPolicy', {}, ...boundary) } });
    expect(within([READ], { Effect: 'Allow', Action: 's3:*', Resource: '*' })).toBe('yes');
    expect(within([READ], { Effect: 'Allow', Action: 'sqs:*', Resource: '*' })).toBe('no');
    expect(within([], READ)).toBe('no');
    expect(within([READ], READ, { ...READ, Effect: 'Deny' })).toBe('no');
    expect(within([READ], { ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })).toBe('conditionally');
    expect(within([{ ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }], READ)).toBe('conditionally');
    expect(access([READ], { properties: { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/elsewhere' } })).toBe('unknown');
    expect(access([], { properties: { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/elsewhere' } })).toBe('no');
  });
});

test('who can: roles and users that may, users through their groups', () => {
  const app = appOf({
    Bucket: BUCKET,
    Reader: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document(READ) }] } },
    Writer: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document({ ...READ, Action: 's3:PutObject' }) }] } },
    Basic: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] } },
    Auditor: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } },
    Ann: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'Readers' }] } },
    Bob: { Type: 'AWS::IAM::User', Properties: { Groups: ['elsewhere'] } },
    Readers: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyDocument: document({ ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }) }] } },
  });
  expect(whoCan('s3:GetObject', resourceOf(app, 'Bucket'), app).map(({ principal, access: can }) => [principal.logicalId, can])).toEqual([
    ['Reader', 'yes'], ['Auditor', 'yes'], ['Ann', 'conditionally'], ['Bob', 'unknown'],
  ]);
});

describe('an ARN', () => {
  function accessToArn(resource: unknown, arn: string): string {
    const app = appOf({
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document({ ...READ, Resource: resource }) }] } }, Named: NAMED, Bucket: BUCKET,
    }, SECTIONS, FACTS);
    return accessOf(resourceOf(app, 'Role'), 's3:GetObject', arn, app);
  }

  test.each<[unknown, string, string]>([
    ['arn:aws:s3:::orders/*', 'arn:aws:s3:::orders/a', 'yes'],
    ['arn:aws:s3:::orders/?', 'arn:aws:s3:::orders/ab', 'no'],
    [{ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Named', 'Arn'] }, '/*']] }, 'arn:aws:s3:::orders/a/b', 'yes'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::orders', 'no'],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::orders/*' }, 'arn:aws:s3:::orders/a', 'yes'],
    [{ 'Fn::Sub': 'arn:aws:s3:::${Given}/*' }, 'arn:aws:s3:::orders/a', 'unknown'],
    [{ 'Fn::Sub': 'arn:aws:s3:::${Given}/*' }, 'arn:aws:sqs:eu-west-1:123456789012:q', 'no'],
  ])('%j and %s: %s', (resource, arn, expected) => {
    expect(accessToArn(resource, arn)).toBe(expected);
  });
});

/* The same answers as a simulator of IAM's evaluation, over policies of which everything is known and no condition is set. */
test('it agrees with a simulator of IAM', async () => {
  const actions = fc.constantFrom('s3:GetObject', 's3:Get*', 's3:*', '*', 's3:PutObject', 'S3:getobject', 'sqs:*', 's3:Get?bject');
  const arns = fc.constantFrom('*', 'arn:aws:s3:::orders/*', 'arn:aws:s3:::orders/a', 'arn:aws:s3:::other/*', 'arn:aws:s3:::ord*', 'arn:aws:s3:::orders/?', 'arn:aws:s3:::*/a');
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    what: fc.tuple(fc.constantFrom('Action', 'Action', 'NotAction'), fc.array(actions, { minLength: 1, maxLength: 2 })),
    where: fc.tuple(fc.constantFrom('Resource', 'Resource', 'NotResource'), fc.array(arns, { minLength: 1, maxLength: 2 })),
  }).map(({ Effect, what, where }) => ({ Effect, [what[0]]: what[1], [where[0]]: where[1] }));
  const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
  await fc.assert(fc.asyncProperty(statements, statements, fc.option(statements), async (one, two, limit) => {
    const arn = 'arn:aws:s3:::orders/a';
    const app = appOf({
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: document(...one) }], ...limit === null ? {} : { PermissionsBoundary: { Ref: 'Boundary' } } } },
      Two: policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] }, ...two),
      Boundary: policy('AWS::IAM::ManagedPolicy', {}, ...limit ?? []),
    });
    const result = await runSimulation({
      request: { principal: 'arn:aws:iam::123456789012:role/r', action: 's3:GetObject', resource: { resource: arn, accountId: '123456789012' }, contextVariables: {} },
      identityPolicies: [{ name: 'one', policy: document(...one) }, { name: 'two', policy: document(...two) }],
      permissionBoundaryPolicies: limit === null ? undefined : [{ name: 'limit', policy: document(...limit) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    }, {});
    if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
    expect(accessOf(resourceOf(app, 'Role'), 's3:GetObject', arn, app)).toBe(result.overallResult === 'Allowed' ? 'yes' : 'no');
  }), { numRuns: 300 });
});
