import { once } from 'events';
import * as http from 'http';
import type { AddressInfo } from 'net';
import { SECRET } from './tokens';
import { SourceDown } from '../../../handlers/jwt-authorizer/refusal';
import { SharedSecret } from '../../../handlers/jwt-authorizer/shared-secret';

/** What Lambda gives a function that is stopped when API Gateway still waits. */
const PATIENCE_MS = 6_000;

const HEADERS = { 'content-type': 'application/x-amz-json-1.1' };
const environment = process.env;
let server: http.Server;
let answer: http.RequestListener;

/** Secrets Manager on the loopback interface: these tests go through the real client, with its tries and its time limits. */
beforeEach(async () => {
  server = http.createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env = {
    ...environment,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  };
});
afterEach(async () => {
  process.env = environment;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const keys = () => new SharedSecret('prod/x-secret', undefined, ['HS256']).candidates({ alg: 'HS256' });

test('a secret is read by its name, in both versions', async () => {
  const asked: unknown[] = [];
  answer = (request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += String(chunk); }).on('end', () => {
      asked.push(JSON.parse(body));
      response.writeHead(200, HEADERS).end(JSON.stringify({ SecretString: SECRET }));
    });
  };
  await expect(keys()).resolves.toHaveLength(1);
  expect(asked).toEqual(expect.arrayContaining(['AWSCURRENT', 'AWSPENDING'].map((VersionStage) => ({ SecretId: 'prod/x-secret', VersionStage }))));
});

test('a try that hangs is given up for another', async () => {
  const hung = new Set<string>();
  answer = (request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += String(chunk); }).on('end', () => {
      if (hung.has(body)) response.writeHead(200, HEADERS).end(JSON.stringify({ SecretString: SECRET }));
      hung.add(body);
    });
  };
  await expect(keys()).resolves.toHaveLength(1);
}, 4 * PATIENCE_MS);

test.each<[string, http.RequestListener]>([
  ['never answers', () => undefined],
  ['begins an answer and never ends it', (_, response) => { response.writeHead(200, HEADERS).write('{"SecretString":"'); }],
  ['fails slowly, try by try', (_, response) => { setTimeout(() => response.writeHead(500, HEADERS).end('{}'), 1_400); }],
])('Secrets Manager that %s is given up while API Gateway still waits', async (_, listener) => {
  answer = listener;
  const begin = performance.now();
  await expect(keys()).rejects.toThrow(SourceDown);
  expect(performance.now() - begin).toBeLessThan(PATIENCE_MS);
}, 4 * PATIENCE_MS);
