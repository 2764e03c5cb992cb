import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { plainApi } from './protected-stage';
import { ApiTlsPolicy } from '../../src/api/api-tls-policy';
import type { ApiDomain } from '../../src/api/reach/api-domain';
import { defineDomain, DefinedDomain } from '../../src/api/reach/define-domain';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

const zone = (stack: Stack, zoneName = 'example.com') =>
  route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName });
const certificate = (stack: Stack) =>
  acm.Certificate.fromCertificateArn(stack, 'Imported', 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012');

function domainIn(stack: Stack, props: Partial<ApiDomain> = {}): DefinedDomain {
  const api = plainApi(stack);
  return defineDomain(new Construct(stack, 'Domain'), api, api.deploymentStage, { domainName: 'api.example.com', hostedZone: zone(stack), ...props });
}

describe.each(FLAG_MODES)('custom domain name %s', (_, flags) => {
  test('takes TLS 1.2 and later with forward secrecy only, at its own host name only, over IPv4 and IPv6', () => {
    const stack = newStack(flags);
    domainIn(stack);
    expect(only(templateOf(stack), 'AWS::ApiGateway::DomainName').resource.Properties).toMatchObject({
      DomainName: 'api.example.com',
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
      EndpointConfiguration: { Types: ['REGIONAL'], IpAddressType: 'dualstack' },
    });
    expect(only(templateOf(stack), 'AWS::ApiGateway::RestApi').resource.Properties.EndpointConfiguration.IpAddressType).toBe('dualstack');
  });

  test('has a certificate that its hosted zone validates and renews', () => {
    const stack = newStack(flags);
    domainIn(stack);
    const template = templateOf(stack);
    const made = only(template, 'AWS::CertificateManager::Certificate');
    expect(made.resource.Properties).toMatchObject({
      DomainName: 'api.example.com',
      ValidationMethod: 'DNS',
      KeyAlgorithm: 'RSA_2048',
      DomainValidationOptions: [{ DomainName: 'api.example.com', HostedZoneId: 'Z0123456789ABC' }],
    });
    expect(only(template, 'AWS::ApiGateway::DomainName').resource.Properties.RegionalCertificateArn).toEqual({ Ref: made.id });
  });

  test('leads its alias records to the regional endpoint', () => {
    const stack = newStack(flags);
    domainIn(stack);
    const template = templateOf(stack);
    const { id } = only(template, 'AWS::ApiGateway::DomainName');
    const records = Object.values(template.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties);
    expect(records.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const record of records) {
      expect(record).toMatchObject({
        Name: 'api.example.com.',
        HostedZoneId: 'Z0123456789ABC',
        AliasTarget: { DNSName: { 'Fn::GetAtt': [id, 'RegionalDomainName'] }, HostedZoneId: { 'Fn::GetAtt': [id, 'RegionalHostedZoneId'] } },
      });
    }
  });

  test('maps its base path to the stage', () => {
    const stack = newStack(flags);
    expect(domainIn(stack, { basePath: 'v1' }).url).toBe('https://api.example.com/v1/');
    const template = templateOf(stack);
    expect(only(template, 'AWS::ApiGateway::BasePathMapping').resource.Properties).toMatchObject({
      BasePath: 'v1',
      DomainName: { Ref: only(template, 'AWS::ApiGateway::DomainName').id },
      RestApiId: { Ref: only(template, 'AWS::ApiGateway::RestApi').id },
      Stage: { Ref: only(template, 'AWS::ApiGateway::Stage').id },
    });
  });

  test('asks clients for certificates, with the policy that API Gateway has for that', () => {
    const stack = newStack(flags);
    const truststore = s3.Bucket.fromBucketName(stack, 'Truststore', 'truststore-of-partners');
    domainIn(stack, { mutualTls: { truststore, key: 'partners.pem', version: 'v7', ownershipCertificate: certificate(stack) } });
    const { Properties } = only(templateOf(stack), 'AWS::ApiGateway::DomainName').resource;
    expect(Properties).toMatchObject({
      SecurityPolicy: 'TLS_1_2',
      MutualTlsAuthentication: { TruststoreUri: 's3://truststore-of-partners/partners.pem', TruststoreVersion: 'v7' },
      OwnershipVerificationCertificateArn: certificate(new Stack()).certificateArn,
    });
    expect(Properties).not.toHaveProperty('EndpointAccessMode');
  });
});

test('takes a certificate without a hosted zone, and makes no records', () => {
  const stack = newStack();
  expect(domainIn(stack, { hostedZone: undefined, certificate: certificate(stack) }).url).toBe('https://api.example.com/');
  const template = templateOf(stack);
  template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
  template.resourceCountIs('AWS::Route53::RecordSet', 0);
});

test('takes the TLS policy of the API', () => {
  const stack = newStack();
  const api = plainApi(stack);
  defineDomain(new Construct(stack, 'Domain'), api, api.deploymentStage, { domainName: 'api.example.com', hostedZone: zone(stack) }, { tlsPolicy: ApiTlsPolicy.TLS_1_3 });
  expect(only(templateOf(stack), 'AWS::ApiGateway::DomainName').resource.Properties.SecurityPolicy).toBe('SecurityPolicy_TLS13_1_3_2025_09');
});

test('leads nobody to it by IPv6 where the API admits IPv4 addresses only', () => {
  const stack = newStack();
  const api = plainApi(stack);
  defineDomain(new Construct(stack, 'Domain'), api, api.deploymentStage, { domainName: 'api.example.com', hostedZone: zone(stack) }, { ipv6: false });
  expect(only(templateOf(stack), 'AWS::Route53::RecordSet').resource.Properties.Type).toBe('A');
  expect(only(templateOf(stack), 'AWS::ApiGateway::DomainName').resource.Properties.EndpointConfiguration.IpAddressType).toBe('ipv4');
  expect(only(templateOf(stack), 'AWS::ApiGateway::RestApi').resource.Properties.EndpointConfiguration?.IpAddressType).toBeUndefined();
});

test('takes the apex of a zone', () => {
  const stack = newStack();
  domainIn(stack, { domainName: 'example.com' });
  expect(Object.values(templateOf(stack).findResources('AWS::Route53::RecordSet'))[0].Properties.Name).toBe('example.com.');
});

describe('refuses', () => {
  test.each<[string, (stack: Stack) => Partial<ApiDomain>, string]>([
    ['neither certificate nor zone', () => ({ hostedZone: undefined }),
      '[Stack/Domain] domain = "api.example.com": there is neither a certificate nor a hosted zone to validate one. Set hostedZone'],
    ['a name of another zone', (stack) => ({ hostedZone: route53.HostedZone.fromHostedZoneAttributes(stack, 'Other', { hostedZoneId: 'Z1', zoneName: 'example.org' }) }),
      'domain.hostedZone = "example.org": api.example.com is no name in this zone'],
    ['a name that only ends alike', () => ({ domainName: 'badexample.com' }), 'badexample.com is no name in this zone'],
    ['a zone without a name', (stack) => ({ hostedZone: route53.HostedZone.fromHostedZoneId(stack, 'Other', 'Z1') }),
      'domain.hostedZone = "Stack/Other": the zone was imported without its name. Import it by route53.HostedZone.fromHostedZoneAttributes'],
    ['upper case', () => ({ domainName: 'API.example.com' }), 'domain.domainName = "API.example.com": it is no domain name in lower case'],
    ['a URL', () => ({ domainName: 'https://api.example.com' }), 'it is no domain name in lower case'],
    ['a wildcard', () => ({ domainName: '*.example.com' }), 'a wildcard name answers for every name below it'],
    ['a base path with slashes', () => ({ basePath: '/v1' }), 'domain.basePath = "/v1": a base path is one path segment'],
    ['an empty base path', () => ({ basePath: '' }), 'domain.basePath = ""'],
    ['a URL of the truststore', (stack) => ({ mutualTls: { truststore: s3.Bucket.fromBucketName(stack, 'T', 'truststore'), key: 's3://truststore/a.pem' } }),
      'domain.mutualTls.key = "s3://truststore/a.pem": it is no object key. Write the key within the bucket'],
    ['a token as name', (stack) => ({ domainName: `api.${stack.region}.example.com` }), 'domain.domainName decides what is built, so it must be known at synth'],
  ])('%s', (_, props, text) => {
    const stack = newStack();
    expect(() => domainIn(stack, props(stack))).toThrow(text);
  });
});

describe('refuses what lies elsewhere', () => {
  const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
  const virginian = (stack: Stack) => acm.Certificate.fromCertificateArn(stack, 'Virginian', arn);
  const truststore = (stack: Stack, region: string) => s3.Bucket.fromBucketAttributes(stack, 'Trust', { bucketName: 'truststore', region });

  test.each<[string, (stack: Stack) => Partial<ApiDomain>, string]>([
    ['a certificate of another region', (stack) => ({ certificate: virginian(stack) }),
      `[Stack/Domain] domain.certificate = "${arn}": the certificate is in us-east-1, and API Gateway takes one of the API's region, eu-west-1. Pass a certificate of eu-west-1`],
    ['proof of ownership from another region',
      (stack) => ({ mutualTls: { truststore: truststore(stack, 'eu-west-1'), key: 'a.pem', ownershipCertificate: virginian(stack) } }),
      'domain.mutualTls.ownershipCertificate'],
    ['a truststore of another region', (stack) => ({ mutualTls: { truststore: truststore(stack, 'us-east-1'), key: 'a.pem' } }),
      'domain.mutualTls.truststore = "truststore": the truststore bucket is in us-east-1'],
    ['a private zone', (stack) => ({
      hostedZone: new route53.PrivateHostedZone(stack, 'Private', { zoneName: 'example.com', vpc: new ec2.Vpc(stack, 'Vpc') }),
    }), 'domain.hostedZone = "Stack/Private": in a private zone nobody validates a certificate'],
  ])('%s', (_, props, text) => {
    const stack = newStack(undefined, ENV);
    expect(() => domainIn(stack, props(stack))).toThrow(text);
  });

  test('but not where a region is unknown', () => {
    const stack = newStack();
    expect(() => domainIn(stack, { certificate: virginian(stack), mutualTls: { truststore: truststore(stack, 'us-east-1'), key: 'a.pem' } })).not.toThrow();
  });
});

describe('refuses at synth', () => {
  test('a loose endpoint', () => {
    const stack = newStack();
    const { domainName } = domainIn(stack);
    (domainName.node.defaultChild as apigateway.CfnDomainName).addPropertyOverride('EndpointAccessMode', 'BASIC');
    expect(() => templateOf(stack)).toThrow(/DomainName EndpointAccessMode = \\?"BASIC\\?"/);
  });

  test('an older TLS policy', () => {
    const stack = newStack();
    const { domainName } = domainIn(stack);
    (domainName.node.defaultChild as apigateway.CfnDomainName).securityPolicy = 'TLS_1_0';
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Domain\] AWS::ApiGateway::DomainName SecurityPolicy = "TLS_1_0".*takes TLS 1.2 and later only/);
  });

  test('that clients need no certificate any more', () => {
    const stack = newStack();
    const { domainName } = domainIn(stack, { mutualTls: { truststore: s3.Bucket.fromBucketName(stack, 'T', 'truststore'), key: 'a.pem' } });
    (domainName.node.defaultChild as apigateway.CfnDomainName).addPropertyDeletionOverride('MutualTlsAuthentication');
    expect(() => templateOf(stack)).toThrow(/clients must present a certificate/);
  });
});
