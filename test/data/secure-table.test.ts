import { NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { SecureTable, SecureTableProps } from '../../src/data';
import { ServiceEndpointName, whenPathNeeded } from '../../src/private/network-path';
import { Profile } from '../../src/profile';
import { ENV, FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const STRING = dynamodb.AttributeType.STRING;
const KEYS = { partitionKey: { name: 'customer', type: STRING }, sortKey: { name: 'order', type: STRING } };
const REPLICA = { region: 'eu-central-1', encryptionKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555' };

function newRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
}

describe.each(FLAG_MODES)('SecureTable %s', (_, flags) => {
  test('is encrypted with the shared key, recoverable, protected and on demand', () => {
    const stack = newStack(flags);
    new SecureTable(stack, 'Table', {
      ...KEYS, timeToLiveAttribute: 'expires', stream: dynamodb.StreamViewType.KEYS_ONLY, maxReadRequestUnits: 100, maxWriteRequestUnits: 50,
    });
    const template = templateOf(stack);
    const { resource } = only(template, 'AWS::DynamoDB::Table');
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(readable(resource.Properties)).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: `${only(template, 'AWS::KMS::Key').id}.Arn` },
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
  });

  test('goes with its stack in an ephemeral environment, without another property changing', () => {
    const production = newStack(flags);
    const ephemeral = newStack(flags);
    Profile.set(ephemeral, Profile.EPHEMERAL);
    const [kept, gone] = [production, ephemeral].map((stack) => {
      new SecureTable(stack, 'Table', KEYS);
      return only(templateOf(stack), 'AWS::DynamoDB::Table').resource;
    });
    expect(gone).toEqual({
      ...kept,
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
      Properties: { ...kept.Properties, DeletionProtectionEnabled: false },
    });
  });

  test('bounds its global indexes like itself', () => {
    const stack = newStack(flags);
    new SecureTable(stack, 'Table', {
      ...KEYS,
      maxReadRequestUnits: 100,
      localIndexes: [{ indexName: 'byTotal', sortKey: { name: 'total', type: dynamodb.AttributeType.NUMBER } }],
      globalIndexes: [{ indexName: 'byStatus', partitionKey: { name: 'status', type: STRING }, projectionType: dynamodb.ProjectionType.KEYS_ONLY }],
    });
    expect(only(templateOf(stack), 'AWS::DynamoDB::Table').resource.Properties).toMatchObject({
      LocalSecondaryIndexes: [{ IndexName: 'byTotal' }],
      GlobalSecondaryIndexes: [{
        IndexName: 'byStatus', Projection: { ProjectionType: 'KEYS_ONLY' }, OnDemandThroughput: { MaxReadRequestUnits: 100 },
      }],
    });
  });

  const READ = ['kms:Decrypt', 'kms:DescribeKey'];
  const WRITE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
  test.each<[string, (table: SecureTable, role: iam.IRole) => iam.Grant, string[], string, string[]]>([
    ['grantGet', (table, role) => table.grantGet(role), ['BatchGetItem', 'GetItem'], '', READ],
    ['grantQuery', (table, role) => table.grantQuery(role), ['Query'], '', READ],
    ['grantQuery of an index', (table, role) => table.grantQuery(role, 'byStatus'), ['Query'], '/index/byStatus', READ],
    ['grantScan', (table, role) => table.grantScan(role), ['Scan'], '', READ],
    ['grantPut', (table, role) => table.grantPut(role), ['PutItem'], '', WRITE],
    ['grantUpdate', (table, role) => table.grantUpdate(role), ['UpdateItem'], '', WRITE],
    ['grantDelete', (table, role) => table.grantDelete(role), ['DeleteItem'], '', WRITE],
    ['grantReadWrite', (table, role) => table.grantReadWrite(role), [
      'BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem',
    ], '', WRITE],
  ])('%s names its actions, the table and the key through DynamoDB, nothing else', (_name, grant, actions, suffix, keyActions) => {
    const stack = newStack(flags, ENV);
    const table = new SecureTable(stack, 'Table', {
      ...KEYS, globalIndexes: [{ indexName: 'byStatus', partitionKey: { name: 'status', type: STRING } }],
    });
    expect(grant(table, newRole(stack)).success).toBe(true);
    const template = templateOf(stack);
    const names = actions.map((action) => `dynamodb:${action}`);
    expect(statementsOf(only(template, 'AWS::IAM::Policy').resource)).toEqual([
      { Effect: 'Allow', Action: names.length === 1 ? names[0] : names, Resource: `${only(template, 'AWS::DynamoDB::Table').id}.Arn${suffix}` },
      {
        Effect: 'Allow',
        Action: keyActions,
        Resource: `${only(template, 'AWS::KMS::Key').id}.Arn`,
        Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } },
      },
    ]);
  });

  test.each([
    ['Table', { stream: dynamodb.StreamViewType.NEW_IMAGE }], ['GlobalTable', { replicas: [REPLICA] }],
  ])('feeds a function from the stream of a %s, with the key through DynamoDB only', (type, props) => {
    const stack = newStack(flags, ENV);
    const { table } = new SecureTable(stack, 'Table', { ...KEYS, ...props });
    const fn = new lambda.Function(stack, 'Fn', {
      runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => {}'),
    });
    fn.addEventSource(new DynamoEventSource(table, { startingPosition: lambda.StartingPosition.TRIM_HORIZON }));
    const template = templateOf(stack);
    const statements = statementsOf(only(template, 'AWS::IAM::Policy').resource);
    const stream = `${only(template, `AWS::DynamoDB::${type}`).id}.StreamArn`;
    expect(statements.filter(({ Resource }) => Resource === stream).flatMap(({ Action }) => Action)).toEqual(
      expect.arrayContaining(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator']),
    );
    expect(statements.filter(({ Action }) => Action.includes('kms:Decrypt'))).toEqual([{
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: `${only(template, 'AWS::KMS::Key').id}.Arn`,
      Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } },
    }]);
  });

  test('with replicas is a global table whose every copy is protected and has its own key', () => {
    const stack = newStack(flags, ENV);
    const table = new SecureTable(stack, 'Table', { ...KEYS, replicas: [REPLICA], maxWriteRequestUnits: 50 });
    table.grantPut(newRole(stack));
    const template = templateOf(stack);
    expect(readable(only(template, 'AWS::DynamoDB::GlobalTable').resource)).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 50 },
        Replicas: expect.arrayContaining([
          expect.objectContaining({
            Region: 'eu-west-1',
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: `${only(template, 'AWS::KMS::Key').id}.Arn` },
          }),
          expect.objectContaining({
            Region: 'eu-central-1',
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: REPLICA.encryptionKeyArn },
          }),
        ]),
      },
    });
  });

  test('grants across stacks and into nested stacks', () => {
    const app = newApp(flags);
    const stack = new Stack(app, 'Stack');
    const table = new SecureTable(stack, 'Table', KEYS);
    const other = new Stack(app, 'Other');
    table.grantGet(newRole(other));
    table.grantGet(newRole(new NestedStack(stack, 'Nested')));
    expect(statementsOf(only(templateOf(other), 'AWS::IAM::Policy').resource)).toHaveLength(2);
  });
});

test('opens the network path of a grantee to DynamoDB', () => {
  const stack = newStack();
  const role = newRole(stack);
  const opened: ServiceEndpointName[] = [];
  whenPathNeeded(role, (service) => opened.push(service));
  new SecureTable(stack, 'Table', KEYS).grantGet(role);
  expect(opened).toEqual(['dynamodb']);
});

test('tells an audit trail what to log', () => {
  const stack = newStack();
  const table = new SecureTable(stack, 'Table', KEYS);
  expect(table.auditedResources).toMatchObject([{ resourceType: 'AWS::DynamoDB::Table', arn: table.tableArn }]);
});

describe('bad input', () => {
  const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/11111111-2222-3333-4444-555555555555`;
  test.each<[string, Partial<SecureTableProps>, string]>([
    ['a malformed index name', { globalIndexes: [{ indexName: 'by status', partitionKey: KEYS.partitionKey }] },
      '[Stack/Table] indexName = "by status": an index name has 3 to 255 letters, digits, "_", "-" or ".". Write for example "byStatus".'],
    ['an index name used twice', {
      globalIndexes: [{ indexName: 'twice', partitionKey: KEYS.sortKey }], localIndexes: [{ indexName: 'twice', sortKey: KEYS.partitionKey }],
    }, '[Stack/Table] indexName = "twice": two indexes have this name. Name each index once.'],
    ['a local index without sort key', { sortKey: undefined, localIndexes: [{ indexName: 'local', sortKey: KEYS.sortKey }] },
      '[Stack/Table] localIndexes = ["local"]: a local secondary index shares the partition key and needs a table with a sort key. Add sortKey'],
    ['a throughput bound of zero', { maxReadRequestUnits: 0 },
      '[Stack/Table] maxReadRequestUnits = 0: the bound is a whole number of request units, at least 1. Write a higher number'],
    ['a fractional throughput bound', { maxWriteRequestUnits: 1.5 }, '[Stack/Table] maxWriteRequestUnits = 1.5: the bound is a whole number'],
    ['a stream that replication cannot use', { replicas: [REPLICA], stream: dynamodb.StreamViewType.KEYS_ONLY },
      '[Stack/Table] stream = "KEYS_ONLY": replicas are kept in step by a stream of new and old images, and a table has one stream. Leave stream out'],
    ['a replica in the own region', { replicas: [{ region: 'eu-west-1', encryptionKeyArn: key('eu-west-1') }] },
      '[Stack/Table] replicas[0].region = "eu-west-1": this is the region of the stack, where the table is already. List each other region once.'],
    ['two replicas in a region', { replicas: [REPLICA, REPLICA] },
      '[Stack/Table] replicas[1].region = "eu-central-1": this region has a replica already.'],
    ['a replica key of another region', { replicas: [{ region: 'eu-central-1', encryptionKeyArn: key('us-east-1') }] },
      'DynamoDB encrypts the copy in eu-central-1 with a key of that region, named by its ARN. Write the ARN of a customer-managed key: '
      + 'arn:aws:kms:eu-central-1:'],
    ['a replica key that is an alias', { replicas: [{ region: 'eu-central-1', encryptionKeyArn: 'alias/aws/dynamodb' }] },
      '[Stack/Table] replicas[0].encryptionKeyArn = "alias/aws/dynamodb": DynamoDB encrypts'],
  ])('%s is an error', (_, props, message) => {
    expect(() => new SecureTable(newStack(undefined, ENV), 'Table', { ...KEYS, ...props })).toThrow(message);
  });

  test('replicas in a stack without region are an error that says what to give it', () => {
    expect(() => new SecureTable(newStack(), 'Table', { ...KEYS, replicas: [REPLICA] }))
      .toThrow(/\[Stack\/Table\] replicas = \["eu-central-1"\]: the region of this stack is not known.*env: \{ account/);
  });

  test('a key of another region is an error', () => {
    const stack = newStack(undefined, ENV);
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', key('us-east-1'));
    expect(() => new SecureTable(stack, 'Table', { ...KEYS, encryptionKey })).toThrow(/encryptionKey.*the key is in us-east-1/);
  });

  test('an unknown index is an error that lists the known ones', () => {
    const stack = newStack();
    const role = newRole(stack);
    const globalIndexes = [{ indexName: 'byStatus', partitionKey: { name: 'status', type: STRING } }];
    expect(() => new SecureTable(stack, 'Table', { ...KEYS, globalIndexes }).grantQuery(role, 'byDate'))
      .toThrow('[Stack/Table] indexName = "byDate": the table has only the indexes byStatus. Name one of its indexes');
    expect(() => new SecureTable(stack, 'Bare', KEYS).grantScan(role, '*')).toThrow('[Stack/Bare] indexName = "*": the table has no index.');
  });
});

describe('refuses, at synth, that an escape hatch', () => {
  test.each<[string, unknown, RegExp]>([
    ['SSESpecification.SSEEnabled', false, /SSEEnabled = false.*customer-managed key/],
    ['SSESpecification.KMSMasterKeyId', undefined, /KMSMasterKeyId = "absent".*customer-managed key/],
    ['SSESpecification.KMSMasterKeyId', 'alias/aws/dynamodb', /KMSMasterKeyId = "alias\/aws\/dynamodb".*its customer-managed key/],
    ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false, /can be restored/],
    ['PointInTimeRecoverySpecification.RecoveryPeriodInDays', 7, /RecoveryPeriodInDays = 7: .*any second of the last 35 days/],
    ['DeletionProtectionEnabled', false, /cannot be deleted.*Profile\.EPHEMERAL/],
    ['BillingMode', 'PROVISIONED', /capacity follows the load.*maxReadRequestUnits/],
    ['ResourcePolicy', { PolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'dynamodb:GetItem', Resource: '*' } } },
      /allows everybody/],
    ['ResourcePolicy', { PolicyDocument: { Statement: { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'dynamodb:GetItem', Resource: '*' } } },
      /lets no other account in.*let the other account assume it/],
    ['ResourcePolicy', { PolicyDocument: { Statement: { Effect: 'Allow', Principal: { AWS: { Ref: 'AWS::AccountId' } }, Action: 'dynamodb:*', Resource: '*' } } },
      /no statement of its policy allows all actions.*dynamodb:GetItem/],
  ])('sets %s to %s', (path, value, message) => {
    const stack = newStack();
    const { table } = new SecureTable(stack, 'Table', KEYS);
    (table.node.defaultChild as dynamodb.CfnTable).addPropertyOverride(path, value);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test.each([
    ['PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false, /in each region the table can be restored/],
    ['DeletionProtectionEnabled', false, /in each region a production table cannot be deleted/],
    ['SSESpecification', undefined, /in each region the table is encrypted with its customer-managed key/],
    ['SSESpecification.KMSMasterKeyId', 'alias/aws/dynamodb', /in each region the table is encrypted with its customer-managed key/],
    ['PointInTimeRecoverySpecification.RecoveryPeriodInDays', 1, /in each region the table can be restored/],
  ])('weakens one replica by %s = %s', (path, value, message) => {
    const stack = newStack(undefined, ENV);
    const { table } = new SecureTable(stack, 'Table', { ...KEYS, replicas: [REPLICA] });
    (table.node.defaultChild as dynamodb.CfnGlobalTable).addPropertyOverride(`Replicas.1.${path}`, value);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test.each([{}, { replicas: [REPLICA] }])('lets production data go with its stack, %p', (props) => {
    const stack = newStack(undefined, ENV);
    new SecureTable(stack, 'Table', { ...KEYS, ...props }).table.applyRemovalPolicy(RemovalPolicy.DESTROY);
    expect(() => templateOf(stack)).toThrow(/DeletionPolicy = "Delete".*outlives its stack.*Profile\.EPHEMERAL/);
  });
});
