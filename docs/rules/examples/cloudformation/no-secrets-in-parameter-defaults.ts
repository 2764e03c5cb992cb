import { CfnParameter, SecretValue } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

export function bad(stack: Stack): void {
  const password = new CfnParameter(stack, 'DatabasePassword', { noEcho: true, default: 'correct-horse-7' });
  new secretsmanager.Secret(stack, 'DatabaseLogin', { secretStringValue: SecretValue.cfnParameter(password) });
}

export function good(stack: Stack): void {
  new secretsmanager.Secret(stack, 'DatabaseLogin', { generateSecretString: { passwordLength: 32 } });
}
