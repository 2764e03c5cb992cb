import { Aws, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { EDGE, edgeStack, siteIn, zoneIn } from './site-under-test';
import { FirewallScope, SecureSiteProps, SiteDomain, WebFirewall } from '../../src';
import { inBothFlagModes, newApp, only, templateOf } from '../harness/apps';

const NAME = 'shop.example.com';
const certificate = (stack: Stack, region = 'us-east-1') => acm.Certificate.fromCertificateArn(stack, 'Given', `arn:aws:acm:${region}:111122223333:certificate/1`);

inBothFlagModes(() => {
  describe('refuses', () => {
    const message = (props: (stack: Stack) => Partial<SecureSiteProps>, stack = edgeStack()) => {
      try {
        siteIn(stack, props(stack));
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    };
    const domain = (props: (stack: Stack) => Partial<SiteDomain>) => (stack: Stack) => ({ domain: { domainName: NAME, ...props(stack) } });

    test.each<[string, (stack: Stack) => Partial<SecureSiteProps>, string]>([
      ['neither zone nor certificate', domain(() => ({})), '[Stack/Site] domain = "shop.example.com": there is neither a certificate nor a hosted zone'],
      ['a wildcard', domain((stack) => ({ domainName: '*.example.com', certificate: certificate(stack) })), 'a wildcard name answers for every name below it'],
      ['a name that is a token', domain((stack) => ({ domainName: Aws.REGION, certificate: certificate(stack) })), 'domain.domainName'],
      ['a name of another zone', domain((stack) => ({ domainName: 'shop.example.org', hostedZone: zoneIn(inner(stack)) })), 'shop.example.org is no name in this zone'],
      ['another name of another zone', domain((stack) => ({ hostedZone: zoneIn(inner(stack)), alternateNames: ['www.example.org'] })), 'www.example.org is no name in this zone'],
      ['a name twice', domain((stack) => ({ certificate: certificate(stack), alternateNames: [NAME] })), 'domain.alternateNames = "shop.example.com": the site has this name already'],
      ['a private zone', domain((stack) => ({ hostedZone: new route53.PrivateHostedZone(stack, 'Private', { zoneName: 'example.com', vpc: new Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 }) }) })), 'in a private zone nobody validates'],
      ['a certificate of another region', domain((stack) => ({ certificate: certificate(stack, 'eu-west-1') })),
        'the certificate is in eu-west-1, and CloudFront takes those of us-east-1 only. Pass a certificate of us-east-1, or leave it out and set hostedZone.'],
      ['an error page with a slash in front', () => ({ errorPage: '/error.html' }), 'errorPage = "/error.html": it is no key of an object'],
      ['an error page that is a token', () => ({ errorPage: Aws.REGION }), 'errorPage'],
      ['an empty policy', () => ({ contentSecurityPolicy: ' ; ' }), 'it is no list of directives, separated by semicolons on one line'],
      ['a policy of two lines', () => ({ contentSecurityPolicy: "default-src 'self';\nimg-src *" }), 'on one line'],
      ['two policies', () => ({ contentSecurityPolicy: "default-src 'self', script-src *" }), 'without commas, which would begin another policy'],
      ['a policy beyond ASCII', () => ({ contentSecurityPolicy: "default-src 'self' https://caf\u00e9.example.com" }), 'in ASCII'],
      ['a policy that is a token', () => ({ contentSecurityPolicy: Aws.REGION }), 'contentSecurityPolicy'],
      ['a policy for features in the old syntax', () => ({ permissionsPolicy: "camera 'none'; geolocation 'none'" }),
        'it is no list of features, separated by commas on one line, each with those who may use it in brackets. Write for example "camera=(self), geolocation=(), microphone=()".'],
      ['an empty policy for features', () => ({ permissionsPolicy: '' }), 'permissionsPolicy = "": it is no list of features'],
      ['a policy for features of two lines', () => ({ permissionsPolicy: 'camera=(),\nusb=()' }), 'it is no list of features'],
      ['a policy for features that is a token', () => ({ permissionsPolicy: Aws.REGION }), 'permissionsPolicy'],
      ['more names than an edge function holds', domain((stack) => ({
        certificate: certificate(stack), alternateNames: Array.from({ length: 99 }, (_, index) => `${'long'.repeat(12)}.${'name'.repeat(12)}.n${index}.example.com`),
      })), 'domain.alternateNames = "100 names": an edge function, which knows the site by its names, has 10240 bytes at most'],
      ['a key of another region', (stack) => ({ encryptionKey: Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1') }), 'the key is in eu-west-1, and this stack is deployed to us-east-1'],
      ['a regional firewall', (stack) => ({ firewall: new WebFirewall(stack, 'Regional') }), 'the firewall is for stages of REST APIs and user pools. Make another one, with scope: FirewallScope.CLOUDFRONT.'],
    ])('%s', (_, props, text) => {
      expect(message(props)).toContain(text);
    });

    test.each<[string, Stack, string]>([
      ['another region', new Stack(newApp(), 'Stack', { env: { ...EDGE, region: 'eu-west-1' } }), 'lives in us-east-1 only, and this stack is in eu-west-1'],
      ['a region that is not known', new Stack(newApp(), 'Stack'), 'the region of this stack is not known at synth. Put it into a stack of its own there'],
    ])('%s', (_, stack, text) => {
      expect(message(() => ({}), stack)).toContain(text);
    });
  });

  test.each<[string, boolean]>([
    ["default-src 'self'", false],
    ["default-src 'none'; script-src 'self' https://cdn.example.com; img-src *", false],
    ["script-src 'self' 'unsafe-inline' 'sha256-AAAA'", false],
    ["default-src 'self' 'unsafe-inline'", true],
    ["default-src 'self'; script-src *", true],
    ["img-src 'self'", true],
    ["script-src 'unsafe-inline'; script-src 'self'", true], // browsers take the first one
    ["script-src 'self'; script-src 'unsafe-inline'", false],
    ["script-src 'self' 'UNSAFE-INLINE'", true],
    ["SCRIPT-SRC 'unsafe-inline'; default-src 'self'", true],
    ["script-src 'self' HTTPS:", true],
    ["script-src 'self' https://*", true],
    ["script-src 'self' https://*:443", true],
    ["script-src 'self' *.com", true],
    ["script-src 'self' https://*.example.com", false],
    ["script-src 'self' blob:", true],
    ["script-src 'self'; script-src-elem * 'unsafe-inline'", true],
    ["script-src 'self'; script-src-attr 'unsafe-inline'", true],
    ["default-src 'self'; script-src-elem 'self'", false],
    ["script-src-elem 'self'; script-src-attr 'none'", true], // workers and eval
    ["script-src 'strict-dynamic' 'nonce-AAAA' https: 'unsafe-inline'", true], // a nonce that never changes is known to everybody
    ["script-src 'self' 'nonce-AAAA'", true],
    ["script-src 'strict-dynamic' 'sha256-AAAA' https: 'unsafe-inline'", false],
    ["script-src 'self' 'sha256-AAAA' 'unsafe-inline'", false],
    ["script-src 'strict-dynamic' 'nonce-AAAA' 'unsafe-eval'", true],
  ])('the policy %s is a weak one: %s', (contentSecurityPolicy, isWeak) => {
    const stack = edgeStack();
    siteIn(stack, { contentSecurityPolicy });
    templateOf(stack);
    const warning = Match.stringLikeRegexp('contentSecurityPolicy lets injected scripts run');
    if (isWeak) Annotations.fromStack(stack).hasWarning('/Stack/Site', warning);
    else Annotations.fromStack(stack).hasNoWarning('/Stack/Site', warning);
  });

  test('takes a certificate without a zone, whose records are somebody else\'s, and one that is a token', () => {
    for (const arn of ['arn:aws:acm:us-east-1:111122223333:certificate/1', Fn.importValue('Certificate')]) {
      const stack = edgeStack();
      siteIn(stack, { domain: { domainName: NAME, certificate: acm.Certificate.fromCertificateArn(stack, 'Given', arn) } });
      const template = templateOf(stack);
      expect(only(template, 'AWS::CloudFront::Distribution').resource.Properties.DistributionConfig.ViewerCertificate.AcmCertificateArn).toEqual(stack.resolve(arn));
      template.resourceCountIs('AWS::Route53::RecordSet', 0);
      template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    }
  });

  test('refuses a certificate that is a token of a stack of another region', () => {
    const app = newApp();
    const there = new acm.Certificate(new Stack(app, 'There', { env: { ...EDGE, region: 'eu-west-1' } }), 'Certificate', { domainName: NAME });
    expect(() => siteIn(new Stack(app, 'Stack', { env: EDGE }), { domain: { domainName: NAME, certificate: there } }))
      .toThrow('the certificate is in eu-west-1, and CloudFront takes those of us-east-1 only');
  });

  test('a firewall is not taken twice', () => {
    const stack = edgeStack();
    const site = siteIn(stack);
    const second = new WebFirewall(stack, 'Second', { scope: FirewallScope.CLOUDFRONT });
    expect(() => second.associateDistribution(site.distribution)).toThrow(/WebACL has already been attached/);
  });
});

/** A scope where ids of the site's own zone are free. */
function inner(stack: Stack): Stack {
  return new Stack(stack, 'Inner', { env: EDGE });
}
