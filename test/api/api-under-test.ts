import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { RouteAuth, SecureApi, SecureApiProps } from '../../src/api';

export const SCHEMA: apigateway.JsonSchema = {
  type: apigateway.JsonSchemaType.OBJECT,
  required: ['sku'],
  properties: { sku: { type: apigateway.JsonSchemaType.STRING } },
};

export const PUBLIC = RouteAuth.public('test route, returns no data');

/** A function, wherever it may live. */
export function functionIn(scope: Construct, id = 'Fn'): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
  });
}

export function userPool(scope: Construct, id = 'Users'): cognito.IUserPool {
  return cognito.UserPool.fromUserPoolId(scope, id, `eu-west-1_${id}`);
}

/** An API with one route for AWS identities, and the function behind it. */
export function apiIn(stack: Stack, props?: SecureApiProps): { api: SecureApi; fn: lambda.Function } {
  const fn = functionIn(stack);
  const api = new SecureApi(stack, 'Api', props);
  api.addRoute('GET', '/orders/{id}', fn, { auth: RouteAuth.iam() });
  return { api, fn };
}

/** An API without routes, for errors of addRoute. */
export function emptyApiIn(stack: Stack, props?: SecureApiProps): { api: SecureApi; fn: lambda.Function } {
  return { api: new SecureApi(stack, 'Api', props), fn: functionIn(stack) };
}
