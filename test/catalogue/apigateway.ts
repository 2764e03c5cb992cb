import { at, Check, list, must, mustHave, unless } from './check';
import { conditionKeys, statementsOf } from './policies';
import type { Resource, Template } from './template';

const STAGE = 'AWS::ApiGateway::Stage';
const API = 'AWS::ApiGateway::RestApi';
const METHOD = 'AWS::ApiGateway::Method';
const DOMAIN = 'AWS::ApiGateway::DomainName';
const CERTIFICATE = 'AWS::CertificateManager::Certificate';

/** https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html */
const RECOMMENDED_TLS = [
  'SecurityPolicy_TLS13_1_3_2025_09', 'SecurityPolicy_TLS13_1_3_FIPS_2025_09', 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_2025_EDGE', 'SecurityPolicy_TLS12_PFS_2025_EDGE',
];

/** The settings of all methods of a stage. */
function allMethods({ properties }: Resource): any {
  return list(properties.MethodSettings).find(({ HttpMethod, ResourcePath }) => HttpMethod === '*' && ResourcePath === '/*') ?? {};
}

function everySetting(key: string, holds: (setting: any) => boolean, refused: object): Check {
  return {
    key,
    types: [STAGE],
    problem: ({ properties }) => unless(list(properties.MethodSettings).every(holds), 'not so for some method'),
    refuses: { Stage: { Type: STAGE, Properties: { MethodSettings: [{ HttpMethod: 'GET', ResourcePath: '/orders', ...refused }] } } },
  };
}

const isNoPreflight = ({ properties }: Resource) => properties.HttpMethod !== 'OPTIONS';
const typesOf = ({ properties }: Resource) => list(at(properties, 'EndpointConfiguration.Types'));

function domain(key: string, policy: RegExp | string[]): Check {
  const accepts = (name: string) => (Array.isArray(policy) ? policy.includes(name) : policy.test(name));
  return {
    key,
    types: [DOMAIN],
    problem: ({ properties }) => unless(accepts(properties.SecurityPolicy ?? 'TLS_1_0'), `SecurityPolicy is ${properties.SecurityPolicy}`),
  };
}

export const APIGATEWAY_CHECKS: Check[] = [
  mustHave('apigateway/rest-access-logging', STAGE, 'AccessLogSetting.DestinationArn', 'AccessLogSetting.Format'),
  {
    key: 'apigateway/rest-execution-logging',
    types: [STAGE],
    problem: (stage) => unless(/^(ERROR|INFO)$/.test(allMethods(stage).LoggingLevel), 'no execution logs'),
  },
  everySetting('apigateway/rest-no-data-trace', (setting) => setting.DataTraceEnabled !== true, { DataTraceEnabled: true }),
  everySetting('apigateway/rest-cache-encrypted', (setting) => setting.CachingEnabled !== true || setting.CacheDataEncrypted === true, { CachingEnabled: true }),
  mustHave('apigateway/rest-client-certificate', STAGE, 'ClientCertificateId'),
  {
    key: 'apigateway/rest-waf-associated',
    types: [STAGE],
    problem: (stage, template) => unless(template.of('AWS::WAFv2::WebACLAssociation').some(({ properties }) =>
      String(properties.ResourceArn).endsWith(`/restapis/${stage.properties.RestApiId}/stages/${stage.id}`)
      && template.target(properties.WebACLArn)?.type === 'AWS::WAFv2::WebACL'), 'no web firewall'),
  },
  {
    key: 'apigateway/method-authorization',
    types: [METHOD],
    when: isNoPreflight,
    problem: ({ properties }) => unless(/^(AWS_IAM|COGNITO_USER_POOLS|CUSTOM)$/.test(properties.AuthorizationType), 'everybody may call it'),
  },
  {
    key: 'apigateway/rest-request-validation',
    types: [METHOD],
    when: isNoPreflight,
    problem: ({ properties }, template) => {
      const validator = template.target(properties.RequestValidatorId)?.properties;
      return unless(validator?.ValidateRequestBody === true && validator.ValidateRequestParameters === true, 'requests are not checked');
    },
  },
  {
    key: 'apigateway/stage-throttling',
    types: [STAGE],
    problem: (stage) => unless(allMethods(stage).ThrottlingRateLimit > 0 && allMethods(stage).ThrottlingBurstLimit > 0, 'not throttled'),
  },
  {
    key: 'apigateway/endpoint-type-allowed',
    types: [API, DOMAIN],
    problem: (resource) => unless(['REGIONAL', 'PRIVATE'].includes(typesOf(resource).join()), `endpoint is ${typesOf(resource)}`),
  },
  {
    key: 'apigateway/no-secrets-in-stage-variables',
    types: [STAGE],
    problem: ({ properties }) => unless(Object.keys(properties.Variables ?? {}).length === 0, 'has stage variables, which nobody has looked at'),
    refuses: { Stage: { Type: STAGE, Properties: { Variables: { apiKey: 'secret' } } } },
  },
  {
    key: 'apigateway/private-api-needs-resource-policy',
    types: [API],
    when: (api) => typesOf(api).includes('PRIVATE'),
    problem: (api) => unless(
      statementsOf({ ...api, properties: { PolicyDocument: api.properties.Policy } }).some((statement) =>
        !statement.allows && conditionKeys(statement.condition).some((key) => /^aws:sourcevpce?$/.test(key))),
      'every VPC reaches it',
    ),
    refuses: { Api: { Type: API, Properties: { EndpointConfiguration: { Types: ['PRIVATE'] } } } },
  },
  {
    key: 'apigateway/default-endpoint-disabled',
    types: [API],
    when: (api, template) => template.of('AWS::ApiGateway::BasePathMapping').some(({ properties }) => template.target(properties.RestApiId) === api),
    problem: ({ properties }) => unless(properties.DisableExecuteApiEndpoint === true, 'the default endpoint goes around the domain'),
    refuses: { Api: { Type: API }, Mapping: { Type: 'AWS::ApiGateway::BasePathMapping', Properties: { RestApiId: { Ref: 'Api' } } } },
  },
  domain('apigateway/domain-tls12', /^(TLS_1_2|SecurityPolicy_TLS1[23]_.*)$/),
  domain('apigateway/domain-recommended-security-policy', RECOMMENDED_TLS),
  must('acm/renewable', CERTIFICATE, 'ValidationMethod', 'DNS'),
  {
    key: 'acm/key-algorithm',
    types: [CERTIFICATE],
    // left out, it is RSA_2048
    problem: ({ properties }) => unless(/^(RSA_(2048|3072|4096)|EC_\w+)$/.test(properties.KeyAlgorithm ?? 'RSA_2048'), `key is ${properties.KeyAlgorithm}`),
    refuses: { Certificate: { Type: CERTIFICATE, Properties: { KeyAlgorithm: 'RSA_1024' } } },
  },
  {
    key: 'acm/transparency-logging',
    types: [CERTIFICATE],
    problem: ({ properties }) => unless(properties.CertificateTransparencyLoggingPreference !== 'DISABLED', 'in no public log'),
    refuses: { Certificate: { Type: CERTIFICATE, Properties: { CertificateTransparencyLoggingPreference: 'DISABLED' } } },
  },
  {
    key: 'route53/no-dangling-records',
    types: ['AWS::Route53::RecordSet'],
    problem: ({ properties }, template) => unless(pointsIntoTheApp(properties, template), 'points outside the app'),
    refuses: { Record: { Type: 'AWS::Route53::RecordSet', Properties: { Type: 'A', ResourceRecords: ['203.0.113.7'] } } },
  },
];

function pointsIntoTheApp(properties: any, template: Template): boolean {
  return template.target(at(properties, 'AliasTarget.DNSName')) !== undefined;
}
