import { rule } from '../../../../src/guardrails/rules/apigateway/structured-access-logs';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, describedStage, stage } from './situations';

const JSON_FORMAT = '{"requestId":"$context.requestId","status":"$context.status"}';
const COMMON_LOG_FORMAT = '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.resourcePath" $context.status';

const httpStage = subjectOf('AWS::ApiGatewayV2::Stage');
const samApi = subjectOf('AWS::Serverless::Api');
const samHttpApi = subjectOf('AWS::Serverless::HttpApi');

function format(text: unknown, sections?: object): Situation {
  return stage({ AccessLogSetting: { DestinationArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:access', Format: text } }, sections);
}

const AT = 'Properties.AccessLogSetting.Format';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'JSON': format(JSON_FORMAT),
    'on several lines': format('{\n  "requestId": "$context.requestId"\n}\n'),
    'variables without quotes': format('{"status":$context.status,"error":$context.error.messageString}'),
    'put together': format({ 'Fn::Sub': '{"region":"${AWS::Region}","requestId":"$context.requestId"}' }),
    'written as an object': format({ 'Fn::ToJsonString': { requestId: '$context.requestId' } }),
    'of a deployment': describedStage({ AccessLogSetting: { Format: JSON_FORMAT } }),
    'of an HTTP API': httpStage({ AccessLogSettings: { Format: JSON_FORMAT } }),
    'of AWS SAM': samApi({ AccessLogSetting: { Format: JSON_FORMAT } }),
    'of an HTTP API of AWS SAM': samHttpApi({ AccessLogSettings: { Format: JSON_FORMAT } }),
    'of an HTTP API of AWS SAM, as CDK writes it': samHttpApi({ AccessLogSetting: { Format: JSON_FORMAT } }),
    'a number of the stack without quotes': format({ 'Fn::Sub': '{"account":${AWS::AccountId},"requestId":"$context.requestId"}' }),
  },
  nonCompliant: {
    'the Common Log Format': [format(COMMON_LOG_FORMAT), AT],
    'no format': [stage({ AccessLogSetting: { DestinationArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:access' } }), AT],
    'empty': [format(''), AT],
    'a variable alone': [format('$context.requestId'), AT],
    'a list': [format('["$context.requestId"]'), AT],
    'no variable': [format('{"requestId":"1"}'), AT],
    'a quote too many': [format('{"requestId":""$context.requestId"}'), AT],
    'XML': [format('<request id="$context.requestId"/>'), AT],
    'of a deployment': [describedStage({ AccessLogSetting: { Format: COMMON_LOG_FORMAT } }), 'Properties.StageDescription.AccessLogSetting.Format'],
    'of an HTTP API': [httpStage({ AccessLogSettings: { Format: COMMON_LOG_FORMAT } }), 'Properties.AccessLogSettings.Format'],
    'of AWS SAM': [samApi({ AccessLogSetting: { Format: COMMON_LOG_FORMAT } }), AT],
    'of an HTTP API of AWS SAM': [samHttpApi({ AccessLogSettings: { Format: COMMON_LOG_FORMAT } }), 'Properties.AccessLogSettings.Format'],
  },
  insufficientData: {
    'a parameter': format({ Ref: 'Given' }, GIVEN),
    'a parameter in the midst': format({ 'Fn::Sub': '{"app":"${Given}","requestId":"$context.requestId"}' }, GIVEN),
    'an object': format({ requestId: '$context.requestId' }),
  },
  notApplicable: {
    'no access logs': stage(),
    'no access logs of AWS SAM': samApi({ StageName: 'prod' }),
    'a deployment without a stage': NO_STAGE,
  },
};
