import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

export function bad(stack: Stack): void {
  const login = new secretsmanager.Secret(stack, 'DatabaseLogin');
  const start = ec2.UserData.forLinux();
  start.addCommands(`echo "DB_PASSWORD=${login.secretValue.unsafeUnwrap()}" >> /etc/shop.env`);
  new ec2.LaunchTemplate(stack, 'Server', { userData: start });
}

export function good(stack: Stack): void {
  const login = new secretsmanager.Secret(stack, 'DatabaseLogin'); // let the role of the instances read it
  const start = ec2.UserData.forLinux();
  start.addCommands(
    `export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id ${login.secretArn} --query SecretString --output text)"`,
    'systemctl start shop',
  );
  new ec2.LaunchTemplate(stack, 'Server', { userData: start });
}
