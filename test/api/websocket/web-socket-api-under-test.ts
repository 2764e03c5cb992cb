import { Stack } from 'aws-cdk-lib';
import type { CfnApi, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { JwtIssuer, RouteAuth, SecureWebSocketApi, SecureWebSocketApiProps, WebSocketRouteOptions } from '../../../src/api';
import { functionIn, SCHEMA } from '../api-under-test';

/** An issuer of tokens. */
export const LOGIN = JwtIssuer.at('https://login.example.com/', { audiences: ['chat'] });

/** An API for AWS identities with one route, and the function behind it. */
export function webSocketApiIn(
  stack: Stack, props?: Partial<SecureWebSocketApiProps>, options?: Partial<WebSocketRouteOptions>,
): { api: SecureWebSocketApi; fn: lambda.Function } {
  const { api, fn } = emptyWebSocketApiIn(stack, props);
  api.addRoute('order', fn, { body: SCHEMA, ...options });
  return { api, fn };
}

/** An API without routes, for errors of addRoute. */
export function emptyWebSocketApiIn(stack: Stack, props?: Partial<SecureWebSocketApiProps>): { api: SecureWebSocketApi; fn: lambda.Function } {
  return { api: new SecureWebSocketApi(stack, 'Api', { auth: RouteAuth.iam(), ...props }), fn: functionIn(stack) };
}

export const apiOf = (api: SecureWebSocketApi): CfnApi => api.webSocketApi.node.defaultChild as CfnApi;
export const stageOf = (api: SecureWebSocketApi): CfnStage => api.stage.node.defaultChild as CfnStage;
export const routeOf = (api: SecureWebSocketApi, key: string): CfnRoute =>
  api.node.findAll().find((node): node is CfnRoute => (node as CfnRoute).routeKey === key)!;
