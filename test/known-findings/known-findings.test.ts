import { App, CfnResource, IPolicyValidationPlugin, Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { wideApp } from './wide-app';
import { KnownFindings, RouteAuth, SecureApi, SecureBucket, SecureFunction, SecureQueue, SecureTopic } from '../../src';
import { idsOf, RULES } from '../../src/known-findings/catalogue';
import { REASONS } from '../../src/known-findings/reasons';
import { ENV, FLAG_MODES, newApp } from '../harness/apps';
import { MINIMAL_APPS, minimalStack } from '../judges/minimal-apps';
import { nag } from '../judges/nag';

const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200, body: "{}" });');
const handler = 'index.handler';

/** What all six packs say of the construct tree, as one line each. */
function found(app: App): string[] {
  return nag(app, 'tree').findings.map(({ id, resource }) => `${id} at ${resource}`).sort();
}

/** The same for an app of one stack, with all known findings acknowledged. */
function left(define: (stack: Stack) => void): string[] {
  const stack = new Stack(newApp(), 'Stack', { env: ENV });
  define(stack);
  KnownFindings.acknowledge(stack);
  return found(stack.node.root as App);
}

/** Which findings are acknowledged, and where. */
function acknowledgements(app: App): { at: Construct; id: string }[] {
  return app.node.findAll().flatMap((at) => at.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data).map((id) => ({ at: at as Construct, id }))));
}

function newFunction(stack: Stack): SecureFunction {
  return new SecureFunction(stack, 'Function', { code, handler });
}

describe.each(Object.keys(MINIMAL_APPS))('%s', (name) => {
  test('keeps its findings, and has acknowledged none, as long as nobody asks for it', () => {
    const app = minimalStack(name).node.root as App;
    const known = KnownFindings.of(app);
    expect(found(app)).toEqual(known.findings.map(({ id, resourcePath }) => `${id} at ${resourcePath}`).sort());
    expect(acknowledgements(app)).toEqual([]);
  });

  test('has no finding left in any of the six packs once they are acknowledged', () => {
    const app = minimalStack(name).node.root as App;
    KnownFindings.acknowledge(app);
    expect(found(app)).toEqual([]);
  });
});

describe.each(FLAG_MODES)('%s', (_, flags) => {
  test.each([['with account and region', ENV], ['environment-agnostic', undefined]])('an app of several stacks, %s, has no finding left', (__, env) => {
    const app = newApp(flags);
    const known = KnownFindings.acknowledge(app); // before there is anything to acknowledge
    wideApp(app, env);
    expect(found(app)).toEqual([]);
    expect(known.findings.length).toBeGreaterThan(50);
  });
});

describe('an acknowledgement', () => {
  const app = wideApp(newApp(), ENV);
  const known = KnownFindings.acknowledge(app);
  KnownFindings.acknowledge(app.node.findChild('Prod'));
  app.synth();
  const made = acknowledgements(app);

  test('is about one resource, never about what is below a construct', () => {
    expect(made.length).toBe(known.findings.length);
    expect(made.filter(({ at }) => !CfnResource.isCfnResource(at))).toEqual([]);
    expect(made.filter(({ at }) => at.node.children.length > 0)).toEqual([]);
  });

  test('names one wildcard, never all of a policy', () => {
    const wildcards = made.filter(({ id }) => /IAM5/.test(id));
    expect(wildcards.length).toBeGreaterThan(10);
    expect(wildcards.filter(({ id }) => !/^Annotation::AwsSolutions-IAM5\[Resource::.*\*\]$/.test(id))).toEqual([]);
  });

  test('is made once, whoever else asked for it', () => {
    const lines = made.map(({ at, id }) => `${id} at ${at.node.path}`);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  test('has one of the reasons of the catalogue, and each of those is needed', () => {
    const rest = ['secure-api', 'secure-site-with-files'].flatMap((name) => {
      const minimal = minimalStack(name).node.root as App;
      const findings = KnownFindings.of(minimal);
      minimal.synth();
      return findings.findings;
    });
    const given = [...known.findings, ...rest].map(({ reason }) => reason);
    expect(Object.values(REASONS).filter((reason) => !given.includes(reason))).toEqual([]);
  });
});

describe('stays found', () => {
  test('a weak construct beside ours, and one inside it', () => {
    const findings = left((stack) => {
      new Bucket(new SecureBucket(stack, 'Bucket'), 'Inside');
      new Bucket(stack, 'Beside');
    });
    expect(findings).toContain('AwsSolutions-S1 at Stack/Bucket/Inside/Resource');
    expect(findings).toContain('NIST.800.53.R4-S3BucketReplicationEnabled at Stack/Beside/Resource');
    expect(findings.filter((finding) => !/ at Stack\/(Bucket\/Inside|Beside)\//.test(finding))).toEqual([]);
  });

  test('a wildcard on which more is allowed than the construct wrote', () => {
    expect(left((stack) => newFunction(stack).addToRolePolicy(new PolicyStatement({ actions: ['ec2:DescribeVpcs'], resources: ['*'] }))))
      .toEqual(['AwsSolutions-IAM5[Resource::*] at Stack/Function/Role/DefaultPolicy/Resource']);
  });

  test('a wildcard on objects of a bucket that is not ours', () => {
    expect(left((stack) => newFunction(stack).addToRolePolicy(new PolicyStatement({
      actions: ['s3:GetObject'], resources: [Bucket.fromBucketName(stack, 'Other', 'other').arnForObjects('*')],
    })))).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::other/*] at Stack/Function/Role/DefaultPolicy/Resource']);
  });

  test('a wildcard on objects of a bucket that has the logical id of ours in another stack', () => {
    const app = newApp();
    const [ours, theirs] = ['Ours', 'Theirs'].map((id) => new Stack(app, id, { env: ENV }));
    const bucket = new SecureBucket(ours, 'Bucket').bucket;
    const other = new Bucket(new Construct(theirs, 'Bucket'), 'Resource');
    expect(theirs.resolve(other.bucketArn)).toEqual(ours.resolve(bucket.bucketArn));
    newFunction(theirs).addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [other.arnForObjects('*')] }));
    KnownFindings.acknowledge(app);
    expect(found(app)).toContain('AwsSolutions-IAM5[Resource::<BucketE75EA64C.Arn>/*] at Theirs/Function/Role/DefaultPolicy/Resource');
  });

  test('nothing of buckets in two regions, which cannot refer to each other', () => {
    const app = newApp();
    const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { ...ENV, region } }));
    for (const stack of [here, there]) new SecureBucket(stack, 'Bucket').grantRead(newFunction(stack));
    KnownFindings.acknowledge(app);
    expect(found(app)).toEqual([]);
  });

  test('a policy of somebody else on the role of our function', () => {
    const findings = left((stack) => new Policy(stack, 'Own', {
      roles: [newFunction(stack).role], statements: [new PolicyStatement({ actions: ['sns:Publish'], resources: ['arn:aws:sns:eu-west-1:111122223333:a'] })],
    }));
    expect(findings).toHaveLength(4);
    expect(findings).toContain('PCI.DSS.321-IAMNoInlinePolicy at Stack/Own/Resource');
  });

  test('a function that EventBridge invokes, without a place for events that it fails on', () => {
    const findings = left((stack) => new Rule(stack, 'Rule', { eventPattern: { source: ['a'] }, targets: [new LambdaFunction(newFunction(stack).lambdaFunction)] }));
    expect(findings.filter((finding) => finding.includes(' at Stack/Function/'))).toEqual([
      'HIPAA.Security-LambdaDLQ at Stack/Function/Resource/Resource',
      'NIST.800.53.R5-LambdaDLQ at Stack/Function/Resource/Resource',
      'Serverless-LambdaDLQ at Stack/Function/Resource/Resource',
    ]);
  });

  test('a queue that is not ours, though it feeds our function', () => {
    const findings = left((stack) => newFunction(stack).lambdaFunction.addEventSource(new SqsEventSource(new Queue(stack, 'Queue'))));
    expect(findings.filter((finding) => finding.includes('Serverless-LambdaEventSourceMappingDestination'))).toHaveLength(1);
    expect(findings.some((finding) => finding.includes('Serverless-SQSRedrivePolicy'))).toBe(true);
  });

  test('a subscriber of our topic that is no mailbox', () => {
    expect(left((stack) => new SecureTopic(stack, 'Topic').topic.addSubscription(new UrlSubscription('https://hooks.example.com'))))
      .toEqual(['Serverless-SNSRedrivePolicy at Stack/Topic/Resource/https:----hooks.example.com/Resource']);
  });

  test('a prefix that no acknowledgement can name', () => {
    const findings = left((stack) => {
      const bucket = new SecureBucket(stack, 'Bucket');
      const reader = newFunction(stack);
      for (const prefix of ['my files', 'odd)', 'fine', 'paired (too)']) bucket.grantRead(reader, prefix);
    });
    expect(findings.map((finding) => /\/([^/]*)\/\*\]/.exec(finding)?.[1])).toEqual(['my files', 'odd)', 'paired (too)']);
  });

  test('what lies outside the scope', () => {
    const app = newApp();
    const [first, second] = ['First', 'Second'].map((id) => new Stack(app, id, { env: ENV }));
    for (const stack of [first, second]) new SecureQueue(stack, 'Queue', { alarmTopic: new SecureTopic(stack, 'Alarms').topic });
    KnownFindings.acknowledge(first);
    expect(found(app)).toEqual(['Serverless-SQSRedrivePolicy at Second/Queue/DeadLetterQueue/Resource']);
  });
});

test('a public route is acknowledged in the words of who made it public', () => {
  const stack = new Stack(newApp(), 'Stack', { env: ENV });
  const auth = RouteAuth.public('health check, returns no data');
  const alarmTopic = new SecureTopic(stack, 'Alarms').topic;
  new SecureApi(stack, 'Api', { alarmTopic }).addRoute('GET', '/health', newFunction(stack).lambdaFunction, { auth });
  const known = KnownFindings.of(stack);
  (stack.node.root as App).synth();
  expect(known.findings.filter(({ id }) => id === 'AwsSolutions-APIG4')).toEqual([{
    id: 'AwsSolutions-APIG4',
    resourcePath: 'Stack/Api/Resource/Default/health/GET/Resource',
    reason: 'The route is public on purpose, by RouteAuth.public: health check, returns no data',
  }]);
});

test('a policy that grows after the call is judged as it is emitted', () => {
  const stack = new Stack(newApp(), 'Stack', { env: ENV });
  const known = KnownFindings.acknowledge(stack);
  new SecureBucket(stack, 'Bucket').grantRead(newFunction(stack), 'late');
  expect(found(stack.node.root as App)).toEqual([]);
  expect(known.findings.map(({ id }) => id)).toContain('AwsSolutions-IAM5[Resource::<BucketE75EA64C.Arn>/late/*]');
});

test('findings are not known before the synth, and the error says what to do', () => {
  const stack = new Stack(newApp(), 'Stack');
  expect(() => KnownFindings.of(stack).findings).toThrow('[Stack] findings: what a policy allows and how resources are named is settled by the synth, '
    + 'which has not run since. Call KnownFindings.of(scope) or acknowledge(scope) first, then app.synth(), then read findings.');
});

test('every rule is in the packs that are named', () => {
  const { examinations } = nag(minimalStack('secure-topic').node.root as App, 'tree');
  const inPacks = (rule: string) => examinations.filter(({ judging, idle }) => judging.has(rule) || idle.has(rule)).map(({ pack }) => `${pack}-${rule}`);
  expect(RULES.map((rule) => idsOf(rule))).toEqual(RULES.map(inPacks));
});

describe('as plugins of CDK', () => {
  function judged(...plugins: IPolicyValidationPlugin[]): App {
    const app = minimalStack('secure-function').node.root as App;
    Validations.of(app).addPlugins(...plugins);
    return app;
  }

  test('the packs fail the synth without acknowledgements, and pass with them', () => {
    expect(() => judged(new AwsSolutionsChecks(), new HIPAASecurityChecks()).synth()).toThrow('HIPAA.Security-LambdaDLQ');
    const app = judged(new AwsSolutionsChecks(), new HIPAASecurityChecks());
    KnownFindings.acknowledge(app);
    expect(() => app.synth()).not.toThrow();
  });

  /** A plugin of a user's, whose failures have a severity that CDK does not count after it has dropped one of them. */
  const strict: IPolicyValidationPlugin = {
    name: 'strict',
    validate: () => ({
      success: false,
      violations: ['first', 'second'].map((ruleName) => ({
        ruleName, description: ruleName, severity: 'high', violatingResources: [{ constructPath: 'Stack/Function/Resource/Resource', locations: [] }],
      })),
    }),
  };

  test('another plugin still fails the synth, whatever the severity of what it finds', () => {
    const app = judged(strict);
    KnownFindings.acknowledge(app);
    expect(() => app.synth()).toThrow('second');
  });

  test('the trap that the docs warn of is real: of a plugin without "error", one acknowledged finding lets the others pass', () => {
    const app = judged(strict);
    jest.spyOn(console, 'error').mockImplementation(); // the report of what passes
    Validations.of(app).acknowledge({ id: 'strict::first', reason: 'to see what happens' });
    expect(() => app.synth()).not.toThrow();
  });
});
