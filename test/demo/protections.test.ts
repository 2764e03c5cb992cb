import { Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { countProtections } from '../../demo/protections';
import { templateOf } from '../harness/apps';
import { edgeStack, siteIn } from '../site/site-under-test';

const nothing = () => undefined;

/** The site of a stack after something was changed in its template, where no seal looks. */
function counted(title: RegExp, change: (template: any) => void = nothing, build: (stack: Stack) => void = nothing): string {
  const stack = edgeStack();
  siteIn(stack);
  build(stack);
  const template = structuredClone(templateOf(stack).toJSON());
  change(template);
  const resources = Object.entries<any>(template.Resources).map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties ?? {} }));
  const { protectedCount, total } = countProtections(resources).find((each) => title.test(each.title))!;
  return `${protectedCount}/${total}`;
}

const each = (template: any, type: string) =>
  Object.values<any>(template.Resources).filter(({ Type }) => Type === type).map(({ Properties }) => Properties);

describe('sites whose every behavior adds a Content-Security-Policy', () => {
  const TITLE = /^sites whose every behavior adds a Content-Security-Policy without inline scripts$/;
  const saying = (policy: string, Override = true) => (template: any) => {
    for (const { ResponseHeadersPolicyConfig: config } of each(template, 'AWS::CloudFront::ResponseHeadersPolicy')) {
      config.SecurityHeadersConfig.ContentSecurityPolicy = { ContentSecurityPolicy: policy, Override };
    }
  };
  test.each<[string, (template: any) => void, string]>([
    ['as it is made', nothing, '1/1'],
    ['hosts', saying("default-src 'self'; script-src https://cdn.example.com"), '1/1'],
    ['inline styles', saying("default-src 'self'; style-src 'unsafe-inline'"), '1/1'],
    ['inline scripts', saying("default-src 'self'; script-src 'self' 'unsafe-inline'"), '0/1'],
    ['inline scripts by their elements', saying("default-src 'self'; script-src-elem 'unsafe-inline'"), '0/1'],
    ['inline scripts in attributes', saying("default-src 'self'; SCRIPT-SRC-ATTR 'unsafe-inline'"), '0/1'],
    ['one nonce for all', saying("default-src 'self' 'nonce-abc'"), '0/1'],
    ['attributes alone', saying("script-src-attr 'none'"), '0/1'],
    ['a directive that comes twice', saying("script-src 'unsafe-inline'; script-src 'self'"), '0/1'],
    ['what the origin may change', saying("default-src 'self'", false), '0/1'],
  ])('%s', (_, change, count) => {
    expect(counted(TITLE, change)).toBe(count);
  });
});

describe('site buckets whose policy lets CloudFront alone in', () => {
  const TITLE = /^site buckets whose policy lets CloudFront alone in/;
  const statements = (template: any) => each(template, 'AWS::S3::BucketPolicy').flatMap(({ PolicyDocument }) => PolicyDocument.Statement as any[])
    .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.Service === 'cloudfront.amazonaws.com');
  test.each<[string, (template: any) => void, string]>([
    ['as it is made', nothing, '1/1'],
    ['requests that are not signed', (template) => { each(template, 'AWS::CloudFront::OriginAccessControl')[0].OriginAccessControlConfig.SigningBehavior = 'never'; }, '0/1'],
    ['no access control', (template) => { delete each(template, 'AWS::CloudFront::Distribution')[0].DistributionConfig.Origins[0].OriginAccessControlId; }, '0/1'],
    ['every distribution', (template) => { delete statements(template)[0].Condition; }, '0/1'],
    ['distributions of the account', (template) => { statements(template)[0].Condition = { StringEquals: { 'aws:SourceAccount': '1' } }; }, '0/1'],
    ['an account besides', (template) => { statements(template)[0].Principal = { AWS: '111122223333' }; }, '0/1'],
  ])('%s', (_, change, count) => {
    expect(counted(TITLE, change)).toBe(count);
  });

  test('a distribution without a bucket is not counted', () => {
    const elsewhere = (stack: Stack) => new cloudfront.Distribution(stack, 'Other', { defaultBehavior: { origin: new HttpOrigin('example.com') } });
    expect(counted(TITLE, nothing, elsewhere)).toBe('1/1');
  });
});
