import type { CfnResource } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { resourcesIn } from './only-one';
import { resourcesOfApp } from '../private/validation-memory';

/** App clients of a user pool, in whatever stack and by whomever they were made; for use in validations. */
export function clientsOfPool(asking: IConstruct, userPool: cognito.UserPool): CfnResource[] {
  return resourcesOfApp(asking, ['AWS::Cognito::UserPoolClient'])
    .filter((client) => refersTo((client as cognito.CfnUserPoolClient).userPoolId, userPool));
}

/** Scopes that the resource servers of a user pool declare: `orders/write`. */
export function scopesOfPool(asking: IConstruct, userPool: cognito.UserPool): string[] {
  return (resourcesOfApp(asking, ['AWS::Cognito::UserPoolResourceServer']) as cognito.CfnUserPoolResourceServer[])
    .filter(({ userPoolId }) => refersTo(userPoolId, userPool))
    .flatMap(({ identifier, scopes }) => (Array.isArray(scopes) ? scopes : [])
      .flatMap((scope) => ('scopeName' in scope ? [`${identifier}/${scope.scopeName}`] : [])));
}

/** Whether the client is known to be that of another user pool of the app; one that is imported may be anybody's. */
export function isClientOfAnother({ node: { defaultChild } }: cognito.IUserPoolClient, userPool: cognito.UserPool): boolean {
  const { userPoolId } = (defaultChild ?? {}) as Partial<cognito.CfnUserPoolClient>;
  return resourcesIn(userPoolId).length > 0 && !refersTo(userPoolId, userPool);
}

function refersTo(userPoolId: unknown, userPool: cognito.UserPool): boolean {
  return resourcesIn(userPoolId).some((target) => target === userPool.node.defaultChild);
}
