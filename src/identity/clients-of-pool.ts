import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { resourcesOfApp } from '../private/validation-memory';

/** App clients of a user pool, in whatever stack and by whomever they were made; for use in validations. */
export function clientsOfPool(asking: IConstruct, userPool: cognito.UserPool): CfnResource[] {
  return resourcesOfApp(asking, ['AWS::Cognito::UserPoolClient'])
    .filter((client) => refersTo((client as cognito.CfnUserPoolClient).userPoolId, userPool));
}

/** What Cognito does about risky sign-ins to a user pool or one of its clients, by whomever it was said. */
export function riskConfigurationsOfPool(asking: IConstruct, userPool: cognito.UserPool): CfnResource[] {
  return resourcesOfApp(asking, ['AWS::Cognito::UserPoolRiskConfigurationAttachment'])
    .filter((configuration) => refersTo((configuration as cognito.CfnUserPoolRiskConfigurationAttachment).userPoolId, userPool));
}

/** Scopes that the resource servers of a user pool declare: `orders/write`. */
export function scopesOfPool(asking: IConstruct, userPool: cognito.UserPool): string[] {
  return (resourcesOfApp(asking, ['AWS::Cognito::UserPoolResourceServer']) as cognito.CfnUserPoolResourceServer[])
    .filter(({ userPoolId }) => refersTo(userPoolId, userPool))
    .flatMap(({ identifier, scopes }) => (Array.isArray(scopes) ? scopes : [])
      .flatMap((scope) => ('scopeName' in scope ? [`${identifier}/${scope.scopeName}`] : [])));
}

function refersTo(userPoolId: unknown, userPool: cognito.UserPool): boolean {
  return typeof userPoolId === 'string' && Tokenization.reverseString(userPoolId).tokens.some((token) =>
    Reference.isReference(token) && CfnResource.isCfnResource(token.target) && token.target === userPool.node.defaultChild);
}
