import type { CfnStage as RestStage } from 'aws-cdk-lib/aws-apigateway';
import type { CfnStage as HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { apiIn } from './api-under-test';
import { httpApiIn, stageOf } from './http/http-api-under-test';
import { authorizer, httpEvent, tokenEvent } from '../handlers/jwt-authorizer/authorizer';
import { CLAIMS, hmac, token } from '../handlers/jwt-authorizer/tokens';
import { newStack } from '../harness/apps';

/** What others may call themselves, so that a line says what never was. */
const HOSTILE = ['","status":"200', 'x"}\n{"status":"200"}', '\\', '\\"', '\u0000', '\r\n', '\u2028', '"'.repeat(200), '$context.status', 'ü'];

const FORMATS: [string, () => string][] = [
  ['a REST API', () => (apiIn(newStack()).api.stage.node.defaultChild as RestStage & { accessLogSetting: { format: string } }).accessLogSetting.format],
  ['an HTTP API', () => (stageOf(httpApiIn(newStack()).api) as HttpStage & { accessLogSettings: { format: string } }).accessLogSettings.format],
];

/** The line of a request: API Gateway puts in what it knows, as it is, and a dash for the rest. */
function lineOf(format: string, known: Readonly<Record<string, string>>): string {
  return format.replace(/\$context\.([\w.]+)/g, (_, name: string) => known[name] ?? '-');
}

afterEach(() => jest.restoreAllMocks());

describe.each(FORMATS)('the access log of %s', (_, formatOf) => {
  test('is one object a line, whatever the tokens that the function verifies call their subject', async () => {
    const format = formatOf();
    const { handler } = authorizer({ algorithms: ['HS256'], keys: { kind: 'secret', id: 'arn' }, context: ['sub', 'name'] });
    for (const name of HOSTILE) {
      const bearer = `Bearer ${token(hmac('HS256'), { ...CLAIMS, sub: name, name })}`;
      const { principalId } = await handler(tokenEvent(bearer));
      const { context } = await handler(httpEvent({ authorization: bearer }));
      expect(context.principalId).toBe(principalId);
      const line = JSON.parse(lineOf(format, { 'status': '403', 'authorizer.principalId': principalId, 'authorizer.name': name })) as object;
      expect(Object.keys(line)).toEqual(Object.keys(JSON.parse(format) as object));
      expect(line).toMatchObject({ status: '403', principal: principalId });
    }
  });

  test('tells of an authorizer what API Gateway knows of it, and nothing else that it hands on', () => {
    const told = [...formatOf().matchAll(/\$context\.authorizer\.([\w.]+)/g)].map(([, name]) => name.split('.')[0]);
    expect(told.filter((name) => !['principalId', 'claims', 'status', 'error'].includes(name))).toEqual([]);
  });

  test('knows requests by the id that API Gateway gives them, and not by the one that callers may choose', () => {
    expect(formatOf()).toContain('"$context.extendedRequestId"');
    expect(formatOf()).not.toContain('$context.requestId');
  });
});
