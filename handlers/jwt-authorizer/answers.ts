import type { APIGatewayAuthorizerResult, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { AuthorizerEvent, isConnect, isOfHttpApi } from './caller';

type Context = Readonly<Record<string, string>>;

/** The claims that are handed on, as text: API Gateway takes no lists or objects. */
export function contextOf(claims: Readonly<Record<string, unknown>>, names: readonly string[]): Context {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(claims, name) && claims[name] !== undefined && claims[name] !== null).map((name) => {
    const value = claims[name];
    return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
  }));
}

/** Nothing that would be encoded; most subjects are no more. */
const PLAIN = /^[\w|@:.+/=-]+$/;

/**
 * Who calls: the subject of the token. API Gateway writes it into its access log as it is, so that what could end the text there, or the line, is
 * encoded, and the sign of encoding too: no two subjects become one.
 */
export function principalIdOf({ sub }: Readonly<Record<string, unknown>>): string {
  if (typeof sub !== 'string' || sub === '') return 'caller';
  return PLAIN.test(sub) ? sub : sub.replace(/["\\%\p{Cc}\p{Cs}]/gu, (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}`);
}

type Welcome = APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerWithContextResult<Context>;

/** What API Gateway is told of somebody who may come in. */
export function welcome(event: AuthorizerEvent, principalId: string, context: Context): Welcome {
  if (isOfHttpApi(event)) return { isAuthorized: true, context: { ...context, principalId } }; // a simple answer has no other place for it
  return {
    principalId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${stageOf(event.methodArn)}/${methodsOf(event)}` }],
    },
    context,
  };
}

/** `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod` of `arn:...:a1b2c3/prod/GET/orders`. */
function stageOf(methodArn: string): string {
  return methodArn.split('/').slice(0, 2).join('/');
}

/**
 * What API Gateway may use the answer for while it keeps it. Asked with the token alone, it keeps the answer for every route that asks with
 * the same token: all methods of the stage. Asked with the whole request, the construct makes the route part of the key: the route, with
 * whatever stands for its path parameters. A WebSocket API keeps no answer, and asks for the one route that has an authorizer.
 */
function methodsOf(event: Exclude<AuthorizerEvent, { version: string }>): string {
  if (isConnect(event)) return '$connect';
  return event.type === 'TOKEN' ? '*/*' : `${event.httpMethod}${event.resource.replace(/\{[^}]*\}/g, '*')}`;
}
