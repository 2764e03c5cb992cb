import { Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SecureBucket } from '../../src/data';
import { whenPathNeeded } from '../../src/private/network-path';
import { FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';

const KEY = { Effect: 'Allow', Resource: 'CdkHardenedKeyDF35E24B.Arn' };
const VIA_S3 = { StringEquals: { 'kms:ViaService': 's3.<region>.amazonaws.com' } };
const BUCKET = 'Uploads88C64F96.Arn';

function world(flags?: Record<string, unknown>) {
  const stack = newStack(flags);
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  return { stack, role, bucket: new SecureBucket(stack, 'Uploads') };
}

function granted(stack: Stack) {
  return statementsOf(only(templateOf(stack), 'AWS::IAM::Policy').resource);
}

describe.each(FLAG_MODES)('grants of a SecureBucket %s', (_, flags) => {
  test('grantRead gets objects, lists the bucket and decrypts through S3, and nothing else', () => {
    const { stack, role, bucket } = world(flags);
    bucket.grantRead(role);
    expect(granted(stack)).toHaveLength(3);
    expect(granted(stack)).toEqual(expect.arrayContaining([
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET}/*` },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET },
      { ...KEY, Action: 'kms:Decrypt', Condition: VIA_S3 },
    ]));
  });

  test('grantRead of a folder reaches and lists that folder only', () => {
    const { stack, role, bucket } = world(flags);
    bucket.grantRead(role, 'incoming/');
    expect(granted(stack)).toEqual(expect.arrayContaining([
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET}/incoming/*` },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET, Condition: { StringLike: { 's3:prefix': 'incoming/*' } } },
    ]));
  });

  test('grantWriteOnly puts objects, in parts too, and reads and lists none', () => {
    const { stack, role, bucket } = world(flags);
    bucket.grantWriteOnly(role, 'incoming/');
    expect(granted(stack)).toHaveLength(2);
    expect(granted(stack)).toEqual(expect.arrayContaining([
      {
        Effect: 'Allow',
        Action: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
        Resource: `${BUCKET}/incoming/*`,
      },
      { ...KEY, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Condition: VIA_S3 },
    ]));
  });

  test('grantDelete deletes current objects, without the key and without versions', () => {
    const { stack, role, bucket } = world(flags);
    bucket.grantDelete(role);
    expect(granted(stack)).toEqual([{ Effect: 'Allow', Action: 's3:DeleteObject', Resource: `${BUCKET}/*` }]);
  });
});

test.each(['incoming', 'incoming/'])('the prefix %s does not reach incoming-private/', (prefix) => {
  const { stack, role, bucket } = world();
  bucket.grantDelete(role, prefix);
  expect(granted(stack)[0].Resource).toBe(`${BUCKET}/incoming/*`);
});

test('a prefix may hold a token, with its slash written', () => {
  const { stack, role, bucket } = world();
  bucket.grantDelete(role, `accounts/${Aws.ACCOUNT_ID}/`);
  expect(granted(stack)[0].Resource).toBe(`${BUCKET}/accounts/<account>/*`);
  expect(() => bucket.grantDelete(role, `accounts/${Aws.ACCOUNT_ID}`))
    .toThrow('this is a token, so whether it ends in a slash, and means a folder, is not known at synth. Write the slash: `${prefix}/`.');
});

test.each([
  ['', 'an empty prefix would mean the whole bucket'],
  ['/incoming', 'S3 keys do not start with a slash, so this matches nothing'],
  ['incoming/*', 'wildcards and policy variables would reach more than the folder that is named'],
  ['inc?ming/', 'wildcards and policy variables would reach more than the folder that is named'],
  ['users/${aws:userid}/', 'wildcards and policy variables would reach more than the folder that is named'],
])('refuses the prefix %p in every grant', (prefix, problem) => {
  const { role, bucket } = world();
  const message = `[Stack/Uploads] prefix = ${JSON.stringify(prefix)}: ${problem}. Write a folder such as "uploads/"`;
  expect(() => bucket.grantRead(role, prefix)).toThrow(message);
  expect(() => bucket.grantWriteOnly(role, prefix)).toThrow(message);
  expect(() => bucket.grantDelete(role, prefix)).toThrow(message);
});

test.each(['grantRead', 'grantWriteOnly', 'grantDelete'] as const)('%s opens the network path to S3', (verb) => {
  const { role, bucket } = world();
  const opened: string[] = [];
  whenPathNeeded(role, (service) => opened.push(service));
  expect(bucket[verb](role).success).toBe(true);
  expect(opened).toEqual(['s3']);
});

test('a grant writes nothing to the key policy, which would be a cycle', () => {
  const { stack, role, bucket } = world();
  bucket.grantRead(role);
  expect(statementsOf(only(templateOf(stack), 'AWS::KMS::Key').resource)).toHaveLength(1);
});
