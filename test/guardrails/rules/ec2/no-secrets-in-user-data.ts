import { rule } from '../../../../src/guardrails/rules/ec2/no-secrets-in-user-data';
import { resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const PASSWORD = ['Tr0ub4dor', 'and', '3xtra'].join('-');
const GIVEN = { Parameters: { Given: { Type: 'String' } } };

const instance = subjectOf('AWS::EC2::Instance');
const launchTemplate = subjectOf('AWS::EC2::LaunchTemplate');
const launchConfiguration = subjectOf('AWS::AutoScaling::LaunchConfiguration');
const fleet = subjectOf('AWS::EC2::SpotFleet');
const lightsail = subjectOf('AWS::Lightsail::Instance');

/** The user data of an instance, as most templates write it. */
function script(...lines: readonly string[]): object {
  return { UserData: { 'Fn::Base64': { 'Fn::Sub': ['#!/bin/bash', ...lines].join('\n') } } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a script': instance(script('yum install -y httpd', '/opt/aws/bin/cfn-init --stack ${AWS::StackName} --resource Web --region ${AWS::Region}')),
    'a script that fetches the secret': instance(script('export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id shop/db --output text)"')),
    'text in base64': instance({ UserData: Buffer.from('#!/bin/bash\nyum update -y\n').toString('base64') }),
    'the ARN of a secret': resources({
      Subject: { Type: 'AWS::EC2::Instance', Properties: script('echo DB_SECRET=${Secret} >> /etc/app.conf') },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    }),
    'of a launch template': launchTemplate({ LaunchTemplateData: script('systemctl start app') }),
  },
  nonCompliant: {
    'a password': [instance(script(`export DB_PASSWORD=${PASSWORD}`)), 'Properties.UserData'],
    'a password on a command line': [instance(script(`mysql -u app -p${PASSWORD} shop < schema.sql`)), 'Properties.UserData'],
    'text in base64': [instance({ UserData: Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=${PASSWORD}\n`).toString('base64') }), 'Properties.UserData'],
    'the head of a private key': [
      instance(script('cat > ~/.ssh/id_rsa <<EOF', `-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'MIIEpAIBAAKCAQEAx7Qf3mL0', 'EOF')), 'Properties.UserData',
    ],
    'a secret that CloudFormation looks up': [
      instance(script('export DB_PASSWORD={{resolve:secretsmanager:shop/db:SecretString:password}}')), 'Properties.UserData',
    ],
    'a parameter that is not to be echoed': [
      instance(script('echo ${Pin} > /etc/pin'), { Parameters: { Pin: { Type: 'String', NoEcho: true } } }), 'Properties.UserData',
    ],
    'the key of an IAM user': [resources({
      Subject: { Type: 'AWS::EC2::Instance', Properties: script('aws configure set region eu-west-1', 'echo ${Key.SecretAccessKey} > /etc/key') },
      Key: { Type: 'AWS::IAM::AccessKey', Properties: {} },
    }), 'Properties.UserData'],
    'beside a value that is not known': [instance(script(`export HOST=\${Given} DB_PASSWORD=${PASSWORD}`), GIVEN), 'Properties.UserData'],
    'of a launch template': [
      launchTemplate({ LaunchTemplateData: script(`export DB_PASSWORD=${PASSWORD}`) }), 'Properties.LaunchTemplateData.UserData',
    ],
    'of a launch configuration': [launchConfiguration(script(`export DB_PASSWORD=${PASSWORD}`)), 'Properties.UserData'],
    'of one instance of a fleet': [
      fleet({ SpotFleetRequestConfigData: { LaunchSpecifications: [script('true'), script(`export DB_PASSWORD=${PASSWORD}`)] } }),
      'Properties.SpotFleetRequestConfigData.LaunchSpecifications.1.UserData',
    ],
    'of an instance of Lightsail': [lightsail({ UserData: `export DB_PASSWORD=${PASSWORD}` }), 'Properties.UserData'],
  },
  insufficientData: {
    'a parameter': instance(script('echo ${Given} > /etc/app.conf'), GIVEN),
    'a password by a parameter': instance(script('export DB_PASSWORD=${Given}', 'systemctl start app'), GIVEN),
    'all of it given at deployment': instance({ UserData: { 'Fn::ImportValue': 'elsewhere' } }),
    'no text': instance({ UserData: ['#!/bin/bash'] }),
  },
  notApplicable: {
    'no user data': instance({ ImageId: 'ami-0abcdef1234567890' }),
    'a launch template without': launchTemplate({ LaunchTemplateData: { InstanceType: 't4g.micro' } }),
  },
};
