import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { AuthChoice } from './auth-choice';
import type { RouteOptions } from './route-options';
import type { RoutePath } from './route-path';
import { sealFunctionIntegration } from '../integrations/integration-seal';

/** A route whose own settings were found good: what the thing behind it needs to know. */
export interface CheckedRoute {
  readonly route: RoutePath;
  readonly choice: AuthChoice;
  readonly options: RouteOptions;
  /** Schema of the body, closed; undefined where the route says why there is none. */
  readonly schema?: apigateway.JsonSchema;
}

/** What a method gets from the thing behind its route. */
export interface MethodTarget {
  readonly integration: apigateway.Integration;
  readonly methodResponses?: apigateway.MethodResponse[];
  /** Called with the method when it is made. */
  readonly connect?: (method: apigateway.Method) => void;
}

/** The thing behind a route: it may refuse routes that it cannot serve. */
export type RouteTarget = (route: CheckedRoute) => MethodTarget;

/** Leads to a function, with one permission for the whole API. */
export function toFunction(owner: IConstruct, handler: lambda.IFunction): RouteTarget {
  return ({ route }) => ({
    integration: new apigateway.LambdaIntegration(handler, { scopePermissionToMethod: false }),
    connect: (method) => sealFunctionIntegration(owner, route.name, method.node.defaultChild as apigateway.CfnMethod),
  });
}
