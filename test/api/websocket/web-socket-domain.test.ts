import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { apiOf, webSocketApiIn } from './web-socket-api-under-test';
import { ApiDomain, SecureWebSocketApi } from '../../../src/api';
import { FLAG_MODES, newStack, only, templateOf } from '../../harness/apps';

/** An API with a custom domain name. */
function apiWith(stack: Stack, domain: Partial<ApiDomain> = {}): SecureWebSocketApi {
  const hostedZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
  return webSocketApiIn(stack, { domain: { domainName: 'chat.example.com', hostedZone, ...domain } }).api;
}

describe.each(FLAG_MODES)('the custom domain name of a WebSocket API %s', (_, flags) => {
  test('takes TLS 1.2 and later, over IPv4 and IPv6, and nobody goes around it', () => {
    const stack = newStack(flags);
    const api = apiWith(stack);
    expect([api.url, api.callbackUrl]).toEqual(['wss://chat.example.com', 'https://chat.example.com']);
    const template = templateOf(stack);
    expect(only(template, 'AWS::ApiGatewayV2::DomainName').resource.Properties).toMatchObject({
      DomainName: 'chat.example.com', DomainNameConfigurations: [{ EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2', IpAddressType: 'dualstack' }],
    });
    expect(only(template, 'AWS::ApiGatewayV2::Api').resource.Properties).toMatchObject({ DisableExecuteApiEndpoint: true, IpAddressType: 'dualstack' });
    expect(Object.values(template.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties.Type).sort()).toEqual(['A', 'AAAA']);
  });

  test('maps its base path to the stage, when there is one', () => {
    const stack = newStack(flags);
    const api = apiWith(stack, { basePath: 'v1' });
    expect([api.url, api.callbackUrl]).toEqual(['wss://chat.example.com/v1', 'https://chat.example.com/v1']);
    const template = templateOf(stack);
    const { Properties, DependsOn } = only(template, 'AWS::ApiGatewayV2::ApiMapping').resource;
    expect(Properties).toMatchObject({ ApiMappingKey: 'v1', Stage: 'live' });
    expect(DependsOn).toContain(only(template, 'AWS::ApiGatewayV2::Stage').id);
  });
});

test('without a custom domain name the default endpoint stays', () => {
  const stack = newStack();
  webSocketApiIn(stack);
  expect(only(templateOf(stack), 'AWS::ApiGatewayV2::Api').resource.Properties).not.toHaveProperty('DisableExecuteApiEndpoint');
});

test.each<[string, (stack: Stack) => Partial<ApiDomain>, RegExp]>([
  ['client certificates', (stack) => ({ mutualTls: { truststore: s3.Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'ca.pem' } }),
    /\[Stack\/Api\] domain\.mutualTls: API Gateway asks no clients of WebSocket APIs for certificates\. Drop it/],
  ['a wildcard', () => ({ domainName: '*.example.com' }), /\[Stack\/Api\/Domain\] domain\.domainName = "\*\.example\.com": a wildcard name answers for every name/],
  ['neither zone nor certificate', () => ({ hostedZone: undefined }), /domain = "chat\.example\.com": there is neither a certificate nor a hosted zone/],
])('a domain name is refused with %s', (_, domain, message) => {
  const stack = newStack();
  expect(() => apiWith(stack, domain(stack))).toThrow(message);
});

test.each<[string, (api: SecureWebSocketApi) => void, RegExp]>([
  ['TLS 1.0', (api) => (api.node.findAll().find((node) => node instanceof apigatewayv2.CfnDomainName) as apigatewayv2.CfnDomainName)
    .addPropertyOverride('DomainNameConfigurations.0.SecurityPolicy', 'TLS_1_0'), /the domain name takes TLS 1\.2 and later only/],
  ['its default endpoint', (api) => { apiOf(api).disableExecuteApiEndpoint = false; }, /DisableExecuteApiEndpoint = false.*nobody goes around the custom domain name/],
])('a domain name is sealed against %s', (_, change, message) => {
  const stack = newStack();
  change(apiWith(stack));
  expect(() => templateOf(stack)).toThrow(message);
});
