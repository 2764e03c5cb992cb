import { Stack } from 'aws-cdk-lib';
import type { CfnApi, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { JwtIssuer, RouteAuth, SecureHttpApi, SecureHttpApiProps } from '../../../src/api';
import { functionIn } from '../api-under-test';

/** An issuer whose tokens API Gateway verifies itself. */
export const LOGIN = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });

/** An API with one route for AWS identities, and the function behind it. */
export function httpApiIn(stack: Stack, props?: SecureHttpApiProps): { api: SecureHttpApi; fn: lambda.Function } {
  const { api, fn } = emptyHttpApiIn(stack, props);
  api.addRoute('GET', '/orders/{id}', fn, { auth: RouteAuth.iam() });
  return { api, fn };
}

/** An API without routes, for errors of addRoute. */
export function emptyHttpApiIn(stack: Stack, props?: SecureHttpApiProps): { api: SecureHttpApi; fn: lambda.Function } {
  return { api: new SecureHttpApi(stack, 'Api', props), fn: functionIn(stack) };
}

export const apiOf = (api: SecureHttpApi): CfnApi => api.httpApi.node.defaultChild as CfnApi;
export const stageOf = (api: SecureHttpApi): CfnStage => api.stage.node.defaultChild as CfnStage;
