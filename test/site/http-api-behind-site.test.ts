import type { Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { edgeStack, siteIn } from './site-under-test';
import { ApiDomain, RouteAuth, SecureHttpApi, SecureSite } from '../../src';
import { functionIn } from '../api/api-under-test';
import { only, templateOf } from '../harness/apps';

const certificateOf = (site: SecureSite, region = 'us-east-1') =>
  acm.Certificate.fromCertificateArn(site, `Client-${region}`, `arn:aws:acm:${region}:111122223333:certificate/client`);

/** A site and an HTTP API in one stack, not connected yet. */
function siteAndApi(domain?: (stack: Stack) => Partial<ApiDomain>): { stack: Stack; site: SecureSite; api: SecureHttpApi } {
  const stack = edgeStack();
  const site = siteIn(stack);
  const hostedZone = stack.node.findChild('Zone') as unknown as route53.IHostedZone;
  const api = new SecureHttpApi(stack, 'Api', { domain: domain && { domainName: 'origin.example.com', hostedZone, ...domain(stack) } });
  api.addRoute('GET', '/api/orders', functionIn(stack), { auth: RouteAuth.iam() });
  return { stack, site, api };
}

const asking = (basePath?: string) =>
  siteAndApi((stack) => ({ basePath, mutualTls: { truststore: s3.Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'ca.pem' } }));

test('an HTTP API is reached by the certificate of the site, behind its firewall and without a cache', () => {
  const { stack, site, api } = asking('v1');
  const certificate = certificateOf(site);
  site.addHttpApi('/api/*', api, { clientCertificate: certificate });
  const template = templateOf(stack);
  const { Origins, CacheBehaviors, WebACLId } = only(template, 'AWS::CloudFront::Distribution').resource.Properties.DistributionConfig;
  const origin = Origins.find(({ DomainName }: any) => DomainName === 'origin.example.com');
  expect(origin).toMatchObject({
    OriginPath: '/v1',
    CustomOriginConfig: {
      OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'], OriginMtlsConfig: { ClientCertificateArn: certificate.certificateArn },
    },
  });
  expect(CacheBehaviors).toEqual([expect.objectContaining({ PathPattern: '/api/*', TargetOriginId: origin.Id, ViewerProtocolPolicy: 'https-only' })]);
  expect(WebACLId).toBeDefined();
  expect(only(template, 'AWS::ApiGatewayV2::Api').resource.Properties.DisableExecuteApiEndpoint).toBe(true);
});

test('a site is sealed against showing no certificate', () => {
  const { stack, site, api } = asking();
  site.addHttpApi('/api/*', api, { clientCertificate: certificateOf(site) });
  const index = (stack.resolve((site.distribution.node.defaultChild as CfnDistribution).distributionConfig) as { origins: { domainName: unknown }[] })
    .origins.findIndex(({ domainName }) => domainName === 'origin.example.com');
  (site.distribution.node.defaultChild as CfnDistribution).addPropertyDeletionOverride(`DistributionConfig.Origins.${index}.CustomOriginConfig.OriginMtlsConfig`);
  expect(() => templateOf(stack)).toThrow(/DistributionConfig\.Origins.*it makes itself known to the API behind it.*the certificate to addHttpApi/);
});

test.each<[string, () => unknown, RegExp]>([
  ['an API without a domain name', () => {
    const { site, api } = siteAndApi();
    site.addHttpApi('/api/*', api, { clientCertificate: certificateOf(site) });
  }, /addHttpApi\(api\) = "Stack\/Api": AWS WAF takes no HTTP APIs, so that only mutual TLS keeps those out.*Write new SecureHttpApi\(.*mutualTls/],
  ['an API that asks for no certificate', () => {
    const { site, api } = siteAndApi(() => ({}));
    site.addHttpApi('/api/*', api, { clientCertificate: certificateOf(site) });
  }, /addHttpApi\(api\) = "Stack\/Api": .*the API asks for no certificate/],
  ['a certificate of another region', () => {
    const { site, api } = asking();
    site.addHttpApi('/api/*', api, { clientCertificate: certificateOf(site, 'eu-west-1') });
  }, /addHttpApi clientCertificate = .*eu-west-1/],
  ['a malformed path', () => {
    const { site, api } = asking();
    site.addHttpApi('api', api, { clientCertificate: certificateOf(site) });
  }, /addHttpApi\(path\) = "api": it is no path below the root/],
])('a site refuses %s', (_, build, message) => {
  expect(build).toThrow(message);
});
