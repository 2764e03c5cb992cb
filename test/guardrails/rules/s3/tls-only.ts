import { rule } from '../../../../src/guardrails/rules/s3/tls-only';
import { app, judging, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const DENY = {
  Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'], Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } };

function withStatements(...statements: readonly object[]): Situation {
  const properties = { Bucket: 'b', PolicyDocument: { Statement: statements } };
  return resources({ Subject: BUCKET, Policy: { Type: 'AWS::S3::BucketPolicy', Properties: properties } });
}

function withPolicy(statement: object, bucket: unknown = { Ref: 'Subject' }): Situation {
  return resources({ Subject: BUCKET, Policy: policy(statement, bucket) });
}

function policy(statement: object, bucket: unknown): object {
  return { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: bucket, PolicyDocument: { Version: '2012-10-17', Statement: [statement] } } };
}

/** The policy is judged, its bucket is elsewhere. */
function elsewhere(statement: object, bucket: unknown, sections: object = {}): Situation {
  return resources({ Subject: policy(statement, bucket) }, sections);
}

const NAME = { Parameters: { Name: { Type: 'String' } } };
const OF_NAME = [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Name}' }, { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Name}/*' }];

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'everything but another bucket': withPolicy({ ...DENY, Resource: undefined, NotResource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] }),
    'everybody is denied': withPolicy(DENY),
    'a single statement, a principal of its own': withPolicy({ ...DENY, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': false } } }),
    'the bucket by its name': withPolicy(DENY, 'b'),
    'the bucket and its objects in two statements': withStatements({ ...DENY, Resource: 'arn:aws:s3:::b' }, { ...DENY, Resource: 'arn:aws:s3:::b/*' }),
    'everything, without a name': withPolicy({ ...DENY, Action: ['*'], Resource: '*', Condition: { BoolIfExists: { 'AWS:securetransport': ['False'] } } }),
    'the bucket by reference': withPolicy({
      ...DENY, Resource: [{ 'Fn::GetAtt': ['Subject', 'Arn'] }, { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Subject', 'Arn'] }, '/*']] }],
    }),
    'the bucket and all that begins with its name': withPolicy({ ...DENY, Resource: { 'Fn::Sub': '${Subject.Arn}*' } }),
    'the bucket elsewhere, by its name': elsewhere(DENY, 'b'),
    'the bucket elsewhere, everything': elsewhere({ ...DENY, Resource: '*' }, { Ref: 'Name' }, NAME),
    'the bucket elsewhere, by a parameter': elsewhere({ ...DENY, Resource: OF_NAME }, { Ref: 'Name' }, NAME),
    'the policy in another stack': app(
      { file: 'a.json', body: { Resources: { Subject: BUCKET }, Outputs: { Name: { Value: { Ref: 'Subject' }, Export: { Name: 'bucket' } } } } },
      { file: 'b.json', body: { Resources: { Policy: policy(DENY, { 'Fn::ImportValue': 'bucket' }) } } },
    ),
  },
  nonCompliant: {
    'everything but the bucket': [withPolicy({ ...DENY, Resource: undefined, NotResource: 'arn:aws:s3:::b' }), 'Properties'],
    'everything but a folder of the bucket': [withPolicy({ ...DENY, Resource: undefined, NotResource: 'arn:aws:s3:::b/public/*' }), 'Properties'],
    'everything but a folder by reference': [withPolicy({ ...DENY, Resource: undefined, NotResource: { 'Fn::Sub': '${Subject.Arn}/public/*' } }), 'Properties'],
    'the bucket elsewhere, something is allowed': [elsewhere({ ...DENY, Effect: 'Allow' }, 'b'), 'Properties.PolicyDocument'],
    'the bucket elsewhere, another one is denied': [elsewhere(DENY, 'c'), 'Properties.PolicyDocument'],
    'the bucket elsewhere, only its objects': [elsewhere({ ...DENY, Resource: OF_NAME[1] }, { Ref: 'Name' }, NAME), 'Properties.PolicyDocument'],
    'no policy': [resources({ Subject: BUCKET }), 'Properties'],
    'actions that begin so': [withPolicy({ ...DENY, Action: 's3:Put*' }), 'Properties'],
    'actions that end so': [withPolicy({ ...DENY, Action: ['s3:*Object', '*Bucket', '*:Get*'] }), 'Properties'],
    'objects that end so': [withPolicy({ ...DENY, Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*.jpg'] }), 'Properties'],
    'another bucket, and the objects of this one': [withPolicy({ ...DENY, Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::b/*'] }), 'Properties'],
    'one user only': [withPolicy({ ...DENY, Principal: { AWS: 'arn:aws:iam::123456789012:user/a' } }), 'Properties'],
    'only the objects': [withPolicy({ ...DENY, Resource: 'arn:aws:s3:::b/*' }), 'Properties'],
    'only reading': [withPolicy({ ...DENY, Action: 's3:GetObject' }), 'Properties'],
    'reading and writing, but not deleting': [withPolicy({ ...DENY, Action: ['s3:GetObject', 's3:PutObject'] }), 'Properties'],
    'everything but one action': [withPolicy({ ...DENY, Action: undefined, NotAction: 's3:DeleteObject' }), 'Properties'],
    'one folder': [withPolicy({ ...DENY, Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/a/*'] }), 'Properties'],
    'only the bucket': [withPolicy({ ...DENY, Resource: 'arn:aws:s3:::b' }), 'Properties'],
    'the objects of every bucket only': [withPolicy({ ...DENY, Resource: 'arn:aws:s3:::*/*' }), 'Properties'],
    'the objects of another bucket': [withPolicy({ ...DENY, Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::c/*'] }), 'Properties'],
    'another bucket, named after this one': [
      withPolicy({ ...DENY, Resource: [{ 'Fn::Sub': 'arn:aws:s3:::${Subject}-logs' }, { 'Fn::Sub': 'arn:aws:s3:::${Subject}-logs/*' }] }), 'Properties',
    ],
    'with TLS': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), 'Properties'],
    'a condition without a value': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': [] } } }), 'Properties'],
    'no condition on TLS': [withPolicy({ ...DENY, Condition: undefined }), 'Properties'],
    'everybody but one': [withPolicy({ ...DENY, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }), 'Properties'],
    'allowed': [withPolicy({ ...DENY, Effect: 'Allow' }), 'Properties'],
    'a second condition': [withPolicy({ ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:ViaAWSService': 'true' } } }), 'Properties'],
    'the policy of another bucket': [withPolicy(DENY, 'other'), 'Properties'],
    'a policy that exists sometimes': [resources(
      { Subject: BUCKET, Policy: { ...policy(DENY, { Ref: 'Subject' }), Condition: 'Production' } },
      { Parameters: { Env: { Type: 'String' } }, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } } },
    ), 'Properties'],
  },
  notApplicable: {
    'the policy of a bucket of the app, which is judged instead': judging('Policy', withPolicy(DENY)),
    'the policy of a bucket of the app, by its name': judging('Policy', withPolicy({ ...DENY, Effect: 'Allow' }, 'b')),
    'the policy of a bucket of the app, by the same name with an account in it': judging('Policy', resources({
      Subject: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'b-${AWS::AccountId}' } } },
      Policy: policy({ ...DENY, Resource: [{ 'Fn::GetAtt': ['Subject', 'Arn'] }] }, { 'Fn::Sub': 'b-${AWS::AccountId}' }),
    })),
  },
  insufficientData: {
    'everything but what begins so': withPolicy({ ...DENY, Resource: undefined, NotResource: 'arn:aws:s3:::other*' }),
    'the bucket elsewhere, its ARN by another parameter': elsewhere(
      { ...DENY, Resource: { Ref: 'Arn' } }, { Ref: 'Name' }, { Parameters: { Name: { Type: 'String' }, Arn: { Type: 'String' } } },
    ),
    'a policy of a bucket that a parameter names': resources(
      { Subject: BUCKET, Policy: policy(DENY, { Ref: 'Name' }) }, { Parameters: { Name: { Type: 'String' } } },
    ),
    'an action that a parameter names': resources(
      { Subject: BUCKET, Policy: policy({ ...DENY, Action: { Ref: 'Action' } }, { Ref: 'Subject' }) }, { Parameters: { Action: { Type: 'String' } } },
    ),
  },
};
