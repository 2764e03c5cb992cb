import { JSON_FORMAT } from './access-log-format';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import { violation } from '../../engine/violation';

/** Where the access log settings of each type stand. AWS SAM calls them by either name. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Stage': ['AccessLogSetting'],
  'AWS::ApiGateway::Deployment': ['StageDescription.AccessLogSetting'],
  'AWS::ApiGatewayV2::Stage': ['AccessLogSettings'],
  'AWS::Serverless::Api': ['AccessLogSetting'],
  'AWS::Serverless::HttpApi': ['AccessLogSettings', 'AccessLogSetting'],
};

export const rule = defineRule({
  id: 'apigateway/structured-access-logs',
  title: 'Access logs of APIs are JSON',
  severity: 'low',
  resourceTypes: Object.keys(SETTINGS),
  controls: {
    owaspServerless: ['S10'],
  },
  peers: {
    cdkNag: ['APIGWStructuredLogging'],
  },
  rationale: 'Lines in a format of their own are searched by guesswork; fields of JSON are found by Logs Insights and metric filters as they are,'
    + ' also when a request holds blanks or quotes to confuse a parser.',
  whenNotToUse: 'A tool that reads nothing but the Common Log Format.',
  fix: 'Set `accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields()` in `deployOptions`, or `format` in the `accessLogSettings` of'
    + ' a stage.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
  ],
  absent: {
    means: 'A stage without settings writes no access logs; what a line holds has no default.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  },
  partly: 'Settings that AWS SAM resources take from `Globals` are not judged.',
  divergences: [{
    peer: 'cdkNag:APIGWStructuredLogging',
    how: 'It takes variables without quotes, such as a number for the status, for no JSON.',
    source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWStructuredLogging.ts',
  }],
  check: (resource) => {
    const settings = resource.get(pathOf(resource));
    if (settings.isAbsent) return 'NOT_APPLICABLE';
    const format = settings.at('Format');
    if (format.isAbsent) return violation(format, 'Format is not set');
    const parts = format.parts();
    if (parts === undefined) return unknown('text is expected here', format.location);
    const open = openPart(parts);
    if (open !== undefined) return unknown(open.why, format.location);
    return isJsonOfVariables(format.textWith('0')!) ? 'COMPLIANT' : violation(format, 'Format is no JSON object of $context variables');
  },
  remediation: { kind: 'property', changes: (resource) => [{ path: `${pathOf(resource)}.Format`, value: JSON_FORMAT }] },
});

function pathOf(resource: Resource): string {
  const paths = SETTINGS[resource.type];
  return paths.find((path) => !resource.get(path).isAbsent) ?? paths[0];
}

/** A variable may stand without quotes where it is a number or brings its own. */
function isJsonOfVariables(format: string): boolean {
  const filled = format.replace(/\$context\.[\w.-]+/g, '0');
  if (filled === format) return false;
  try {
    const json: unknown = JSON.parse(filled);
    return typeof json === 'object' && !Array.isArray(json);
  } catch {
    return false;
  }
}
