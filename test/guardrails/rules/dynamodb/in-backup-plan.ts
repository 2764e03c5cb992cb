import { GIVEN, table } from './situations';
import { rule } from '../../../../src/guardrails/rules/dynamodb/in-backup-plan';
import { resources, template } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' };
const TAGS = { Tags: [{ Key: 'backup', Value: 'daily' }] };
const ARN = { 'Fn::GetAtt': ['Subject', 'Arn'] };

function selection(chosen: object): object {
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: 'p', BackupSelection: { SelectionName: 's', IamRoleArn: 'arn:aws:iam::111122223333:role/a', ...chosen } },
  };
}

function selected(chosen: object, properties: object = { TableName: 't', ...TAGS }): Situation {
  return resources({ Subject: { Type: 'AWS::DynamoDB::Table', Properties: properties }, Selection: selection(chosen) }, GIVEN);
}

function selectedGlobalTable(pattern: string): Situation {
  const subject = { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 't', Replicas: [{ Region: 'eu-central-1' }] } };
  return resources({ Subject: subject, Selection: selection({ Resources: [pattern] }) });
}

function selectedReplicas(replicas: readonly object[], facts: object = {}): Situation {
  const subject = { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: replicas } };
  return template({ Resources: { Subject: subject, Selection: selection({ ListOfTags: [TAG] }) } }, facts);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'by reference': selected({ Resources: [ARN] }),
    'by name': selected({ Resources: ['arn:aws:dynamodb:eu-central-1:111122223333:table/t'] }),
    'every table': selected({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }, {}),
    'everything of DynamoDB': selected({ Resources: ['arn:aws:dynamodb:*:*:*'] }, {}),
    'tables of a kind': selected({ Resources: ['arn:aws:dynamodb:*:*:table/t*'] }),
    'global tables of a kind': selectedGlobalTable('arn:aws:dynamodb:*:*:table/t*'),
    'everything': selected({ Resources: ['*'] }),
    'by a tag': selected({ ListOfTags: [TAG] }),
    'the only replica of a global table, by a tag': selectedReplicas([{ Region: 'eu-central-1', ...TAGS }]),
    'the replica in the region of the plan, by a tag': selectedReplicas([{ Region: 'eu-west-1' }, { Region: 'eu-central-1', ...TAGS }], { region: 'eu-central-1' }),
    'what begins like a table': selected({ Resources: ['arn:aws:dynamodb:*:*:tab*'] }),
    'by name unless it has another tag': selected({ Resources: [ARN], Conditions: { StringNotEquals: [{ ConditionKey: 'backup', ConditionValue: 'never' }] } }),
  },
  nonCompliant: {
    'no selection': [table({ TableName: 't' }), 'Properties'],
    'another table': [selected({ Resources: ['arn:aws:dynamodb:eu-central-1:111122223333:table/other'] }), 'Properties'],
    'tables of another kind': [selected({ Resources: ['arn:aws:dynamodb:*:*:table/x*'] }), 'Properties'],
    'global tables of another kind': [selectedGlobalTable('arn:aws:dynamodb:*:*:table/x*'), 'Properties'],
    'tables that end otherwise': [selected({ Resources: ['arn:aws:dynamodb:*:*:table/*-x'] }), 'Properties'],
    'what ends otherwise': [selected({ Resources: ['arn:aws:dynamodb:*:*:*-x'] }), 'Properties'],
    'what begins otherwise': [selected({ Resources: ['arn:aws:dynamodb:*:*:inde*x*'] }), 'Properties'],
    'something else of DynamoDB': [selected({ Resources: ['arn:aws:dynamodb:*:*:cache/*'] }, {}), 'Properties'],
    'every bucket': [selected({ Resources: ['arn:aws:s3:::*'] }), 'Properties'],
    'another tag': [selected({ ListOfTags: [{ ...TAG, ConditionValue: 'hourly' }] }), 'Properties'],
    'excluded': [selected({ Resources: ['*'], NotResources: [ARN] }), 'Properties'],
    'a replica in another region than the plan, by a tag': [
      selectedReplicas([{ Region: 'eu-west-1', ...TAGS }, { Region: 'eu-central-1' }], { region: 'eu-central-1' }), 'Properties',
    ],
    'another tag of the same value': [selected({ ListOfTags: [TAG] }, { TableName: 't', Tags: [{ Key: 'archive', Value: 'daily' }] }), 'Properties'],
    'by name if it has a tag like another': [
      selected({ Resources: [ARN], Conditions: { StringLike: [{ ConditionKey: 'backup', ConditionValue: 'hour*' }] } }), 'Properties',
    ],
  },
  insufficientData: {
    'a parameter': selected({ Resources: [{ Ref: 'Given' }] }),
    'tables of a kind, where the name is made at deployment': selected({ Resources: ['arn:aws:dynamodb:*:*:table/prod-*'] }, {}),
    'one of several replicas by a tag, the region of the plan being unknown': selectedReplicas([{ Region: 'eu-west-1', ...TAGS }, { Region: 'eu-central-1' }]),
    'tables of a kind that a parameter tells': selected({ Resources: [{ 'Fn::Sub': 'arn:aws:dynamodb:*:*:table/${Given}*' }] }),
    'a condition without a key': selected({ Resources: [ARN], Conditions: { StringEquals: [{ ConditionValue: 'daily' }] } }),
  },
};
