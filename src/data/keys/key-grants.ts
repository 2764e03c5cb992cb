import { Aws, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { grantToPrincipal } from '../grant-to-principal';

/** What a principal may do with a key, and through which service only. */
export interface KeyUse {
  /** Service whose requests may use the key: the `s3` of `s3.eu-west-1.amazonaws.com`. */
  readonly via: string;
  /** KMS actions, each written out. */
  readonly actions: string[];
}

/**
 * Lets a principal use a key for requests that a service makes on its behalf, and for nothing else.
 *
 * Writes to the principal's identity policy only: a statement in the key policy would name a role, which makes a cycle as
 * soon as the role's policy names the key. Principals of other accounts are therefore refused.
 *
 * @param resource the encrypted resource: its region decides the service's endpoint name
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function grantKeyUse(resource: IConstruct, grantee: iam.IGrantable, key: kms.IKey, use: KeyUse): iam.Grant {
  return grantToPrincipal(resource, {
    grantee,
    actions: use.actions,
    resourceArns: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${use.via}.${Stack.of(resource).region}.${Aws.URL_SUFFIX}` } },
  });
}
