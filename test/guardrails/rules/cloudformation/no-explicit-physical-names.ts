import { rule } from '../../../../src/guardrails/rules/cloudformation/no-explicit-physical-names';
import { subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const table = subjectOf('AWS::DynamoDB::Table');
const role = subjectOf('AWS::IAM::Role');
const GIVEN = { Parameters: { Given: { Type: 'String' } } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no name': table({ BillingMode: 'PAY_PER_REQUEST' }),
    'left out by NoValue': role({ RoleName: { Ref: 'AWS::NoValue' } }),
    'a name of something else': role({ Path: '/app/', Description: 'a' }),
  },
  nonCompliant: {
    'a table': [table({ TableName: 'orders' }), 'Properties.TableName'],
    'a role': [role({ RoleName: 'worker' }), 'Properties.RoleName'],
    'a name with that of the stack in it': [role({ RoleName: { 'Fn::Sub': '${AWS::StackName}-worker' } }), 'Properties.RoleName'],
    'an API key': [subjectOf('AWS::ApiGateway::ApiKey')({ Name: 'partner' }), 'Properties.Name'],
    'an alarm': [subjectOf('AWS::CloudWatch::Alarm')({ AlarmName: 'errors' }), 'Properties.AlarmName'],
    'a global table': [subjectOf('AWS::DynamoDB::GlobalTable')({ TableName: 'orders' }), 'Properties.TableName'],
    'a security group': [subjectOf('AWS::EC2::SecurityGroup')({ GroupName: 'orders' }), 'Properties.GroupName'],
    'a repository': [subjectOf('AWS::ECR::Repository')({ RepositoryName: 'orders' }), 'Properties.RepositoryName'],
    'a managed policy': [subjectOf('AWS::IAM::ManagedPolicy')({ ManagedPolicyName: 'orders' }), 'Properties.ManagedPolicyName'],
    'a stream': [subjectOf('AWS::Kinesis::Stream')({ Name: 'orders' }), 'Properties.Name'],
    'a database': [subjectOf('AWS::RDS::DBInstance')({ DBInstanceIdentifier: 'main' }), 'Properties.DBInstanceIdentifier'],
  },
  insufficientData: {
    'a parameter': table({ TableName: { Ref: 'Given' } }, GIVEN),
    'a name with a parameter in it': table({ TableName: { 'Fn::Sub': '${Given}-orders' } }, GIVEN),
  },
};
