import { Aws, Fn } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { GeoRestriction, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { apiFor, edgeStack, secretIn, siteIn } from './site-under-test';
import { SecureSite, SiteLogDestination } from '../../src';
import { errorResponses } from '../../src/site/error-responses';
import { inBothFlagModes, templateOf } from '../harness/apps';

type Change = (site: SecureSite, resource: any) => void;

/** A change of the distribution as an escape hatch makes it; undefined takes the property away. */
const distribution = (path: string, value?: unknown): Change => (_, it) => (value === undefined
  ? it.addPropertyDeletionOverride(`DistributionConfig.${path}`) : it.addPropertyOverride(`DistributionConfig.${path}`, value));

/** The same of what the site has below itself. */
const part = (id: string, path: string, value?: unknown): Change => (site) => {
  const child = id.split('/').reduce((node, name) => node.node.findChild(name), site as any);
  if (value === undefined) child.addPropertyDeletionOverride(path);
  else child.addPropertyOverride(path, value);
};

/** Other error pages than those that the site has: they are made late, so that all are replaced at once. */
const errors = (change: (all: any[]) => any[]): Change => (_, it) =>
  it.addPropertyOverride('DistributionConfig.CustomErrorResponses', change(errorResponses('error.html', it.stack.resolve(it.distributionConfig).cacheBehaviors !== undefined)));

const headers = (path: string, value?: unknown) => part('Headers/Resource', `ResponseHeadersPolicyConfig.${path}`, value);
const ELSEWHERE = 'arn:aws:logs:us-east-1:444455556666:log-group:theirs';
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const ALL_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';

inBothFlagModes(() => {
  describe('a site without an API refuses at synth', () => {
    const after = (change: Change, logDestination?: SiteLogDestination) => {
      const stack = edgeStack();
      const site = siteIn(stack, { logDestination, geoRestriction: GeoRestriction.allowlist('CH') });
      change(site, site.distribution.node.defaultChild);
      return () => templateOf(stack);
    };
    test.each<[string, Change, RegExp]>([
      ['another origin access control', distribution('Origins.0.OriginAccessControlId', 'E2OTHER'), /CloudFront signs its requests to the bucket/],
      ['files of elsewhere', distribution('Origins.0.DomainName', 'files.example.com'), /the site shows the files of its bucket/],
      ['another function for paths', distribution('DefaultCacheBehavior.FunctionAssociations.0.FunctionARN', 'arn:aws:cloudfront::111122223333:function/other'),
        /it answers under its own names only, and finds the object/],
      ['no function for paths', distribution('DefaultCacheBehavior.FunctionAssociations'), /it answers under its own names only, and finds the object/],
      ['other code for paths', part('Paths/Resource', 'FunctionCode', 'function handler(event) { return event.request; }'), /its edge functions do what they were made for/],
      ['a function that is never published', part('Paths/Resource', 'AutoPublish', false), /its edge functions do what they were made for/],
      ['errors that are remembered for an hour', errors((all) => all.map((each) => ({ ...each, ErrorCachingMinTTL: 3600 }))), /errors say nothing of S3/],
      ['errors of servers as they are', errors((all) => all.filter(({ ErrorCode }) => ErrorCode !== 500)), /errors say nothing of S3/],
      ['every country', distribution('Restrictions'), /it serves the countries of geoRestriction/],
      ['other countries', distribution('Restrictions.GeoRestriction.Locations', ['US']), /it serves the countries of geoRestriction/],
      ['referrers for all', headers('SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy', 'unsafe-url'), /other sites do not learn which page led to them/],
      ['a policy of the origin', headers('SecurityHeadersConfig.ContentSecurityPolicy.Override', false), /browsers load what the policy names only/],
      ['HSTS of the origin', headers('SecurityHeadersConfig.StrictTransportSecurity.Override', false), /browsers come back over HTTPS only/],
      ['HSTS without subdomains', headers('SecurityHeadersConfig.StrictTransportSecurity.IncludeSubdomains', false), /browsers come back over HTTPS only/],
      ['frames by the origin', headers('SecurityHeadersConfig.FrameOptions.Override', false), /nobody frames its pages/],
      ['sniffing by the origin', headers('SecurityHeadersConfig.ContentTypeOptions.Override', false), /browsers take files for what they are said to be/],
      ['a header of S3', headers('RemoveHeadersConfig.Items.2', { Header: 'x-nothing' }), /nobody learns by which key its files are encrypted/],
      ['a log that goes elsewhere', part('LogTarget', 'DestinationResourceArn', ELSEWHERE), /its requests are logged/],
      ['no fields in the log, where AWS would choose', part('LogDelivery', 'RecordFields', []), /its log shows no cookies and no query strings/],
      ['fields of the log that nobody names', part('LogDelivery', 'RecordFields'), /its log shows no cookies and no query strings/],
      ['a delivery to elsewhere', part('LogDelivery', 'DeliveryDestinationArn', ELSEWHERE), /its requests are logged/],
    ])('%s', (_, change, message) => {
      expect(after(change)).toThrow(message);
    });

    test('a log that goes to another bucket', () => {
      expect(after(part('LogTarget', 'DestinationResourceArn', 'arn:aws:s3:::theirs'), SiteLogDestination.BUCKET)).toThrow(/its requests are logged/);
    });

    test('nothing of a country that is refused beside geoRestriction, where there is none', () => {
      const stack = edgeStack();
      const site = siteIn(stack);
      distribution('Restrictions', { GeoRestriction: { RestrictionType: 'blacklist', Locations: ['KP'] } })(site, site.distribution.node.defaultChild);
      expect(() => templateOf(stack)).not.toThrow();
    });
  });

  describe('a site with an API refuses at synth', () => {
    const after = (change: Change) => {
      const stack = edgeStack();
      const site = siteIn(stack);
      site.addApi('/api/*', apiFor(stack), { secret: secretIn(stack) });
      change(site, site.distribution.node.defaultChild);
      return () => templateOf(stack);
    };
    const address = /the API behind it is told the address of the viewer/;
    const known = /it makes itself known to the API behind it/;
    test.each<[string, Change, RegExp]>([
      ['no function that writes the address', distribution('CacheBehaviors.0.FunctionAssociations'), address],
      ['another function', distribution('CacheBehaviors.0.FunctionAssociations.0.FunctionARN', 'arn:aws:cloudfront::111122223333:function/other'), address],
      ['the function at the wrong time', distribution('CacheBehaviors.0.FunctionAssociations.0.EventType', 'viewer-response'), address],
      ['other code for the address', part('ViewerAddress/Resource', 'FunctionCode', 'function handler(event) { return event.request; }'),
        /its edge functions do what they were made for/],
      ['a header that is not handed on', distribution('CacheBehaviors.0.OriginRequestPolicyId'), address],
      ['the host of the viewer', distribution('CacheBehaviors.0.OriginRequestPolicyId', ALL_VIEWER), address],
      ['answers that are cached', distribution('CacheBehaviors.0.CachePolicyId', CACHING_OPTIMIZED), /answers of the API behind it are never cached/],
      ['tokens in the clear', distribution('CacheBehaviors.0.ViewerProtocolPolicy', 'redirect-to-https'), /callers of the API behind it come by HTTPS only/],
      ['an API called by HTTP', distribution('Origins.1.CustomOriginConfig.OriginProtocolPolicy', 'http-only'), /the API behind it is called over TLS 1\.2/],
      ['an API called over TLS 1.0', distribution('Origins.1.CustomOriginConfig.OriginSSLProtocols', ['TLSv1']), /the API behind it is called over TLS 1\.2/],
      ['a secret in plain text', distribution('Origins.1.OriginCustomHeaders.0.HeaderValue', 'abcdefghijklmnop'), known],
      ['another header', distribution('Origins.1.OriginCustomHeaders.0.HeaderName', 'x-other'), known],
      ['another API', distribution('Origins.1.DomainName', 'evil.example.com'), /paths of APIs lead to them/],
      ['another stage', distribution('Origins.1.OriginPath', '/other'), /paths of APIs lead to them/],
      ['the path of the API in the bucket', (_, it) => it.addPropertyOverride('DistributionConfig.CacheBehaviors.0.TargetOriginId',
        it.stack.resolve(it.distributionConfig).defaultCacheBehavior.targetOriginId), /paths of APIs lead to them/],
      ['another path', distribution('CacheBehaviors.0.PathPattern', '/other/*'), /paths of APIs lead to them/],
      ['the secret for somebody else', (site) => site.distribution.addBehavior('/other/*', new HttpOrigin('evil.example.com', {
        customHeaders: { 'X-Origin-Secret': 'taken' },
      }), { viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY, responseHeadersPolicy: site.responseHeadersPolicy }), /nobody but the API behind it gets its secret/],
      ['errors of the API that are remembered', errors((all) => all.map((each) => ({ ...each, ErrorCachingMinTTL: 3600 }))), /errors say nothing of S3/],
    ])('%s', (_, change, message) => {
      expect(after(change)).toThrow(message);
    });

    test('a behavior of its own to the API, which hands on what viewers say of their address', () => {
      expect(after((_, it) => {
        const [ours] = it.stack.resolve(it.distributionConfig).cacheBehaviors;
        it.addPropertyOverride('DistributionConfig.CacheBehaviors.1', {
          PathPattern: '/raw/*',
          TargetOriginId: ours.targetOriginId,
          ViewerProtocolPolicy: 'https-only',
          CachePolicyId: ours.cachePolicyId,
          OriginRequestPolicyId: ours.originRequestPolicyId,
          ResponseHeadersPolicyId: it.stack.resolve(ours.responseHeadersPolicyId),
        });
      })).toThrow(address);
    });

    test('nothing of a behavior of its own to elsewhere', () => {
      expect(after((site) => site.distribution.addBehavior('/raw/*', new HttpOrigin('files.example.com'), {
        responseHeadersPolicy: site.responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      }))).not.toThrow();
    });

    const beside = (pattern: string, order: 'before' | 'after') => () => {
      const stack = edgeStack();
      const site = siteIn(stack);
      const behave = () => site.distribution.addBehavior(pattern, new HttpOrigin('files.example.com'), {
        responseHeadersPolicy: site.responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      });
      if (order === 'before') behave();
      site.addApi('/api/*', apiFor(stack), { secret: secretIn(stack) });
      if (order === 'after') behave();
      return templateOf(stack);
    };
    test.each(['/api/*', 'api/*', '/api/?*', '/*.js', '*/orders', '/a?i/*', Fn.join('', ['/', Aws.REGION])])(
      'a behavior of its own for %s before that of the API', (pattern) => {
        expect(beside(pattern, 'before')).toThrow(/"api":"\/api\/\*".*paths of APIs lead to them.*call addApi before you add behaviors that share paths/);
        if (pattern !== '/api/*') expect(beside(pattern, 'after')).not.toThrow();
      });

    test('nothing of a behavior of its own for other paths, nor of a narrower API', () => {
      for (const pattern of ['/apis/*', '/api/docs/*', 'api/openapi.json']) expect(beside(pattern, 'before')).not.toThrow();
      const stack = edgeStack();
      const site = siteIn(stack);
      const api = apiFor(stack);
      site.addApi('/api/v1/*', api, { secret: secretIn(stack) });
      site.addApi('/api/*', api, { secret: secretIn(stack, undefined, 'Other') });
      expect(() => templateOf(stack)).not.toThrow();
    });

    test('another certificate for the API', () => {
      const stack = edgeStack();
      const site = siteIn(stack);
      const clientCertificate = acm.Certificate.fromCertificateArn(stack, 'Client', 'arn:aws:acm:us-east-1:111122223333:certificate/client');
      site.addApi('/api/*', apiFor(stack, {
        domain: {
          domainName: 'api.example.com',
          certificate: acm.Certificate.fromCertificateArn(stack, 'ApiCertificate', 'arn:aws:acm:us-east-1:111122223333:certificate/api'),
          mutualTls: { truststore: site.bucket.bucket, key: 'truststore.pem' },
        },
      }), { secret: secretIn(stack), clientCertificate });
      distribution('Origins.1.CustomOriginConfig.OriginMtlsConfig.ClientCertificateArn', 'arn:aws:acm:us-east-1:111122223333:certificate/other')(
        site, site.distribution.node.defaultChild);
      expect(() => templateOf(stack)).toThrow(known);
    });
  });
});
