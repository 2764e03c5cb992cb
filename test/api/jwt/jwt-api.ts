import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { JwtIssuer, JwtKeys, RouteAuth, SecureApi } from '../../../src/api';
import { newStack, templateOf } from '../../harness/apps';
import { emptyApiIn } from '../api-under-test';

export const AUTHORIZER = 'AWS::ApiGateway::Authorizer';
export const SECRET_ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:partner-a1B2c3';

/** An issuer whose tokens API Gateway can verify. */
export const LOGIN = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });

/** One whose tokens it cannot: a shared secret signs them. */
export function partnerIn(stack: Stack): JwtIssuer {
  const secret = secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', SECRET_ARN);
  return JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(secret) });
}

/** Adds routes to a new API, and returns what is synthesized. */
export function synthesized(add: (route: (path: string, auth: RouteAuth) => void, stack: Stack, api: SecureApi) => void): Template {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  add((path, auth) => api.addRoute('GET', path, fn, { auth }), stack, api);
  return templateOf(stack);
}

/** The settings that the functions of the template get, as they will be once references are resolved. */
export function settingsIn(template: Template): any[] {
  return Object.values(template.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties.Environment?.Variables?.JWT_AUTHORIZER_SETTINGS)
    .filter((settings) => settings !== undefined)
    .map((settings) => JSON.parse(settings as string));
}
