import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { httpApiIn } from './http-api-under-test';
import { ApiDomain, SecureHttpApi } from '../../../src/api';
import { FLAG_MODES, newStack, only, templateOf } from '../../harness/apps';

const DOMAIN = 'AWS::ApiGatewayV2::DomainName';

const zone = (stack: Stack) => route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });

/** An API with a custom domain name. */
function apiWith(stack: Stack, domain: Partial<ApiDomain> = {}): SecureHttpApi {
  return httpApiIn(stack, { domain: { domainName: 'api.example.com', hostedZone: zone(stack), ...domain } }).api;
}

const domainOf = (api: SecureHttpApi): apigatewayv2.CfnDomainName =>
  api.node.findAll().find((node): node is apigatewayv2.CfnDomainName => node instanceof apigatewayv2.CfnDomainName)!;

describe.each(FLAG_MODES)('the custom domain name of an HTTP API %s', (_, flags) => {
  test('takes TLS 1.2 and later, over IPv4 and IPv6, and nobody goes around it', () => {
    const stack = newStack(flags);
    expect(apiWith(stack).url).toBe('https://api.example.com/');
    const template = templateOf(stack);
    const certificate = only(template, 'AWS::CertificateManager::Certificate');
    expect(certificate.resource.Properties).toMatchObject({ DomainName: 'api.example.com', ValidationMethod: 'DNS' });
    expect(only(template, DOMAIN).resource.Properties).toMatchObject({
      DomainName: 'api.example.com',
      DomainNameConfigurations: [{
        EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2', IpAddressType: 'dualstack', CertificateArn: { Ref: certificate.id },
      }],
    });
    expect(only(template, 'AWS::ApiGatewayV2::Api').resource.Properties).toMatchObject({ DisableExecuteApiEndpoint: true, IpAddressType: 'dualstack' });
  });

  test('leads its alias records to the regional endpoint', () => {
    const stack = newStack(flags);
    apiWith(stack);
    const template = templateOf(stack);
    const { id } = only(template, DOMAIN);
    const records = Object.values(template.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties);
    expect(records.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const record of records) {
      expect(record).toMatchObject({
        Name: 'api.example.com.', AliasTarget: { DNSName: { 'Fn::GetAtt': [id, 'RegionalDomainName'] }, HostedZoneId: { 'Fn::GetAtt': [id, 'RegionalHostedZoneId'] } },
      });
    }
  });

  test('maps its base path to the stage, when there is one', () => {
    const stack = newStack(flags);
    expect(apiWith(stack, { basePath: 'v1' }).url).toBe('https://api.example.com/v1/');
    const template = templateOf(stack);
    const { Properties, DependsOn } = only(template, 'AWS::ApiGatewayV2::ApiMapping').resource;
    expect(Properties).toMatchObject({ ApiMappingKey: 'v1', DomainName: { Ref: only(template, DOMAIN).id }, Stage: '$default' });
    expect(DependsOn).toEqual([only(template, 'AWS::ApiGatewayV2::Stage').id]);
  });

  test('asks clients for certificates', () => {
    const stack = newStack(flags);
    const certificate = acm.Certificate.fromCertificateArn(stack, 'Own', 'arn:aws:acm:eu-west-1:111122223333:certificate/1');
    const truststore = s3.Bucket.fromBucketName(stack, 'Trust', 'trust');
    apiWith(stack, { certificate, hostedZone: undefined, mutualTls: { truststore, key: 'ca.pem', version: '7', ownershipCertificate: certificate } });
    const { Properties } = only(templateOf(stack), DOMAIN).resource;
    expect(Properties.MutualTlsAuthentication).toEqual({ TruststoreUri: 's3://trust/ca.pem', TruststoreVersion: '7' });
    expect(Properties.DomainNameConfigurations[0].OwnershipVerificationCertificateArn).toBe(certificate.certificateArn);
    templateOf(stack).resourceCountIs('AWS::Route53::RecordSet', 0);
  });
});

test.each<[string, Partial<ApiDomain>, RegExp]>([
  ['a wildcard', { domainName: '*.example.com' }, /\[Stack\/Api\/Domain\] domain\.domainName = "\*\.example\.com": a wildcard name answers for every name/],
  ['neither zone nor certificate', { hostedZone: undefined }, /domain = "api\.example\.com": there is neither a certificate nor a hosted zone/],
  ['a malformed base path', { basePath: 'a/b' }, /domain\.basePath = "a\/b": a base path is one path segment/],
])('a domain name is refused with %s', (_, domain, message) => {
  expect(() => apiWith(newStack(), domain)).toThrow(message);
});

test.each<[string, (api: SecureHttpApi) => void, RegExp]>([
  ['TLS 1.0', (api) => domainOf(api).addPropertyOverride('DomainNameConfigurations.0.SecurityPolicy', 'TLS_1_0'), /the domain name takes TLS 1\.2 and later only/],
  ['its default endpoint', (api) => { (api.httpApi.node.defaultChild as apigatewayv2.CfnApi).disableExecuteApiEndpoint = false; },
    /DisableExecuteApiEndpoint = false.*nobody goes around the custom domain name/],
  ['clients without certificates', (api) => { domainOf(api).mutualTlsAuthentication = undefined; }, /clients must present a certificate/],
])('a domain name is sealed against %s', (_, change, message) => {
  const stack = newStack();
  const api = apiWith(stack, { mutualTls: { truststore: s3.Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'ca.pem' } });
  change(api);
  expect(() => templateOf(stack)).toThrow(message);
});
