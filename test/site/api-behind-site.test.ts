import * as vm from 'vm';
import { Aws, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { apiFor, EDGE, edgeStack, secretIn, SECRET_ARN, siteIn, zoneIn } from './site-under-test';
import { ApiAccess, FirewallRule, FirewallScope, IpSet, RequestMatch, SecureApiProps, SecureSite, SiteApiOptions, WebFirewall } from '../../src';
import { matches } from '../api/paths-as-read';
import { inBothFlagModes, newApp, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

const CERTIFICATE_ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/client';

const config = (stack: Stack) => only(templateOf(stack), 'AWS::CloudFront::Distribution').resource.Properties.DistributionConfig;
const regionalRules = (stack: Stack): any[] => Object.values(templateOf(stack).findResources('AWS::WAFv2::WebACL'))
  .find(({ Properties }) => Properties.Scope === 'REGIONAL')!.Properties.Rules;
const ruleNamed = (stack: Stack, name: string) => regionalRules(stack).find(({ Name }) => Name === name);

/** A site with an API behind `/api/*`, in one stack. */
function both(props?: SecureApiProps, options: Partial<SiteApiOptions> = {}): { stack: Stack; site: SecureSite } {
  const stack = edgeStack();
  const site = siteIn(stack);
  site.addApi('/api/*', apiFor(stack, props), { secret: secretIn(stack), ...options });
  return { stack, site };
}

/** Props of an API that asks for client certificates. */
function mutualTls(stack: Stack): SecureApiProps {
  return {
    domain: {
      domainName: 'api.example.com',
      certificate: acm.Certificate.fromCertificateArn(stack, 'ApiCertificate', 'arn:aws:acm:us-east-1:111122223333:certificate/api'),
      mutualTls: { truststore: Bucket.fromBucketName(stack, 'Trust', 'trust'), key: 'truststore.pem' },
    },
  };
}

inBothFlagModes(() => {
  test('the site calls the stage of the API over TLS 1.2, with everything of the viewer but the host, and caches nothing', () => {
    const { stack } = both();
    const { Origins, CacheBehaviors: [behaviour] } = config(stack);
    const [, origin] = Origins;
    expect(behaviour).toMatchObject({
      PathPattern: '/api/*',
      TargetOriginId: origin.Id,
      ViewerProtocolPolicy: 'https-only',
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // CachingDisabled
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
      ResponseHeadersPolicyId: { Ref: only(templateOf(stack), 'AWS::CloudFront::ResponseHeadersPolicy').id },
    });
    expect(readable(origin.DomainName)).toMatch(/^Api\w+\.execute-api\.us-east-1\.amazonaws\.com$/);
    expect(readable(origin.OriginPath)).toMatch(/^\/ApiDeploymentStage/);
    expect(origin.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] });
  });

  test('both sides refer to the secret, and neither template holds it', () => {
    const { stack } = both();
    const reference = `{{resolve:secretsmanager:${SECRET_ARN}:SecretString:::}}`;
    expect(config(stack).Origins[1].OriginCustomHeaders).toEqual([{ HeaderName: 'x-origin-secret', HeaderValue: reference }]);
    const rule = ruleNamed(stack, 'RequiredHeader');
    expect(rule).toMatchObject({ Priority: 50, Action: { Block: {} } });
    expect(rule.Statement.NotStatement.Statement.ByteMatchStatement).toMatchObject({ SearchString: reference, FieldToMatch: { SingleHeader: { Name: 'x-origin-secret' } } });
  });

  test('while the secret changes, the API takes both and the site sends the new one', () => {
    const stack = edgeStack();
    const previousSecret = secretIn(stack, `${SECRET_ARN.slice(0, -6)}z9Y8x7`, 'Previous');
    siteIn(stack).addApi('/api/*', apiFor(stack), { secret: secretIn(stack), previousSecret });
    expect(ruleNamed(stack, 'RequiredHeader').Statement.NotStatement.Statement.OrStatement.Statements).toHaveLength(2);
    expect(config(stack).Origins[1].OriginCustomHeaders[0].HeaderValue).toContain(SECRET_ARN);
  });

  test('rules of the API on addresses see those of the viewers, which the site writes', () => {
    const stack = edgeStack();
    const firewall = new WebFirewall(stack, 'ApiFirewall', {
      blockedIps: [IpSet.v4(['198.51.100.0/24'])],
      rules: [FirewallRule.limit('Writes', 100, RequestMatch.method('POST'))],
    });
    siteIn(stack).addApi('/api/*', apiFor(stack, { firewall }), { secret: secretIn(stack) });
    for (const name of ['RateLimit', 'Writes']) {
      expect(ruleNamed(stack, name).Statement.RateBasedStatement).toMatchObject({
        AggregateKeyType: 'FORWARDED_IP', ForwardedIPConfig: { HeaderName: 'x-viewer-address', FallbackBehavior: 'MATCH' },
      });
    }
    expect(ruleNamed(stack, 'BlockedIps').Statement.IPSetReferenceStatement.IPSetForwardedIPConfig)
      .toEqual({ HeaderName: 'x-viewer-address', FallbackBehavior: 'NO_MATCH', Position: 'FIRST' });
    const { FunctionCode } = Object.values(templateOf(stack).findResources('AWS::CloudFront::Function'))
      .map(({ Properties }) => Properties).find((properties) => properties.FunctionCode.includes('x-viewer-address'))!;
    const run = (host: string) => {
      const request = { uri: '/api/orders', headers: { 'host': { value: host }, 'x-viewer-address': { value: '192.0.2.1' } } };
      return vm.runInNewContext(`${FunctionCode}; handler(event)`, { event: { request, viewer: { ip: '203.0.113.7' } } });
    };
    expect(run('shop.example.com')).toEqual({ uri: '/api/orders', headers: { 'host': { value: 'shop.example.com' }, 'x-viewer-address': { value: '203.0.113.7' } } });
    expect(run('d111111abcdef8.cloudfront.net').statusCode).toBe(421);
  });

  describe('uploads', () => {
    const upload = (path: string, maxBytes = 60_000) => ({ method: 'PUT', path, maxBytes });
    const passes = (stack: Stack, path: string, method = 'PUT') => {
      const { Rules } = Object.values(templateOf(stack).findResources('AWS::WAFv2::WebACL')).find(({ Properties }) => Properties.Scope === 'CLOUDFRONT')!.Properties;
      const { Statement } = Rules.find(({ Name }: any) => Name === 'OversizeBodies');
      // without upload routes the label alone refuses
      return (Statement.AndStatement?.Statements.slice(1) ?? []).some((each: any) => !matches(each, { method, path }));
    };

    test('pass the firewall of the site as they pass that of the API, named before or after', () => {
      const stack = edgeStack();
      const firewall = new WebFirewall(stack, 'ApiFirewall', { uploadRoutes: [upload('/api/documents/{id}')] });
      const api = apiFor(stack, { firewall });
      siteIn(stack).addApi('/api/*', api, { secret: secretIn(stack) });
      api.firewall.addUploadRoute(upload('/api/images/{key+}', 20_000));
      expect(['/api/documents/7', '/api/images/a/b.png'].filter((path) => !passes(stack, path))).toEqual([]);
      expect(['/documents/7', '/api/orders', '/api/documents/..', '/api/documents/7/8'].filter((path) => passes(stack, path))).toEqual([]);
      expect(passes(stack, '/api/documents/7', 'POST')).toBe(false);
      const edge = Object.values(templateOf(stack).findResources('AWS::WAFv2::WebACL')).find(({ Properties }) => Properties.Scope === 'CLOUDFRONT')!.Properties;
      expect(edge.AssociationConfig).toEqual({ RequestBody: { CLOUDFRONT: { DefaultSizeInspectionLimit: 'KB_64' } } });
      const sizes = edge.Rules.filter(({ Name }: any) => Name.startsWith('OversizeUploads')).map(({ Statement }: any) => Statement.AndStatement.Statements[1].SizeConstraintStatement.Size);
      expect(sizes).toEqual([60_000, 20_000]);
    });

    test.each<[string, string, string | undefined]>([
      ['/{version}/documents', '/api/*', '/api/documents'],
      ['/{proxy+}', '/api/*', '/api/documents/7'],
      ['/{proxy+}', '/api/files/*', '/api/files/7'],
      ['/{proxy+}', '/upload', '/upload'],
      ['/upload', '/upload', '/upload'],
      ['/api/{rest+}', '/api/v~1/*', '/api/v~1/7'],
      ['/documents/{id}', '/api/*', undefined],
      ['/api', '/api/*', undefined],
      ['/upload/{id}', '/upload', undefined],
    ])('to %s of an API below %s pass at %s', (route, path, viewed) => {
      const stack = edgeStack();
      siteIn(stack).addApi(path, apiFor(stack, { firewall: new WebFirewall(stack, 'ApiFirewall', { uploadRoutes: [upload(route)] }) }), { secret: secretIn(stack) });
      const tried = ['/api/documents', '/api/documents/7', '/api/files/7', '/upload', '/api/v~1/7', '/upload/7', '/documents/7', '/api'];
      const through = tried.filter((each) => passes(stack, each));
      if (viewed === undefined) expect(through).toEqual([]);
      else expect(through).toContain(viewed);
    });

    test('that the site and its APIs name alike pass once, with the larger size', () => {
      const stack = edgeStack();
      const edgeFirewall = new WebFirewall(stack, 'EdgeFirewall', { scope: FirewallScope.CLOUDFRONT, uploadRoutes: [upload('/api/documents/{id}', 10_000)] });
      const api = apiFor(stack, { firewall: new WebFirewall(stack, 'ApiFirewall', { uploadRoutes: [upload('/api/documents/{id}', 30_000)] }) });
      siteIn(stack, { firewall: edgeFirewall }).addApi('/api/*', api, { secret: secretIn(stack) });
      const { Rules } = Object.values(templateOf(stack).findResources('AWS::WAFv2::WebACL')).find(({ Properties }) => Properties.Scope === 'CLOUDFRONT')!.Properties;
      const uploads = Rules.filter(({ Name }: any) => Name.startsWith('OversizeUploads'));
      expect(uploads.map(({ Statement }: any) => Statement.AndStatement.Statements[1].SizeConstraintStatement.Size)).toEqual([30_000]);
    });
  });

  test('errors of the API keep their codes, and what one caller is refused is not remembered for the next', () => {
    const { stack } = both();
    const { CustomErrorResponses } = config(stack);
    expect(CustomErrorResponses.every(({ ErrorCachingMinTTL }: any) => ErrorCachingMinTTL === 0)).toBe(true);
    expect(CustomErrorResponses.filter(({ ErrorCode, ResponseCode }: any) => ResponseCode !== undefined && ResponseCode !== ErrorCode)).toEqual([]);
    expect(CustomErrorResponses.find(({ ErrorCode }: any) => ErrorCode === 404)).toEqual({ ErrorCode: 404, ErrorCachingMinTTL: 0 });
  });

  test('an API of another region is reached by its own domain name, with a replica of the secret', () => {
    const app = newApp();
    const apiStack = new Stack(app, 'ApiStack', { env: { ...EDGE, region: 'eu-west-1' } });
    const api = apiFor(apiStack, {
      domain: {
        domainName: 'api.example.com', basePath: 'v1', certificate: acm.Certificate.fromCertificateArn(apiStack, 'C', 'arn:aws:acm:eu-west-1:111122223333:certificate/1'),
      },
    });
    const stack = new Stack(app, 'SiteStack', { env: EDGE });
    const there = SECRET_ARN.replace('us-east-1', 'eu-west-1');
    siteIn(stack).addApi('/api/*', api, { secret: secretIn(apiStack, there), replicaOfSecret: secretIn(stack) });
    expect(config(stack).Origins[1]).toMatchObject({
      DomainName: 'api.example.com', OriginPath: '/v1', OriginCustomHeaders: [{ HeaderValue: `{{resolve:secretsmanager:${SECRET_ARN}:SecretString:::}}` }],
    });
    expect(JSON.stringify(ruleNamed(apiStack, 'RequiredHeader'))).toContain(there);
  });

  test('an API of another account is reached by its own domain name, with a secret that is named by its whole ARN', () => {
    const app = newApp();
    const apiStack = new Stack(app, 'ApiStack', { env: { ...EDGE, account: '444455556666' } });
    const api = apiFor(apiStack, {
      domain: { domainName: 'api.example.com', certificate: acm.Certificate.fromCertificateArn(apiStack, 'C', 'arn:aws:acm:us-east-1:444455556666:certificate/1') },
    });
    const stack = new Stack(app, 'SiteStack', { env: EDGE });
    const theirs = SECRET_ARN.replace('111122223333', '444455556666');
    siteIn(stack).addApi('/api/*', api, { secret: secretIn(apiStack, theirs) });
    expect(config(stack).Origins[1]).toMatchObject({
      DomainName: 'api.example.com', OriginCustomHeaders: [{ HeaderValue: `{{resolve:secretsmanager:${theirs}:SecretString:::}}` }],
    });
  });

  test('an API of another stack gets nothing that refers back to the site', () => {
    const app = newApp();
    const [apiStack, stack] = [new Stack(app, 'ApiStack', { env: EDGE }), new Stack(app, 'SiteStack', { env: EDGE })];
    siteIn(stack).addApi('/api/*', apiFor(apiStack), { secret: secretIn(apiStack) });
    expect(() => app.synth()).not.toThrow();
    expect(apiStack.dependencies).toEqual([]);
    expect(stack.dependencies).toEqual([apiStack]);
  });

  test('with mutual TLS the site shows its certificate', () => {
    const stack = edgeStack();
    const clientCertificate = acm.Certificate.fromCertificateArn(stack, 'Client', CERTIFICATE_ARN);
    siteIn(stack).addApi('/api/*', apiFor(stack, mutualTls(stack)), { secret: secretIn(stack), clientCertificate });
    expect(config(stack).Origins[1].CustomOriginConfig.OriginMtlsConfig).toEqual({ ClientCertificateArn: CERTIFICATE_ARN });
    expect(ruleNamed(stack, 'RequiredHeader')).toBeDefined();
  });

  test('several APIs share the function that writes the address', () => {
    const { stack, site } = both();
    site.addApi('/admin/*', apiFor(new Stack(stack.node.root as any, 'Admin', { env: EDGE })), { secret: secretIn(stack, SECRET_ARN, 'Again') });
    expect(config(stack).CacheBehaviors.map(({ PathPattern }: any) => PathPattern)).toEqual(['/api/*', '/admin/*']);
    templateOf(stack).resourceCountIs('AWS::CloudFront::Function', 2);
  });

  describe('refuses', () => {
    const cidrs = { access: ApiAccess.fromCidrs(['203.0.113.0/24']) };
    const secretOf = (region: string) => (stack: Stack) => ({ secret: secretIn(stack, SECRET_ARN.replace('us-east-1', region), 'Elsewhere') });
    const addAt = (path: string) => () => {
      const { stack, site } = both();
      site.addApi(path, apiFor(new Stack(stack.node.root as any, 'Second', { env: EDGE })), { secret: secretIn(stack, SECRET_ARN, 'Again') });
    };
    const apiIn = (env: object, options: (stack: Stack) => Partial<SiteApiOptions>, props?: (stack: Stack) => SecureApiProps) => () => {
      const app = newApp();
      const [apiStack, stack] = [new Stack(app, 'ApiStack', { env }), new Stack(app, 'SiteStack', { env: EDGE })];
      siteIn(stack).addApi('/api/*', apiFor(apiStack, props?.(apiStack)), { secret: secretIn(apiStack), ...options(apiStack) });
    };
    const withDomain = (stack: Stack): SecureApiProps => ({
      domain: { ...mutualTls(stack).domain!, mutualTls: undefined, certificate: undefined, hostedZone: zoneIn(stack) },
    });
    test.each<[string, () => void, string]>([
      ['a path that is the whole site', addAt('/*'), 'addApi(path) = "/*": it is no path below the root'],
      ['a path without a slash in front', addAt('admin/*'), 'Write for example "/api/*".'],
      ['a star within the path', addAt('/a*/b'), 'it is no path below the root'],
      ['a path twice', addAt('/api/*'), 'the site has an API there already'],
      ['a path that is a token', addAt(Aws.REGION), 'addApi(path)'],
      ['the error page below the path', () => {
        const stack = edgeStack();
        siteIn(stack, { errorPage: 'errors/index.html' }).addApi('/errors/*', apiFor(stack), { secret: secretIn(stack) });
      }, 'addApi(path) = "/errors/*": CloudFront would ask the API for the error page, errors/index.html, which lies there. Choose another path'],
      ['the error page at the path', addAt('/error.html'), 'CloudFront would ask the API for the error page, error.html'],
      ['a private API', () => both({
        access: ApiAccess.fromVpcEndpoints([InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(edgeStack('Network'), 'Endpoint', {
          vpcEndpointId: 'vpce-0123456789abcdef0', port: 443,
        })]),
      }), 'addApi(api) = "Stack/Api": the API is private, and CloudFront is in no VPC. Leave access of the API out'],
      ['an API of another account by its endpoint', apiIn({ ...EDGE, account: '444455556666' }, () => ({})),
        'the API is in account 444455556666, and its address cannot be referred to from 111122223333. Give the API a custom domain name'],
      ['a secret that another account makes', apiIn({ ...EDGE, account: '444455556666' }, () => ({ secret: new Secret(edgeStack('Elsewhere'), 'Made') }), withDomain),
        'the secret is made in account 111122223333, and in 444455556666, where it is read, nobody can refer to it. Pass it by Secret.fromSecretCompleteArn'],
      ['an API for named addresses', () => both(cidrs), 'the API takes named addresses, and CloudFront calls it from its own. Leave access of the API out'],
      ['an API of another region by its endpoint', apiIn({ ...EDGE, region: 'eu-west-1' }, () => ({})), 'the API is in eu-west-1, and its address cannot be referred to from us-east-1. Give the API a custom domain name'],
      ['an API of any region', apiIn({}, () => ({})), 'the API is in a region that is not known at synth'],
      ['an API of another region without a replica of the secret', apiIn({ ...EDGE, region: 'eu-west-1' }, secretOf('eu-west-1'), withDomain),
        "CloudFormation reads secrets of the stack's own region only. Replicate the secret to us-east-1"],
      ['a secret of another region', apiIn(EDGE, secretOf('eu-west-1')), 'the secret is in eu-west-1, and it is read in us-east-1'],
      ['a certificate that nobody asks for', apiIn(EDGE, (stack) => ({ clientCertificate: acm.Certificate.fromCertificateArn(stack, 'Client', CERTIFICATE_ARN) })),
        'the API asks for no certificate, so that showing one protects nothing'],
      ['no certificate where one is asked for', apiIn(EDGE, () => ({}), mutualTls), 'the API asks for a certificate, and the site shows none'],
      ['a client certificate of another region', apiIn(EDGE, (stack) => ({
        clientCertificate: acm.Certificate.fromCertificateArn(stack, 'Client', CERTIFICATE_ARN.replace('us-east-1', 'eu-west-1')),
      }), mutualTls), 'the certificate is in eu-west-1, and CloudFront takes those of us-east-1 only. Pass a certificate of us-east-1.'],
    ])('%s', (_, build, text) => {
      expect(build).toThrow(text);
    });
  });

  test('refuses at synth that the site no longer sends the secret', () => {
    const { stack, site } = both();
    (site.distribution.node.defaultChild as any).addPropertyDeletionOverride('DistributionConfig.Origins.1.OriginCustomHeaders');
    expect(() => templateOf(stack)).toThrow(/it makes itself known to the API behind it/);
  });

  test('refuses at synth that the API answers under other names', () => {
    const { stack, site } = both();
    (site.distribution.node.defaultChild as any).addPropertyDeletionOverride('DistributionConfig.CacheBehaviors.0.FunctionAssociations');
    expect(() => templateOf(stack)).toThrow(/it answers under its own names only/);
  });

  test('refuses at synth that the API asks for the secret no more', () => {
    const stack = edgeStack();
    const api = apiFor(stack);
    siteIn(stack).addApi('/api/*', api, { secret: secretIn(stack) });
    api.firewall.webAcl.rules = (api.firewall.webAcl.rules as any[]).filter(({ name }) => name !== 'RequiredHeader');
    expect(() => templateOf(stack)).toThrow(/its rules stay as they were made/);
  });
});
