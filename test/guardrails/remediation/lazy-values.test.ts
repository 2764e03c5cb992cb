import * as fs from 'fs';
import * as path from 'path';
import { App, Aspects, CfnParameter, Duration, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../../src/guardrails';
import { newApp } from '../../harness/apps';

const RULE = 's3/abort-incomplete-uploads';
const ABORTS = { Id: 'AbortIncompleteUploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } };

function enforced(): App {
  const app = newApp();
  Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules(RULE)], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, RULE)] });
  return app;
}

const reportOf = (app: App): string => fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8');

function bucketIn(stack: Stack): Record<string, unknown> {
  const [{ Properties = {} }] = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
  return Properties as Record<string, unknown>;
}

test('what a lazy value turns out to leave out is set when all Aspects are through', () => {
  const app = enforced();
  const stack = new Stack(app, 'Stack');
  new s3.Bucket(stack, 'Bucket');
  expect(bucketIn(stack)).toEqual({ LifecycleConfiguration: { Rules: [ABORTS] } });
  expect(reportOf(app)).toMatch(/s3\/abort-incomplete-uploads set LifecycleConfiguration.Rules/);
});

test('what was added to it meanwhile stays', () => {
  const stack = new Stack(enforced(), 'Stack');
  const bucket = new s3.Bucket(stack, 'Bucket');
  bucket.addLifecycleRule({ id: 'Old', prefix: Lazy.string({ produce: () => 'old/' }), expiration: Duration.days(9) });
  expect(bucketIn(stack)).toMatchObject({ LifecycleConfiguration: { Rules: [{ Id: 'Old', Prefix: 'old/', Status: 'Enabled' }, ABORTS] } });
});

test('a lazy value that complies is left as it is, without a word', () => {
  const app = enforced();
  const stack = new Stack(app, 'Stack');
  new s3.CfnBucket(stack, 'Bucket', {
    lifecycleConfiguration: { rules: Lazy.any({ produce: () => [{ status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 3 } }] }) as never },
  });
  app.synth();
  expect(reportOf(app)).not.toMatch(RULE);
});

describe('text that only the end of the synth tells, and that may turn out to be nothing', () => {
  const WEB_ACL = 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/given/1';
  const OTHER = 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/other/2';
  const stackWithWebAcls = (): Stack => {
    const app = newApp();
    const rule = 'cloudfront/waf-associated';
    Guardrails.enforce(app, {
      ruleSets: [RuleSet.ofRules(rule)], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, rule)], cloudFrontWebAclArn: WEB_ACL,
    });
    return new Stack(app, 'Stack');
  };
  const webAclIn = (stack: Stack): unknown => {
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudFront::Distribution'));
    return (Properties as { DistributionConfig: { WebACLId?: unknown } }).DistributionConfig.WebACLId;
  };

  test('is set where it is nothing', () => {
    const stack = stackWithWebAcls();
    new cloudfront.Distribution(stack, 'Distribution', { defaultBehavior: { origin: new HttpOrigin('example.com') } });
    expect(webAclIn(stack)).toBe(WEB_ACL);
  });

  test('stays where it is something, also if that comes from an Aspect', () => {
    const stack = stackWithWebAcls();
    const distribution = new cloudfront.Distribution(stack, 'Distribution', { defaultBehavior: { origin: new HttpOrigin('example.com') } });
    Aspects.of(stack).add({ visit: (node) => { if (node === distribution) distribution.attachWebAclId(OTHER); } });
    expect(webAclIn(stack)).toBe(OTHER);
  });
});

test('a list that holds a reference is not written anew, and reported', () => {
  const app = enforced();
  const stack = new Stack(app, 'Stack');
  const prefix = new CfnParameter(stack, 'Prefix').valueAsString;
  new s3.Bucket(stack, 'Bucket', { lifecycleRules: [{ id: 'Old', prefix, expiration: Duration.days(9) }] });
  expect(bucketIn(stack)).toMatchObject({ LifecycleConfiguration: { Rules: [{ Id: 'Old', Prefix: { Ref: 'Prefix' } }] } });
  expect(reportOf(app)).toMatch('leaves LifecycleConfiguration.Rules as it is: a function of CloudFormation');
});

test('in a nested stack, whose template was made before, it stays and is reported', () => {
  const app = enforced();
  const nested = new NestedStack(new Stack(app, 'Stack'), 'Nested');
  new s3.Bucket(nested, 'Bucket');
  app.synth();
  expect(reportOf(app)).toMatch('it could be told only after the template of its nested stack was made');
});

test('a second synth reports the same', () => {
  const app = enforced();
  new s3.Bucket(new Stack(app, 'Stack'), 'Bucket');
  app.synth();
  const first = JSON.parse(reportOf(app)) as object;
  app.synth({ force: true });
  expect(JSON.parse(reportOf(app))).toEqual(first);
});
