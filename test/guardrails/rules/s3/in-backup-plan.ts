import { bucket, GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/s3/in-backup-plan';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' };
const EQUALS = { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'daily' }] };
const ARN = { 'Fn::GetAtt': ['Subject', 'Arn'] };

function selected(selection: object, properties: object = { BucketName: 'b', Tags: [{ Key: 'backup', Value: 'daily' }] }): Situation {
  return resources({
    Subject: { Type: 'AWS::S3::Bucket', Properties: properties },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: { BackupPlanId: 'p', BackupSelection: { SelectionName: 's', IamRoleArn: 'arn:aws:iam::111122223333:role/a', ...selection } },
    },
  }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by reference': selected({ Resources: [ARN] }),
    'by name': selected({ Resources: ['arn:aws:s3:::other', 'arn:aws:s3:::b'] }),
    'every bucket': selected({ Resources: ['arn:aws:s3:::*'] }, {}),
    'everything': selected({ Resources: ['*'] }),
    'nothing listed, which is everything': selected({}),
    'buckets of a kind': selected({ Resources: ['arn:*:s3:::b*'] }),
    'by a tag': selected({ ListOfTags: [TAG] }),
    'by a tag or by name': selected({ ListOfTags: [{ ...TAG, ConditionValue: 'hourly' }], Resources: [ARN] }),
    'by name if it has a tag': selected({ Resources: [ARN], Conditions: EQUALS }),
    'by a tag like another': selected({ Resources: ['*'], Conditions: { StringLike: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'd*' }] } }),
    'by a tag unlike another': selected({ Resources: ['*'], Conditions: { StringNotLike: [{ ConditionKey: 'backup', ConditionValue: 'hour*' }] } }),
    'all but another bucket': selected({ Resources: ['*'], NotResources: ['arn:aws:s3:::other'] }),
  },
  nonCompliant: {
    'no selection': [bucket({ BucketName: 'b' }), 'Properties'],
    'another bucket': [selected({ Resources: ['arn:aws:s3:::other'] }), 'Properties'],
    'buckets that end otherwise': [selected({ Resources: ['arn:aws:s3:::*-logs'] }), 'Properties'],
    'every table': [selected({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }), 'Properties'],
    'another tag': [selected({ ListOfTags: [{ ...TAG, ConditionValue: 'hourly' }] }), 'Properties'],
    'no tags': [selected({ ListOfTags: [TAG] }, {}), 'Properties'],
    'by name, but not with this tag': [selected({ Resources: [ARN], Conditions: EQUALS }, { Tags: [{ Key: 'backup', Value: 'no' }] }), 'Properties'],
    'by name, but not with a tag like this': [
      selected({ Resources: [ARN], Conditions: { StringNotLike: [{ ConditionKey: 'backup', ConditionValue: 'd*' }] } }), 'Properties',
    ],
    'by name, but not if it has the tag': [selected({ Resources: [ARN], Conditions: { StringNotEquals: EQUALS.StringEquals } }), 'Properties'],
    'excluded': [selected({ Resources: ['arn:aws:s3:::*'], NotResources: [ARN] }), 'Properties'],
  },
  insufficientData: {
    'a parameter': selected({ Resources: [{ Ref: 'Given' }] }),
    'buckets of a kind, where the name is made at deployment': selected({ Resources: ['arn:aws:s3:::prod-*'] }, {}),
    'a tag by a parameter': selected({ ListOfTags: [TAG] }, { Tags: [{ Key: 'backup', Value: { Ref: 'Given' } }] }),
    'no ARN': selected({ Resources: ['b*'] }),
    'a condition without a value': selected({ Resources: [ARN], Conditions: { StringEquals: [{ ConditionKey: 'backup' }] } }),
  },
};
