import { Stack } from 'aws-cdk-lib';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { DeliveryStream, S3Bucket, StreamEncryption, KinesisStreamSource } from 'aws-cdk-lib/aws-kinesisfirehose';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { FirewallLogDestination, WebFirewall, WebFirewallProps } from '../../src/api';
import { SecureKey } from '../../src/data';
import { Profile } from '../../src/profile';
import { ENV, inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const BUCKET: WebFirewallProps = { logDestination: FirewallLogDestination.bucket() };

/** The log bucket of the firewall, and the policies that concern it. */
function logBucketOf(stack: Stack) {
  const template = templateOf(stack);
  const [id, bucket] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([, { Properties }]) => Properties.BucketName !== undefined)!;
  const policy = Object.entries(template.findResources('AWS::S3::BucketPolicy')).find(([, { Properties }]) => Properties.Bucket.Ref === id)!;
  return { template, id, bucket, policyId: policy[0], statements: statementsOf(policy[1]) };
}

inBothFlagModes(() => {
  test('a bucket has the prefix that AWS WAF asks for, and a name that no other deployment can have', () => {
    const stack = newStack();
    new WebFirewall(stack, 'Firewall', BUCKET);
    const { id, bucket, policyId, template } = logBucketOf(stack);
    const name = bucket.Properties.BucketName['Fn::Join'][1];
    expect(name).toEqual([
      expect.stringMatching(/^aws-waf-logs-[a-z0-9]{1,13}-$/), { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
    ]);
    expect(name[0].length + 36).toBeLessThanOrEqual(63);
    const logging = only(template, 'AWS::WAFv2::LoggingConfiguration').resource;
    expect(logging.Properties.LogDestinationConfigs).toEqual([{ 'Fn::GetAtt': [id, 'Arn'] }]);
    expect(logging.DependsOn).toContain(policyId);
    template.resourceCountIs('AWS::Logs::LogGroup', 0);
  });

  test('only the log delivery of this account and region writes to the bucket, below AWSLogs', () => {
    const stack = newStack(undefined, ENV);
    new WebFirewall(stack, 'Firewall', BUCKET);
    const { id, statements, template } = logBucketOf(stack);
    const source = { 'aws:SourceArn': expect.stringMatching(/^arn:aws:logs:eu-west-1:111122223333:\*$/) };
    expect(statements).toContainEqual({
      Sid: 'AWSLogDeliveryWrite',
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${id}.Arn/AWSLogs/111122223333/*`,
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333', 's3:x-amz-acl': 'bucket-owner-full-control' }, ArnLike: source },
    });
    expect(statements).toContainEqual({
      Sid: 'AWSLogDeliveryAclCheck',
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['s3:GetBucketAcl', 's3:ListBucket'],
      Resource: `${id}.Arn`,
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: source },
    });
    const key = statementsOf(only(template, 'AWS::KMS::Key').resource).find(({ Sid }: any) => Sid === 'LogDelivery');
    expect(key).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: source },
    });
  });

  test('a bucket is encrypted, expires its files, and stays in production only', () => {
    const [production, ephemeral] = [newStack(), newStack()];
    Profile.set(ephemeral, Profile.EPHEMERAL);
    const key = new SecureKey(production, 'Key');
    new WebFirewall(production, 'Firewall', { ...BUCKET, encryptionKey: key.key, logRetention: RetentionDays.SIX_MONTHS });
    new WebFirewall(ephemeral, 'Firewall', BUCKET);
    const { bucket } = logBucketOf(production);
    expect(bucket).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(bucket.Properties.LifecycleConfiguration.Rules).toContainEqual(expect.objectContaining({ Id: 'retention', ExpirationInDays: 180 }));
    expect(readable(bucket.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID)).toMatch(/^Key.*\.Arn$/);
    expect(logBucketOf(ephemeral).bucket.DeletionPolicy).toBe('Delete');
  });

  test('a log that never expires keeps its files', () => {
    const stack = newStack();
    const firewall = new WebFirewall(stack, 'Firewall', { ...BUCKET, logRetention: RetentionDays.INFINITE });
    expect(logBucketOf(stack).bucket.Properties.LifecycleConfiguration.Rules.map(({ Id }: any) => Id)).not.toContain('retention');
    expect(firewall.logBucket).toBeDefined();
    expect(firewall.logGroup).toBeUndefined();
  });

  test('a stream is named by its ARN, and has nothing added', () => {
    const stack = newStack(undefined, ENV);
    const stream = DeliveryStream.fromDeliveryStreamArn(stack, 'Siem', 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/aws-waf-logs-siem');
    new WebFirewall(stack, 'Firewall', { logDestination: FirewallLogDestination.stream(stream) });
    const template = templateOf(stack);
    const { LogDestinationConfigs, RedactedFields } = only(template, 'AWS::WAFv2::LoggingConfiguration').resource.Properties;
    expect(LogDestinationConfigs).toEqual(['arn:aws:firehose:eu-west-1:111122223333:deliverystream/aws-waf-logs-siem']);
    expect(RedactedFields).toContainEqual({ SingleHeader: { Name: 'authorization' } });
    template.resourceCountIs('AWS::Logs::LogGroup', 0);
  });

  test('a stream of the app is taken as it is', () => {
    const stack = newStack(undefined, ENV);
    const stream = new DeliveryStream(stack, 'Siem', {
      deliveryStreamName: 'aws-waf-logs-siem', destination: new S3Bucket(new Bucket(stack, 'Bucket')), encryption: StreamEncryption.awsOwnedKey(),
    });
    new WebFirewall(stack, 'Firewall', { logDestination: FirewallLogDestination.stream(stream) });
    expect(() => templateOf(stack)).not.toThrow();
  });

  describe('refuses', () => {
    const imported = (arn: string, props: WebFirewallProps = {}) => () => {
      const stack = newStack(undefined, ENV);
      new WebFirewall(stack, 'Firewall', { logDestination: FirewallLogDestination.stream(DeliveryStream.fromDeliveryStreamArn(stack, 'Siem', arn)), ...props });
    };
    const arn = (name: string, region = 'eu-west-1', account = '111122223333') => `arn:aws:firehose:${region}:${account}:deliverystream/${name}`;
    test.each<[string, () => void, string]>([
      ['a stream without the prefix', imported(arn('siem')), '[Stack/Firewall] logDestination = "siem": AWS WAF logs to streams whose names start with "aws-waf-logs-" only'],
      ['a stream of another region', imported(arn('aws-waf-logs-siem', 'us-east-1')), 'the stream is in region us-east-1, and AWS WAF logs to streams of its own, eu-west-1'],
      ['a stream of another account', imported(arn('aws-waf-logs-siem', 'eu-west-1', '444455556666')), 'the stream is in account 444455556666'],
      ['a retention for a stream', imported(arn('aws-waf-logs-siem'), { logRetention: 30 }), 'logRetention = 30: requests are logged to a stream of yours'],
    ])('%s', (_, build, text) => {
      expect(build).toThrow(text);
    });

    test('a key for a stream', () => {
      const stack = newStack(undefined, ENV);
      const stream = DeliveryStream.fromDeliveryStreamArn(stack, 'Siem', arn('aws-waf-logs-siem'));
      expect(() => new WebFirewall(stack, 'Firewall', { logDestination: FirewallLogDestination.stream(stream), encryptionKey: new SecureKey(stack, 'Key').key }))
        .toThrow('what it leads to decides on this. Leave encryptionKey out');
    });

    test('at synth, a stream of the app without prefix or encryption, or with a source', () => {
      const stack = new Stack(newApp(), 'Stack', { env: ENV });
      const stream = new DeliveryStream(stack, 'Siem', { destination: new S3Bucket(new Bucket(stack, 'Bucket')), source: new KinesisStreamSource(new Stream(stack, 'Source')) });
      new WebFirewall(stack, 'Firewall', { logDestination: FirewallLogDestination.stream(stream) });
      const synth = () => templateOf(stack);
      expect(synth).toThrow(/names start with "aws-waf-logs-" only/);
      expect(synth).toThrow(/AWS WAF writes to it directly\. Leave the source of the stream out/);
      expect(synth).toThrow(/without encryption at rest\. Set encryption: firehose\.StreamEncryption/);
    });
  });

  test('refuses at synth that the delivery is let in from anywhere', () => {
    const stack = newStack();
    const firewall = new WebFirewall(stack, 'Firewall', BUCKET);
    (firewall.logBucket!.bucket.policy!.node.defaultChild as any).addPropertyDeletionOverride('PolicyDocument.Statement.5.Condition');
    expect(() => templateOf(stack)).toThrow(/AWSLogDeliveryWrite, AWSLogDeliveryAclCheck stay as they are/);
  });
});
