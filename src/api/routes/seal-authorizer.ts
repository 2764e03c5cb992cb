import { Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import type { AuthorizerDefinition } from './authorizer-definition';
import { Protection, seal } from '../../private/seal';

/** Fails the synth when an authorizer no longer asks whom, and for what, the routes said. */
export function sealAuthorizer(owner: IConstruct, authorizer: apigateway.CfnAuthorizer, { props, override }: AuthorizerDefinition): void {
  const decided: Record<string, unknown> = {
    Type: props.type,
    AuthorizerUri: props.authorizerUri,
    AuthorizerResultTtlInSeconds: props.authorizerResultTtlInSeconds,
    IdentitySource: props.identitySource,
    IdentityValidationExpression: props.identityValidationExpression,
    ProviderARNs: props.providerArns,
    ...override,
  };
  seal(owner, authorizer, Object.entries(decided).map(([path, value]): Protection => ({
    path,
    promise: 'the authorizer asks for what the auth of its routes says',
    instead: 'Choose another RouteAuth in addRoute.',
    holds: (emitted) => JSON.stringify(emitted) === JSON.stringify(Stack.of(authorizer).resolve(value)),
  })));
}
