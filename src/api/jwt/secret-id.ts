import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';

/**
 * What a function in the stack of `scope` asks Secrets Manager by: the complete ARN, or the name. An ARN without the six characters at its end is
 * not enough where the name ends in a hyphen and six characters itself: Secrets Manager takes those for its own, and finds nothing. Undefined
 * where only such an ARN is known, because the secret may be of another account or region.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export function secretId(scope: IConstruct, secret: ISecret): string | undefined {
  if (secret.secretFullArn !== undefined) return secret.secretFullArn;
  const name = Arn.split(secret.secretArn, ArnFormat.COLON_RESOURCE_NAME).resourceName!;
  const { account, region } = Stack.of(scope);
  if (secret.env.account === account && secret.env.region === region) return name;
  return /-[A-Za-z0-9]{6}$/.test(name) ? undefined : secret.secretArn;
}
