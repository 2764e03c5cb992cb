import { GIVEN, secretWith, SUBJECT } from './situations';
import { rule } from '../../../../src/guardrails/rules/secretsmanager/rotation';
import { app } from '../verdicts';
import type { Verdicts } from '../verdicts';

const EVERY_MONTH = { RotationRules: { AutomaticallyAfterDays: 30 }, RotationLambdaARN: 'arn:aws:lambda:eu-west-1:111122223333:function:rotate' };

function scheduleOf(secretId: unknown, properties: object = EVERY_MONTH): object {
  return { Type: 'AWS::SecretsManager::RotationSchedule', Properties: { SecretId: secretId, ...properties } };
}

const ATTACHMENT = { Type: 'AWS::SecretsManager::SecretTargetAttachment', Properties: { SecretId: SUBJECT, TargetId: 'db', TargetType: 'AWS::RDS::DBInstance' } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a schedule': secretWith({ Schedule: scheduleOf(SUBJECT) }),
    'an expression and a function of AWS': secretWith({
      Schedule: scheduleOf(SUBJECT, { RotationRules: { ScheduleExpression: 'rate(10 days)' }, HostedRotationLambda: { RotationType: 'MySQLSingleUser' } }),
    }),
    'by a credential of somebody else': secretWith({
      Schedule: scheduleOf(SUBJECT, { RotationRules: { AutomaticallyAfterDays: 30 }, ExternalSecretRotationRoleArn: 'arn:aws:iam::111122223333:role/rotate' }),
    }),
    'through the attachment to a database': secretWith({ Attachment: ATTACHMENT, Schedule: scheduleOf({ Ref: 'Attachment' }) }),
    'in another stack': app(
      {
        file: 'a.json',
        body: {
          Resources: { Subject: { Type: 'AWS::SecretsManager::Secret', Properties: {} } },
          Outputs: { Secret: { Value: SUBJECT, Export: { Name: 'secret' } } },
        },
      },
      { file: 'b.json', body: { Resources: { Schedule: scheduleOf({ 'Fn::ImportValue': 'secret' }) } } },
    ),
  },
  nonCompliant: {
    'no schedule': [secretWith({}), 'Properties'],
    'no rules': [secretWith({ Schedule: scheduleOf(SUBJECT, { RotationLambdaARN: 'arn' }) }), 'Properties'],
    'no function': [secretWith({ Schedule: scheduleOf(SUBJECT, { RotationRules: { AutomaticallyAfterDays: 30 } }) }), 'Properties'],
    'the schedule of another secret': [secretWith({ Schedule: scheduleOf('other') }), 'Properties'],
    'an attachment only': [secretWith({ Attachment: ATTACHMENT }), 'Properties'],
  },
  insufficientData: {
    'the schedule of a secret that a parameter names': secretWith({ Schedule: scheduleOf({ Ref: 'Given' }) }, GIVEN),
    'a schedule that is perhaps of one of its attachments': secretWith({ Attachment: ATTACHMENT, Schedule: scheduleOf({ 'Fn::ImportValue': 'attachment' }) }),
    'a function by a parameter that may be empty': secretWith({ Schedule: scheduleOf(SUBJECT, { ...EVERY_MONTH, RotationLambdaARN: { Ref: 'Given' } }) }, GIVEN),
  },
};
