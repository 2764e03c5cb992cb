import { Annotations, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { trailStack, warningsOf } from './trail-stack';
import { AccessLogBucket, AuditedResource, AuditTrail, IAuditable, SecureBucket, SecureFunction, SecureTable } from '../../src';
import { ENV, FLAG_MODES, newApp, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

/** Stands for any construct of ours that holds data. */
class Auditable extends Construct implements IAuditable {
  constructor(scope: Construct, id: string, public readonly auditedResources: AuditedResource[]) {
    super(scope, id);
  }
}

function selectorsOf(stack: Stack): any[] {
  return readable(only(templateOf(stack), 'AWS::CloudTrail::Trail').resource.Properties.AdvancedEventSelectors);
}

function fields(selector: any): Record<string, any> {
  return Object.fromEntries(selector.FieldSelectors.map(({ Field, ...condition }: any) => [Field, condition]));
}

describe.each(FLAG_MODES)('watch %s', (_, flags) => {
  test('logs objects, items and invocations, one selector for each', () => {
    const stack = trailStack(flags);
    const trail = new AuditTrail(stack, 'Trail');
    trail.watch(
      new SecureBucket(stack, 'Uploads'),
      new SecureTable(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
      new SecureFunction(stack, 'Worker', { code: lambda.Code.fromInline('exports.handler = async () => {}'), handler: 'index.handler' }),
    );
    const [management, ...data] = selectorsOf(stack);
    expect(fields(management)).toEqual({ eventCategory: { Equals: ['Management'] } });
    expect(data.map(fields)).toEqual([
      {
        'eventCategory': { Equals: ['Data'] },
        'resources.type': { Equals: ['AWS::S3::Object'] },
        'resources.ARN': { StartsWith: [expect.stringMatching(/^Uploads\w+\.Arn\/$/)] },
      },
      {
        'eventCategory': { Equals: ['Data'] },
        'resources.type': { Equals: ['AWS::DynamoDB::Table'] },
        'resources.ARN': { Equals: [expect.stringMatching(/^Orders\w+\.Arn$/)] },
      },
      {
        'eventCategory': { Equals: ['Data'] },
        'resources.type': { Equals: ['AWS::Lambda::Function'] },
        'resources.ARN': { Equals: [expect.stringMatching(/^Worker\w+\.Arn$/)] },
      },
    ]);
  });

  test('takes plain buckets, tables and functions, imported ones included', () => {
    const stack = trailStack(flags);
    const trail = new AuditTrail(stack, 'Trail');
    trail.watch(s3.Bucket.fromBucketName(stack, 'Legacy', 'legacy-files'));
    trail.watch(dynamodb.Table.fromTableName(stack, 'Carts', 'carts'), lambda.Function.fromFunctionName(stack, 'Mailer', 'mailer'));
    expect(selectorsOf(stack).slice(1).map((selector) => Object.values(fields(selector)['resources.ARN'])[0])).toEqual([
      ['arn:aws:s3:::legacy-files/'],
      ['arn:aws:dynamodb:eu-west-1:111122223333:table/carts'],
      ['arn:aws:lambda:eu-west-1:111122223333:function:mailer'],
    ]);
  });

  test('takes data of other stacks', () => {
    const app = newApp(flags);
    const uploads = new SecureBucket(new Stack(app, 'Data', { env: ENV }), 'Uploads');
    const audit = new Stack(app, 'Audit', { env: ENV });
    new AuditTrail(audit, 'Trail').watch(uploads);
    expect(JSON.stringify(only(templateOf(audit), 'AWS::CloudTrail::Trail').resource.Properties.AdvancedEventSelectors[1]))
      .toMatch(/"Fn::ImportValue":"Data:|"Fn::GetStackOutput":\{"StackName":"Data"/);
  });
});

test('logs what is named twice once', () => {
  const stack = trailStack();
  const trail = new AuditTrail(stack, 'Trail');
  const uploads = new SecureBucket(stack, 'Uploads');
  trail.watch(uploads);
  trail.watch(uploads, uploads.bucket);
  expect(fields(selectorsOf(stack)[1])['resources.ARN'].StartsWith).toHaveLength(1);
});

describe('refuses', () => {
  test.each<[string, (stack: Stack, trail: AuditTrail) => Construct]>([
    ['the bucket of the trail', (_, trail) => trail.secureBucket],
    ['the L2 bucket of the trail', (_, trail) => trail.secureBucket.bucket],
    ['the bucket of its access logs', (stack) => AccessLogBucket.of(stack).bucket],
  ])('%s, which would feed itself', (_, own) => {
    const stack = trailStack();
    const trail = new AuditTrail(stack, 'Trail');
    expect(() => trail.watch(own(stack, trail)))
      .toThrow(/\[Stack\/Trail\] watch = "Stack\/.*": the trail and its access logs are written there, so that each event would cause the next/);
  });

  test('what is no data', () => {
    const stack = trailStack();
    const trail = new AuditTrail(stack, 'Trail');
    expect(() => trail.watch(new sqs.Queue(stack, 'Queue')))
      .toThrow('[Stack/Trail] watch = "Stack/Queue": this is neither a bucket, nor a table, nor a function. Pass a SecureBucket');
  });

  test('more than CloudTrail takes, counting as CloudTrail counts', () => {
    const stack = trailStack();
    const trail = new AuditTrail(stack, 'Trail');
    const bucket = (n: number) => s3.Bucket.fromBucketName(stack, `B${n}`, `bucket-${n}`);
    // 1 value for management events, 2 for category and type of the objects
    trail.watch(...Array.from({ length: 497 }, (_, n) => bucket(n)));
    expect(() => trail.watch(bucket(497)))
      .toThrow('[Stack/Trail] watch = "501 selector values": CloudTrail takes at most 500 in a trail');
  });
});

describe('unwatched data', () => {
  const UNWATCHED = /cdk-hardened:unwatched-data|No audit trail watches/;
  const unwatched = (stack: Stack) => warningsOf(stack).filter((warning) => UNWATCHED.test(warning));
  const table = (scope: Construct, id: string) => new Auditable(scope, id, [AuditedResource.tableItems(`arn:aws:dynamodb:::table/${id}`)]);

  test('is a warning on the construct, in every stack of the app', () => {
    const app = newApp();
    const data = new Stack(app, 'Data', { env: ENV });
    new SecureBucket(data, 'Uploads');
    table(data, 'Orders');
    new AuditTrail(new Stack(app, 'Audit', { env: ENV }), 'Trail').watch(table(data, 'Carts'));
    expect(unwatched(data)).toEqual([
      expect.stringMatching(/^\/Data\/Uploads: \[Data\/Uploads\] No audit trail watches this data.*Pass it to watch\(\.\.\.\) of "Audit\/Trail".*cdk-hardened:unwatched-data/),
      expect.stringMatching(/^\/Data\/Orders: /),
    ]);
  });

  test('is acknowledgeable', () => {
    const stack = trailStack();
    const cache = table(stack, 'Cache');
    new AuditTrail(stack, 'Trail');
    acknowledge(cache);
    expect(unwatched(stack)).toEqual([]);
  });

  test('is none in an app without a trail', () => {
    const stack = trailStack();
    new SecureBucket(stack, 'Uploads');
    expect(unwatched(stack)).toEqual([]);
  });

  test('is neither a function, nor the bucket of the trail, nor that of access logs', () => {
    const stack = trailStack();
    new Auditable(stack, 'Worker', [AuditedResource.functionInvocations('arn:aws:lambda:eu-west-1:111122223333:function:worker')]);
    new AuditTrail(stack, 'Trail');
    expect(unwatched(stack)).toEqual([]);
  });

  test('is none when its L2 is watched, or another trail of the app watches it', () => {
    const app = newApp();
    const one = new Stack(app, 'One', { env: ENV });
    const uploads = new SecureBucket(one, 'Uploads');
    const orders = table(one, 'Orders');
    const main = new AuditTrail(one, 'Trail');
    main.watch(uploads.bucket);
    new AuditTrail(new Stack(app, 'Two', { env: ENV }), 'Trail', { managementEventsLoggedBy: main }).watch(orders);
    expect(unwatched(one)).toEqual([]);
  });

  test('of another account is its own trail\'s matter', () => {
    const app = newApp();
    const other = new Stack(app, 'Other', { env: { account: '444455556666', region: 'eu-west-1' } });
    table(other, 'Orders');
    new AuditTrail(new Stack(app, 'Audit', { env: ENV }), 'Trail');
    expect(unwatched(other)).toEqual([]);
  });

  test('of a stage is reported on the trail of the app, whose manifest is written later', () => {
    const app = newApp();
    table(new Stack(new Stage(app, 'Live'), 'Data', { env: ENV }), 'Orders');
    const audit = new Stack(app, 'Audit', { env: ENV });
    new AuditTrail(audit, 'Trail');
    expect(unwatched(audit)).toEqual([expect.stringMatching(/^\/Audit\/Trail: \[Live\/Data\/Orders\] No audit trail watches/)]);
  });

  test('watched after the trail was built counts', () => {
    const stack = trailStack();
    const trail = new AuditTrail(stack, 'Trail');
    const late = table(stack, 'Late');
    trail.watch(late);
    expect(unwatched(stack)).toEqual([]);
  });

  function acknowledge(construct: Construct): void {
    Annotations.of(construct).acknowledgeWarning('cdk-hardened:unwatched-data', 'a cache');
  }
});

test('an ARN that is a name is refused', () => {
  const stack = trailStack();
  const named = new Auditable(stack, 'Named', [AuditedResource.bucketObjects('uploads')]);
  expect(() => new AuditTrail(stack, 'Trail').watch(named))
    .toThrow('[Stack/Trail] watch = "uploads/": "Stack/Named" says that this is an ARN, and CloudTrail takes nothing else. Pass the ARN');
});
