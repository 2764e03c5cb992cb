import { ifWithout, KnownRule, KnownWildcards, Subject } from './catalogue';
import { publicRoute, REASONS } from './reasons';
import { ApiGatewayAccount } from '../api/api-gateway-account';
import { SecureHttpApi } from '../api/http/secure-http-api';
import { IntegrationRole } from '../api/integrations/integration-role';
import { SecureApi } from '../api/secure-api';
import { SecureWebSocketApi } from '../api/websocket/secure-web-socket-api';

const METHOD = { owner: isApi, at: 'Resource/Default/**', type: 'AWS::ApiGateway::Method' };
const HTTP_ROUTE = { owner: (each: unknown) => each instanceof SecureHttpApi, at: 'Routes/*', type: 'AWS::ApiGatewayV2::Route' };
const WEB_SOCKET_ROUTE = { owner: (each: unknown) => each instanceof SecureWebSocketApi, at: 'Routes/*/Resource', type: 'AWS::ApiGatewayV2::Route' };
const STAGE = { owner: isApi, at: 'Resource/*/Resource', type: 'AWS::ApiGateway::Stage' };
const LOG_ROLE = { owner: (each: unknown) => each instanceof ApiGatewayAccount, at: 'Role/Resource', type: 'AWS::IAM::Role' };
const SERVICE_ROLE = { owner: (each: unknown) => each instanceof IntegrationRole, at: 'Resource/DefaultPolicy/Resource', type: 'AWS::IAM::Policy' };

/** Findings on REST, HTTP and WebSocket APIs, and on the role by which API Gateway logs. */
export const API_RULES: KnownRule[] = [
  { ...METHOD, rules: ['COG4'], reason: whyNoUserPool },
  { ...METHOD, rules: ['APIG4', 'COG4'], reason: whyPublic },
  { ...HTTP_ROUTE, rules: ['APIG4'], reason: whyPublic },
  { ...WEB_SOCKET_ROUTE, rules: ['APIG4'], reason: whyOpenToMessages },
  { ...STAGE, rules: ['APIGWCacheEnabledAndEncrypted'], reason: ({ properties }) => (properties.CacheClusterEnabled === true ? undefined : REASONS.cache) },
  { ...STAGE, rules: ['APIGWSSLEnabled'], reason: ifWithout('ClientCertificateId', REASONS.clientCertificate) },
  { ...LOG_ROLE, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  { ...SERVICE_ROLE, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
];

export const API_WILDCARDS: KnownWildcards[] = [{
  ...LOG_ROLE,
  wildcards: [{
    resource: (text) => /^arn:[^*]+:logs:[^*]+:log-group:\*$/.test(text),
    actions: [
      'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:PutLogEvents',
      'logs:GetLogEvents', 'logs:FilterLogEvents',
    ],
    reason: REASONS.accountLogs,
  }],
}];

function isApi(each: unknown): boolean {
  return each instanceof SecureApi;
}

function whyNoUserPool({ properties }: Subject): string | undefined {
  return { AWS_IAM: REASONS.iamRoute, CUSTOM: REASONS.lambdaAuthorizer, JWT: REASONS.jwtRoute }[properties.AuthorizationType as string];
}

function whyOpenToMessages(subject: Subject): string | undefined {
  return subject.properties.RouteKey === '$connect' ? whyPublic(subject) : REASONS.messageRoute;
}

/** In the words of the one who made the route public; preflight requests carry no identity, and cdk-nag does not ask for any. */
function whyPublic({ resource, properties }: Subject): string | undefined {
  const reason: unknown = resource.getMetadata('cdk-hardened:public-route');
  return properties.AuthorizationType === 'NONE' && typeof reason === 'string' ? publicRoute(reason) : undefined;
}
