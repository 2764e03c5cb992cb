import * as fs from 'fs';
import * as path from 'path';
import { CfnResource } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { memberName, showOnL1 } from '../../../src/guardrails/remediation/typed-property';
import { newStack } from '../../harness/apps';

const LIBRARY = path.dirname(require.resolve('aws-cdk-lib/package.json'));

/** Names that CDK gave by hand, or by other rules; no remediation sets these. */
const RENAMED = ['Build buildProperty', 'Equals equalTo', 'GetObject objectAccess', 'VPCs vpcs'];

/** What the L1s of a module make of what: `KMSMasterKeyID kmsMasterKeyId`, as their own code says. */
function namesIn(file: string): string[] {
  const maps = fs.readFileSync(file, 'utf8').matchAll(/assertSuccess\(\),\{(.*?)\}\):properties\}/g);
  return [...maps].flatMap(([, map]) => [...map.matchAll(/(?:^|,)"?([\w.$-]+)"?:[^,]*?\(properties\.(\w+)\)/g)].map(([, name, member]) => `${name} ${member}`));
}

const GENERATED = fs.readdirSync(LIBRARY).filter((folder) => folder.startsWith('aws-')).flatMap((folder) => {
  const lib = path.join(LIBRARY, folder, 'lib');
  return fs.existsSync(lib) ? fs.readdirSync(lib).filter((name) => name.endsWith('.generated.js')).map((name) => path.join(lib, name)) : [];
});

test('members are named as the L1s of CDK name them', () => {
  const names = new Set(GENERATED.flatMap(namesIn));
  expect(names.size).toBeGreaterThan(5000);
  expect(names).toContain('KMSMasterKeyID kmsMasterKeyId');
  expect(names).toContain('WebACLId webAclId');
  expect([...names].filter((pair) => `${pair.split(' ')[0]} ${memberName(pair.split(' ')[0])}` !== pair && !RENAMED.includes(pair))).toEqual([]);
});

describe('what is set', () => {
  const encryption = { path: 'BucketEncryption.ServerSideEncryptionConfiguration', value: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: 'a', SSEAlgorithm: 'aws:kms' } }] };
  const block = (name: string, value = true) => ({ path: `PublicAccessBlockConfiguration.${name}`, value });

  test('is shown on an L1 as its constructor takes it', () => {
    const bucket = new s3.CfnBucket(newStack(), 'Bucket');
    showOnL1(bucket, encryption);
    expect(bucket.bucketEncryption).toEqual({
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { kmsMasterKeyId: 'a', sseAlgorithm: 'aws:kms' } }],
    });
  });

  test('is shown beside what was set there before, the last value of each', () => {
    const bucket = new s3.CfnBucket(newStack(), 'Bucket');
    for (const change of [block('BlockPublicAcls'), block('IgnorePublicAcls', false), block('IgnorePublicAcls')]) showOnL1(bucket, change);
    expect(bucket.publicAccessBlockConfiguration).toEqual({ blockPublicAcls: true, ignorePublicAcls: true });
  });

  test('leaves objects of the user alone, which may stand elsewhere too', () => {
    const theirs = { blockPublicAcls: true };
    const bucket = new s3.CfnBucket(newStack(), 'Bucket', { publicAccessBlockConfiguration: theirs });
    showOnL1(bucket, block('BlockPublicPolicy'));
    expect(bucket.publicAccessBlockConfiguration).toBe(theirs);
    expect(theirs).toEqual({ blockPublicAcls: true });
  });

  test('leaves a value of the user alone', () => {
    const queue = new sqs.CfnQueue(newStack(), 'Queue', { kmsMasterKeyId: 'theirs' });
    showOnL1(queue, { path: 'KmsMasterKeyId', value: 'ours' });
    expect(queue.kmsMasterKeyId).toBe('theirs');
  });

  test('is shown nowhere on raw resources', () => {
    const raw = new CfnResource(newStack(), 'Raw', { type: 'AWS::S3::Bucket' });
    const before = Object.keys(raw);
    showOnL1(raw, block('BlockPublicAcls'));
    expect(Object.keys(raw)).toEqual(before);
  });
});
