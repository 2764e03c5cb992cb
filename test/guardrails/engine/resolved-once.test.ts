import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import * as intrinsics from '../../../src/guardrails/engine/intrinsics';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';

/** A bucket with its policy and key, wired by functions as CDK writes them. */
const BODY = {
  Mappings: { Settings: { versioning: { status: 'Enabled' } } },
  Resources: {
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:root']] } } }] },
      },
    },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        VersioningConfiguration: { Status: { 'Fn::FindInMap': ['Settings', 'versioning', 'status'] } },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } }],
        },
      },
    },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: {
          Statement: [{
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, { 'Fn::Sub': '${Bucket.Arn}/*' }],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }],
        },
      },
    },
  },
};

/** The functions in it, as written. */
function functionsIn(json: unknown): object[] {
  if (typeof json !== 'object' || json === null) return [];
  const keys = Object.keys(json);
  if (keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'))) return [json];
  return Object.values(json).flatMap(functionsIn);
}

test('however many rules look at a resource, each of its functions is resolved once', () => {
  const spy = jest.spyOn(intrinsics, 'resolve');
  try {
    const { judgements, faults } = evaluate(new AppModel([{ file: 't', body: BODY }]), ALL_RULES);
    expect(faults).toEqual([]);
    const judging = new Set(judgements.filter(({ verdict, resource }) => resource?.logicalId === 'Bucket' && verdict !== 'NOT_APPLICABLE').map(({ rule }) => rule.id));
    expect(judging.size).toBeGreaterThan(10);
    const times = functionsIn(BODY.Resources).map((written) => spy.mock.calls.filter(([asked]) => asked === written).length);
    expect(times).toHaveLength(6);
    expect(times.filter((count) => count !== 1)).toEqual([]);
  } finally {
    spy.mockRestore();
  }
});
