import type * as iam from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { grantToPrincipal } from './grant-to-principal';
import { grantKeyUse } from './keys/key-grants';
import { openNetworkPath } from '../private/network-path';

/**
 * Lets a principal read the current value of one secret, through the network too if it is a function inside a VPC.
 *
 * The key of an imported secret is known only if it was imported with it; secrets under the AWS managed key need no statement.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html
 */
export function grantSecretRead(grantee: iam.IGrantable, secret: ISecret): iam.Grant {
  if (secret.encryptionKey) grantKeyUse(secret, grantee, secret.encryptionKey, { via: 'secretsmanager', actions: ['kms:Decrypt'] });
  openNetworkPath(grantee, 'secretsmanager');
  return grantToPrincipal(secret, {
    grantee,
    actions: ['secretsmanager:GetSecretValue'],
    // Secrets Manager ends every ARN with six characters of its own; an import by name does not know them
    resourceArns: [secret.secretFullArn ?? `${secret.secretArn}-??????`],
  });
}
