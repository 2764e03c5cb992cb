import * as vm from 'vm';
import { Stack } from 'aws-cdk-lib';
import { GeoRestriction, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AccountPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { edgeStack, siteIn, zoneIn } from './site-under-test';
import { FirewallScope, SecureKey, SecureSite, SecureTopic, SiteLogDestination, SiteOpenerPolicy, SiteResourcePolicy, SiteRouting, SiteTlsPolicy, WebFirewall } from '../../src';
import { inBothFlagModes, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const config = (stack: Stack) => only(templateOf(stack), 'AWS::CloudFront::Distribution').resource.Properties.DistributionConfig;
const distributionArn = (stack: Stack) => `arn:aws:cloudfront::111122223333:distribution/${only(templateOf(stack), 'AWS::CloudFront::Distribution').id}`;

/** The code of an edge function, run as CloudFront does. */
function run(stack: Stack, uri: string, host: string | undefined = 'shop.example.com'): any {
  const { FunctionCode } = only(templateOf(stack), 'AWS::CloudFront::Function').resource.Properties;
  const headers = host === '' ? {} : { host: { value: host } };
  return vm.runInNewContext(`${FunctionCode}; handler(event)`, { event: { request: { uri, headers }, viewer: { ip: '203.0.113.7' } } });
}

/** The headers that CloudFront has no setting of its own for, each put over what the origin says. */
function furtherHeaders(stack: Stack): Record<string, string> {
  const { CustomHeadersConfig } = only(templateOf(stack), 'AWS::CloudFront::ResponseHeadersPolicy').resource.Properties.ResponseHeadersPolicyConfig;
  expect(CustomHeadersConfig.Items.every(({ Override }: any) => Override === true)).toBe(true);
  return Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }: any) => [Header, Value]));
}

inBothFlagModes(() => {
  test('viewers come by HTTPS and TLS 1.2 or newer, under its own name and certificate', () => {
    const stack = edgeStack();
    const site = siteIn(stack);
    const { ViewerCertificate, Aliases, DefaultCacheBehavior, HttpVersion } = config(stack);
    expect(ViewerCertificate).toEqual({
      AcmCertificateArn: { Ref: only(templateOf(stack), 'AWS::CertificateManager::Certificate').id }, MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only',
    });
    expect(Aliases).toEqual(['shop.example.com']);
    expect(DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https', AllowedMethods: ['GET', 'HEAD'] });
    expect(HttpVersion).toBe('http2and3');
    expect(site.url).toBe('https://shop.example.com/');
  });

  test('CloudFront signs its requests to the bucket, and only this distribution may read it, but not list it', () => {
    const stack = edgeStack();
    const site = siteIn(stack);
    const template = templateOf(stack);
    const control = only(template, 'AWS::CloudFront::OriginAccessControl');
    expect(control.resource.Properties.OriginAccessControlConfig).toMatchObject({ SigningBehavior: 'always', SigningProtocol: 'sigv4', OriginAccessControlOriginType: 's3' });
    expect(config(stack).Origins).toEqual([expect.objectContaining({
      DomainName: { 'Fn::GetAtt': [stack.getLogicalId(site.bucket.bucket.node.defaultChild as any), 'RegionalDomainName'] },
      OriginAccessControlId: { 'Fn::GetAtt': [control.id, 'Id'] },
    })]);
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy')).map(statementsOf);
    const forCloudFront = policies.flat().filter(({ Principal }) => Principal.Service === 'cloudfront.amazonaws.com');
    expect(forCloudFront).toEqual([{
      Sid: 'AllowDistribution',
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: expect.stringMatching(/^SiteFiles\w+\.Arn\/\*$/),
      Condition: { StringEquals: { 'aws:SourceArn': distributionArn(stack) } },
    }]);
  });

  test('the key lets distributions of the account decrypt, without naming one, which would be a cycle', () => {
    const stack = edgeStack();
    siteIn(stack);
    const statement = statementsOf(only(templateOf(stack), 'AWS::KMS::Key').resource).find(({ Sid }) => Sid === 'DistributionsRead');
    expect(statement).toMatchObject({
      Action: 'kms:Decrypt',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/*' } },
    });
  });

  test('every answer has its security headers, and none that tells of S3', () => {
    const stack = edgeStack();
    siteIn(stack);
    const policy = only(templateOf(stack), 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig, RemoveHeadersConfig } = policy.resource.Properties.ResponseHeadersPolicyConfig;
    expect(SecurityHeadersConfig).toEqual({
      ContentSecurityPolicy: {
        ContentSecurityPolicy: "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'", Override: true,
      },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'same-origin', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
    });
    expect(furtherHeaders(stack)).toEqual({
      'Permissions-Policy': expect.stringMatching(/^accelerometer=\(\), bluetooth=\(\), .*camera=\(\), .*geolocation=\(\), .*microphone=\(\), .*usb=\(\)$/),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    expect(RemoveHeadersConfig.Items.map(({ Header }: any) => Header)).toEqual([
      'server', 'x-amz-server-side-encryption', 'x-amz-server-side-encryption-aws-kms-key-id', 'x-amz-server-side-encryption-bucket-key-enabled',
      'x-amz-version-id',
    ]);
    expect(config(stack).DefaultCacheBehavior.ResponseHeadersPolicyId).toEqual({ Ref: policy.id });
  });

  test('what pages may ask of a device, and what other sites may do with them, is said by name', () => {
    const stack = edgeStack();
    siteIn(stack, {
      permissionsPolicy: 'camera=(self "https://call.example.com"), geolocation=*, fullscreen=self', openerPolicy: SiteOpenerPolicy.SAME_ORIGIN_ALLOW_POPUPS, resourcePolicy: SiteResourcePolicy.CROSS_ORIGIN,
    });
    expect(furtherHeaders(stack)).toEqual({
      'Permissions-Policy': 'camera=(self "https://call.example.com"), geolocation=*, fullscreen=self',
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  test('answers under its own names only, not under cloudfront.net', () => {
    const stack = edgeStack();
    siteIn(stack, { domain: { domainName: 'shop.example.com', alternateNames: ['www.shop.example.com'], hostedZone: zoneIn(edgeStack()) } });
    for (const host of ['shop.example.com', 'www.shop.example.com', 'SHOP.example.com', 'shop.example.com:443']) expect(run(stack, '/a.css', host)).toEqual(expect.objectContaining({ uri: '/a.css' }));
    for (const host of ['d111111abcdef8.cloudfront.net', 'shop.example.com.example.org', 'hop.example.com', 'shop.example.com:8443', '']) {
      const { statusCode, headers, uri } = run(stack, '/a.css', host);
      expect([host, statusCode, uri]).toEqual([host, 421, undefined]);
      expect(headers).toMatchObject({
        'cache-control': { value: 'no-store' },
        'content-security-policy': { value: "default-src 'none'; frame-ancestors 'none'" },
        'x-content-type-options': { value: 'nosniff' },
        'strict-transport-security': { value: 'max-age=63072000; includeSubDomains' },
      });
    }
  });

  test('errors are answered by a page, and a missing object is not found', () => {
    const stack = edgeStack();
    siteIn(stack, { errorPage: 'errors/sorry.html' });
    const { CustomErrorResponses, DefaultRootObject } = config(stack);
    expect(DefaultRootObject).toBe('index.html');
    expect(CustomErrorResponses[0]).toEqual({ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/errors/sorry.html', ErrorCachingMinTTL: 10 });
    // every code that CloudFront takes, a range outside a file (416) and a key that was disabled (400) among them
    expect(CustomErrorResponses.map(({ ErrorCode }: any) => ErrorCode)).toEqual([403, 400, 404, 405, 414, 416, 500, 501, 502, 503, 504]);
    for (const { ErrorCode, ResponseCode, ResponsePagePath } of CustomErrorResponses.slice(1)) {
      expect([ResponseCode, ResponsePagePath]).toEqual([ErrorCode, '/errors/sorry.html']);
    }
  });

  test('a firewall for CloudFront stands in front, its own or a shared one', () => {
    const [own, shared] = [edgeStack(), edgeStack()];
    siteIn(own);
    const firewall = new WebFirewall(shared, 'Shared', { scope: FirewallScope.CLOUDFRONT });
    expect(siteIn(shared, { firewall }).firewall).toBe(firewall);
    for (const stack of [own, shared]) {
      const acl = only(templateOf(stack), 'AWS::WAFv2::WebACL');
      expect(acl.resource.Properties.Scope).toBe('CLOUDFRONT');
      expect(config(stack).WebACLId).toEqual({ 'Fn::GetAtt': [acl.id, 'Arn'] });
    }
  });

  test('requests are delivered to an encrypted, expiring log group, without cookies and query strings', () => {
    const stack = edgeStack();
    const site = siteIn(stack, { logRetention: RetentionDays.ONE_MONTH });
    const template = templateOf(stack);
    const source = only(template, 'AWS::Logs::DeliverySource');
    const target = only(template, 'AWS::Logs::DeliveryDestination');
    const { DeliverySourceName, DeliveryDestinationArn, RecordFields } = only(template, 'AWS::Logs::Delivery').resource.Properties;
    expect(readable(source.resource.Properties)).toMatchObject({ LogType: 'ACCESS_LOGS', ResourceArn: distributionArn(stack) });
    expect(Object.values(template.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Properties.RetentionInDays)).toEqual([30, 30]); // its firewall's too
    const group = stack.getLogicalId(site.logGroup!.node.defaultChild as any);
    expect(readable(target.resource.Properties)).toMatchObject({ OutputFormat: 'json', DestinationResourceArn: `arn:aws:logs:us-east-1:111122223333:log-group:${group}` });
    expect(DeliverySourceName).toEqual({ Ref: source.id });
    expect(DeliveryDestinationArn).toEqual({ 'Fn::GetAtt': [target.id, 'Arn'] });
    expect(RecordFields).toEqual(expect.arrayContaining(['c-ip', 'cs-uri-stem', 'sc-status', 'x-edge-request-id']));
    for (const field of ['cs(Cookie)', 'cs-uri-query', 'cs(Referer)']) expect(RecordFields).not.toContain(field);
    expect(template.findResources('AWS::Logs::LogGroup')[group].Properties).toMatchObject({ RetentionInDays: 30, KmsKeyId: expect.anything() });
    expect(site.logBucket).toBeUndefined();
  });

  test('requests are delivered to a bucket whose policy stands before the delivery', () => {
    const stack = edgeStack();
    const site = siteIn(stack, { logDestination: SiteLogDestination.BUCKET });
    const template = templateOf(stack);
    const target = only(template, 'AWS::Logs::DeliveryDestination').resource;
    expect(target.Properties.DestinationResourceArn).toEqual({ 'Fn::GetAtt': [stack.getLogicalId(site.logBucket!.bucket.node.defaultChild as any), 'Arn'] });
    expect(target.DependsOn).toContain(stack.getLogicalId(site.logBucket!.bucket.policy!.node.defaultChild as any));
    expect(site.logGroup).toBeUndefined();
  });

  test('its names lead to it over IPv4 and IPv6, and one certificate holds them all', () => {
    const stack = edgeStack();
    new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', alternateNames: ['www.shop.example.com'], hostedZone: zoneIn(stack) } });
    const template = templateOf(stack);
    const records = Object.values(template.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => `${Properties.Type} ${Properties.Name}`);
    expect(records.sort()).toEqual(['A shop.example.com.', 'A www.shop.example.com.', 'AAAA shop.example.com.', 'AAAA www.shop.example.com.']);
    expect(only(template, 'AWS::CertificateManager::Certificate').resource.Properties)
      .toMatchObject({ DomainName: 'shop.example.com', SubjectAlternativeNames: ['www.shop.example.com'], ValidationMethod: 'DNS' });
    expect(config(stack).Aliases).toEqual(['shop.example.com', 'www.shop.example.com']);
  });

  test('names of what is once in an account differ between deployments', () => {
    const stack = edgeStack();
    siteIn(stack);
    const template = templateOf(stack);
    const names = [
      only(template, 'AWS::CloudFront::Function').resource.Properties.Name,
      only(template, 'AWS::CloudFront::OriginAccessControl').resource.Properties.OriginAccessControlConfig.Name,
      only(template, 'AWS::CloudFront::ResponseHeadersPolicy').resource.Properties.ResponseHeadersPolicyConfig.Name,
      only(template, 'AWS::Logs::DeliverySource').resource.Properties.Name,
      only(template, 'AWS::Logs::DeliveryDestination').resource.Properties.Name,
    ];
    const limits = [64, 64, 128, 60, 60];
    names.forEach((name, index) => {
      expect(JSON.stringify(name)).toContain('"Ref":"AWS::StackId"');
      const length = name['Fn::Join'][1].reduce((sum: number, part: unknown) => sum + (typeof part === 'string' ? part.length : 36), 0);
      expect(length).toBeLessThanOrEqual(limits[index]);
    });
  });

  test('serves and refuses countries, takes a stricter TLS policy, and its own key', () => {
    const stack = edgeStack();
    const key = new SecureKey(stack, 'Key');
    const { topic } = new SecureTopic(stack, 'Oncall', { encryptionKey: key.key });
    siteIn(stack, {
      geoRestriction: GeoRestriction.allowlist('CH', 'AT'), tlsPolicy: SiteTlsPolicy.TLS_1_3_2025, encryptionKey: key.key, alarmTopic: topic,
    });
    expect(config(stack)).toMatchObject({
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['CH', 'AT'] } },
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.3_2025' },
    });
    expect(JSON.stringify(statementsOf(only(templateOf(stack), 'AWS::KMS::Key').resource))).toContain('DistributionsRead');
  });

  test.each<[SiteRouting | undefined, string, string]>([
    [undefined, '/', '/index.html'],
    [undefined, '/docs/', '/docs/index.html'],
    [undefined, '/docs', '/docs'],
    [undefined, '/logo.svg', '/logo.svg'],
    [SiteRouting.SINGLE_PAGE, '/', '/index.html'],
    [SiteRouting.SINGLE_PAGE, '/orders/17', '/index.html'],
    [SiteRouting.SINGLE_PAGE, '/v1.2/orders', '/index.html'],
    [SiteRouting.SINGLE_PAGE, '/assets/app.js', '/assets/app.js'],
  ])('with routing %s, %s is answered by %s', (routing, uri, expected) => {
    const stack = edgeStack();
    siteIn(stack, { routing });
    expect(run(stack, uri).uri).toBe(expected);
  });

  test('lets a pipeline upload, delete, list and forget, and read nothing', () => {
    const stack = edgeStack();
    const role = new Role(stack, 'Deploy', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
    siteIn(stack).grantDeploy(role);
    const statements = statementsOf(only(templateOf(stack), 'AWS::IAM::Policy').resource);
    const actions = statements.flatMap(({ Action }) => Action).sort();
    expect(actions).toEqual(['cloudfront:CreateInvalidation', 'kms:Decrypt', 'kms:GenerateDataKey', 's3:AbortMultipartUpload', 's3:DeleteObject', 's3:ListBucket',
      's3:ListMultipartUploadParts', 's3:PutObject']);
    expect(statements.find(({ Action }) => Action === 'cloudfront:CreateInvalidation').Resource).toBe(distributionArn(stack));
    expect(() => siteIn(edgeStack('Other')).grantDeploy(new AccountPrincipal('444455556666'))).toThrow('it belongs to account 444455556666');
  });

  describe('refuses at synth', () => {
    const after = (change: (site: SecureSite, resource: any) => void) => {
      const stack = edgeStack();
      const site = siteIn(stack);
      change(site, site.distribution.node.defaultChild);
      return () => templateOf(stack);
    };
    test.each<[string, (site: SecureSite, resource: any) => void, RegExp]>([
      ['viewers by HTTP', (_, it) => it.addPropertyOverride('DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', 'allow-all'), /viewers come by HTTPS only/],
      ['TLS 1.0', (_, it) => it.addPropertyOverride('DistributionConfig.ViewerCertificate.MinimumProtocolVersion', 'TLSv1'), /viewers use TLS 1\.2 or newer/],
      ['the certificate of cloudfront.net', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.ViewerCertificate.AcmCertificateArn'), /it has a certificate of its own/],
      ['no default root object', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.DefaultRootObject'), /a request for the root is answered by a page/],
      ['errors of S3', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.CustomErrorResponses'), /errors say nothing of S3/],
      ['an unsigned bucket', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.Origins.0.OriginAccessControlId'), /CloudFront signs its requests to the bucket/],
      ['no firewall', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.WebACLId'), /is behind this firewall/],
      ['a behavior without headers', (site) => site.distribution.addBehavior('/raw/*', new HttpOrigin('files.example.com'), {}), /every answer has its security headers/],
      ['a weaker policy', ({ responseHeadersPolicy }) => (responseHeadersPolicy.node.defaultChild as any)
        .addPropertyOverride('ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy', '*'), /browsers load what the policy names only/],
      ['fewer limits for pages', ({ responseHeadersPolicy }) => (responseHeadersPolicy.node.defaultChild as any)
        .addPropertyOverride('ResponseHeadersPolicyConfig.CustomHeadersConfig.Items.0.Value', 'camera=*'), /pages get at no more of a device than they should/],
      ['windows of other sites', ({ responseHeadersPolicy }) => (responseHeadersPolicy.node.defaultChild as any)
        .addPropertyDeletionOverride('ResponseHeadersPolicyConfig.CustomHeadersConfig.Items.1'), /windows of other sites do not reach its own/],
      ['other names', (_, it) => it.addPropertyDeletionOverride('DistributionConfig.DefaultCacheBehavior.FunctionAssociations'), /it answers under its own names only/],
      ['another function in place of its own', (_, it) => it.addPropertyOverride('DistributionConfig.DefaultCacheBehavior.FunctionAssociations.0.FunctionARN', 'arn:aws:cloudfront::111122223333:function/x'),
        /it answers under its own names only/],
      ['another reader of the bucket', ({ bucket }) => (bucket.bucket.policy!.node.defaultChild as any)
        .addPropertyOverride('PolicyDocument.Statement.5.Condition', { StringLike: { 'aws:SourceArn': '*' } }), /AllowDistribution stay as they are/],
      ['cookies in the log', (site) => (site.node.findChild('LogDelivery') as any).addPropertyOverride('RecordFields', ['cs(Cookie)']), /its log shows no cookies/],
      ['no log', (site) => (site.node.findChild('LogSource') as any).addPropertyOverride('ResourceArn', 'arn:aws:cloudfront::111122223333:distribution/OTHER'), /its requests are logged/],
      ['requests that are not signed', (site) => (site.node.findChild('AccessControl') as any).addPropertyOverride('OriginAccessControlConfig.SigningBehavior', 'never'),
        /CloudFront signs its requests to the bucket/],
    ])('%s', (_, change, message) => {
      expect(after(change)).toThrow(message);
    });

    test('nothing of a behavior with HTTPS and headers', () => {
      expect(after((site) => site.distribution.addBehavior('/raw/*', new HttpOrigin('files.example.com'), {
        responseHeadersPolicy: site.responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      }))).not.toThrow();
    });
  });
});
