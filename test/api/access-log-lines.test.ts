import { Stack } from 'aws-cdk-lib';
import { functionIn, userPool } from './api-under-test';
import { JwtIssuer, JwtVerifier, RouteAuth, SecureApi, SecureHttpApi } from '../../src/api';
import { rule as restAccessLogging } from '../../src/guardrails/rules/apigateway/rest-access-logging';
import { rule as stageAccessLogging } from '../../src/guardrails/rules/apigatewayv2/stage-access-logging';
import { mended } from '../guardrails/rules/mended';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

/** Claims that would end the text they stand in, or the line. */
const HOSTILE = ['a","admin":"yes', '\\', 'a\\', 'a\n{"forged":true}', '"', '{}', '\u0000'];

type Kind = 'REST' | 'HTTP';

/** The line that API Gateway writes: values as they are, a hyphen where there is none. Claims of its JWT authorizer for REST APIs are JSON. */
function lineOf(format: string, kind: Kind, isNative: boolean, claim: string): string {
  const value = kind === 'REST' && isNative ? JSON.stringify(claim) : claim;
  return format.replace(/\$context\.[A-Za-z_.]+/g, (variable) => (variable.startsWith('$context.authorizer.claims.') ? value : '-'));
}

const LOGIN = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'] });
const ofPool = (stack: Stack): JwtIssuer => {
  const pool = userPool(stack, 'Pool');
  return JwtIssuer.userPool(pool, { clients: [pool.addClient('Client')] });
};
const JWT = (issuer: JwtIssuer, verifier?: JwtVerifier): RouteAuth => RouteAuth.jwt(issuer, { scopes: ['a'], verifier });

/** The format of an API with a route for each of these. */
function formatOf(kind: Kind, auths: (stack: Stack) => RouteAuth[]): string {
  const stack = newStack();
  const api = kind === 'REST' ? new SecureApi(stack, 'Api') : new SecureHttpApi(stack, 'Api');
  const fn = functionIn(stack);
  auths(stack).forEach((auth, index) => api.addRoute('GET', `/${index}`, fn, { auth }));
  const { AccessLogSetting, AccessLogSettings } = only(templateOf(stack), kind === 'REST' ? 'AWS::ApiGateway::Stage' : 'AWS::ApiGatewayV2::Stage').resource.Properties;
  return (AccessLogSetting ?? AccessLogSettings).Format as string;
}

/** What remediation writes into a stage of somebody else's API that has no format. */
function remediated(type: string): Record<string, string> {
  const { templates } = mended(type === 'AWS::ApiGateway::Stage' ? restAccessLogging : stageAccessLogging, {
    templates: [{ file: 'Stack.template.json', body: { Resources: { Subject: { Type: type, Properties: {} } } } }],
  })!;
  const { Resources } = templates[0].body as { Resources: Record<string, { Properties: Record<string, { Format: string } | undefined> }> };
  const { AccessLogSetting, AccessLogSettings } = Resources.Subject.Properties;
  return JSON.parse((AccessLogSetting ?? AccessLogSettings)!.Format);
}

test.each<[string, Kind]>([
  ['AWS::ApiGateway::Stage', 'REST'],
  ['AWS::ApiGatewayV2::Stage', 'HTTP'],
])('remediation of %s writes what every API of the library tells, and nothing that callers choose or that quotes them', (type, kind) => {
  expect(JSON.parse(formatOf(kind, () => [RouteAuth.iam()]))).toMatchObject(remediated(type));
  expect(remediated(type)).toMatchObject({ requestId: '$context.extendedRequestId', error: '$context.error.responseType', ip: '$context.identity.sourceIp' });
});

inBothFlagModes(() => {
  test.each<[string, Kind, (stack: Stack) => RouteAuth[]]>([
    ['a REST API of tokens that it verifies itself', 'REST', () => [JWT(LOGIN)]],
    ['a REST API of those and of users', 'REST', (stack) => [RouteAuth.cognito([userPool(stack)], { scopes: ['a'] }), JWT(LOGIN)]],
    ['an HTTP API of tokens that it verifies itself', 'HTTP', () => [JWT(LOGIN)]],
    ['an HTTP API of those and of users', 'HTTP', (stack) => [JWT(ofPool(stack)), JWT(LOGIN)]],
  ])('a line of %s is one JSON object, whatever the claims are', (_, kind, auths) => {
    const format = formatOf(kind, auths);
    for (const claim of HOSTILE) {
      const line = lineOf(format, kind, true, claim);
      expect(line).not.toContain('\n');
      expect(JSON.parse(line)).toEqual(Object.fromEntries(Object.keys(JSON.parse(format)).map((name) => [name, '-'])));
    }
  });

  test.each<[string, Kind, (stack: Stack) => RouteAuth[]]>([
    ['REST API of users', 'REST', (stack) => [RouteAuth.cognito([userPool(stack)], { scopes: ['a'] }), RouteAuth.iam()]],
    ['REST API of users and of tokens that a function verifies', 'REST', (stack) => [RouteAuth.cognito([userPool(stack)], { scopes: ['a'] }), JWT(LOGIN, JwtVerifier.FUNCTION)]],
    ['HTTP API of users', 'HTTP', (stack) => [JWT(ofPool(stack)), RouteAuth.iam()]],
  ])('a line of a(n) %s names them: a user pool makes up their subjects itself', (_, kind, auths) => {
    const line = JSON.parse(lineOf(formatOf(kind, auths), kind, false, '11111111-2222-4333-8444-555555555555'));
    expect(line).toMatchObject({ subject: '11111111-2222-4333-8444-555555555555', client: '11111111-2222-4333-8444-555555555555', principal: '-' });
  });
});
