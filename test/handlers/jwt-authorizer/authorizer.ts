import { once } from 'events';
import * as fs from 'fs';
import * as http from 'http';
import type { AddressInfo } from 'net';
import * as os from 'os';
import * as path from 'path';
import * as secretsManager from '@aws-sdk/client-secrets-manager';
import type { APIGatewayAuthorizerResult, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { ISSUER, Json, SECRET } from './tokens';
import type { AuthorizerEvent } from '../../../handlers/jwt-authorizer/caller';
import type { Settings } from '../../../handlers/jwt-authorizer/settings';

/** The code that ships, as esbuild bundles it. */
export const BUNDLE = path.join(__dirname, '../../../assets/handlers/jwt-authorizer/index/index.js');

type Answer = APIGatewayAuthorizerResult & APIGatewaySimpleAuthorizerWithContextResult<Record<string, string>>;

export interface Authorizer {
  readonly handler: (event: AuthorizerEvent) => Promise<Answer>;
  /** What went to the log. */
  readonly log: string[];
}

export const SETTINGS: Settings = {
  issuer: ISSUER,
  audiences: ['orders'],
  audienceClaim: 'aud',
  algorithms: ['RS256'],
  keys: { kind: 'jwks', url: 'https://issuer.example.test/keys' },
  clockToleranceSeconds: 0,
  claims: {},
  context: [],
  header: 'authorization',
  scopes: {},
};

/** What Secrets Manager answers, by the stage of the version. */
type Secrets = Readonly<Record<string, string | Error | undefined>>;

/** A function with these settings, as Lambda would start it; `secrets` are the values of versions of any secret. */
export function authorizer(settings: Partial<Settings> = {}, secrets?: Secrets): Authorizer {
  return authorizerOf(BUNDLE, JSON.stringify({ ...SETTINGS, ...settings }), secrets);
}

/** The bundle with a key set beside it, as the construct deploys it. */
export function bundleWith(keys: readonly (Json | undefined)[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jwt-authorizer-'));
  fs.copyFileSync(BUNDLE, path.join(folder, 'index.js'));
  fs.writeFileSync(path.join(folder, 'keys.json'), JSON.stringify({ keys }));
  return path.join(folder, 'index.js');
}

/** The function of a bundle with these settings. */
export function authorizerOf(bundle: string, settings: string, secrets: Secrets = { AWSCURRENT: SECRET }): Authorizer {
  const log: string[] = [];
  jest.spyOn(console, 'warn').mockImplementation((line: string) => { log.push(line); });
  process.env.JWT_AUTHORIZER_SETTINGS = settings;
  let handler: Authorizer['handler'];
  jest.spyOn(secretsManager.SecretsManagerClient.prototype, 'send').mockImplementation(async (...[command]: any[]) => {
    const value = secrets[command.input.VersionStage];
    if (value instanceof Error) throw value;
    if (value === undefined) throw new secretsManager.ResourceNotFoundException({ message: 'no such stage', $metadata: {} });
    return { SecretString: value };
  });
  jest.isolateModules(() => {
    jest.doMock('@aws-sdk/client-secrets-manager', () => secretsManager); // loading it anew for each function takes long
    ({ handler } = require(bundle)); // eslint-disable-line @typescript-eslint/no-require-imports
  });
  return { handler: handler!, log };
}

export const METHOD_ARN = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/orders/7';

export const CONNECT_ARN = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/live/$connect';

/** What API Gateway asks with the token alone. */
export function tokenEvent(text: string): AuthorizerEvent {
  return { type: 'TOKEN', methodArn: METHOD_ARN, authorizationToken: text };
}

/** What it asks with the whole request. */
export function requestEvent(headers: Record<string, string>, others: object = {}): AuthorizerEvent {
  return {
    type: 'REQUEST',
    methodArn: METHOD_ARN,
    httpMethod: 'GET',
    resource: '/orders/{id}',
    path: '/orders/7',
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    requestContext: { requestId: 'request-1' },
    ...others,
  } as unknown as AuthorizerEvent;
}

/** What a WebSocket API asks when a client connects. */
export function connectEvent(headers: Record<string, string | string[]>, query: Record<string, string | string[]> = {}): AuthorizerEvent {
  type Values = Record<string, string | string[]>;
  const all = (values: Values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
  const last = (values: Values) => Object.fromEntries(Object.entries(all(values)).map(([name, value]) => [name, value.at(-1)]));
  return {
    type: 'REQUEST',
    methodArn: CONNECT_ARN,
    headers: last(headers),
    multiValueHeaders: all(headers),
    queryStringParameters: last(query),
    multiValueQueryStringParameters: all(query),
    stageVariables: {},
    requestContext: { requestId: 'request-1', routeKey: '$connect', eventType: 'CONNECT', connectionId: 'connection-1', stage: 'live', apiId: 'a1b2c3' },
  } as unknown as AuthorizerEvent;
}

/** What an HTTP API asks. */
export function httpEvent(headers: Record<string, string>, others: object = {}): AuthorizerEvent {
  return {
    version: '2.0', type: 'REQUEST', routeKey: 'GET /orders/{id}', routeArn: METHOD_ARN, identitySource: [], headers, requestContext: { requestId: 'request-1' }, ...others,
  } as unknown as AuthorizerEvent;
}

export interface KeyServer {
  /** Paths that were asked for. */
  readonly asked: string[];
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  readonly close: () => Promise<void>;
}

/** A server of keys on the loopback interface, which answers for every host that is fetched from by https. */
export async function keyServer(): Promise<KeyServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url!);
    self.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const real = globalThis.fetch;
  globalThis.fetch = async (url, options) => real(String(url).replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`), options);
  const self: KeyServer = {
    asked,
    answer: (_, response) => response.end('{"keys":[]}'),
    close: async () => {
      globalThis.fetch = real;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}

/** Answers with these keys. */
export function serving(keys: readonly unknown[]): KeyServer['answer'] {
  return (_, response) => response.end(JSON.stringify({ keys }));
}
