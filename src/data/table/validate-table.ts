import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { IConstruct } from 'constructs';
import type { SecureTableProps, SecureTableReplica } from './secure-table-props';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const INDEX_NAME = /^[a-zA-Z0-9_.-]{3,255}$/;

/** Stops the synth on what DynamoDB or CloudFormation would refuse at deployment. */
export function validateTable(scope: IConstruct, props: SecureTableProps): void {
  validateIndexes(scope, props);
  validateThroughput(scope, 'maxReadRequestUnits', props.maxReadRequestUnits);
  validateThroughput(scope, 'maxWriteRequestUnits', props.maxWriteRequestUnits);
  validateReplicas(scope, props.replicas ?? []);
  validateReplicaStream(scope, props);
}

function validateIndexes(scope: IConstruct, { sortKey, localIndexes = [], globalIndexes = [] }: SecureTableProps): void {
  if (localIndexes.length > 0 && !sortKey) {
    fail(scope, {
      prop: 'localIndexes',
      value: localIndexes.map(({ indexName }) => indexName),
      problem: 'a local secondary index shares the partition key and needs a table with a sort key',
      instead: 'Add sortKey, or use globalIndexes.',
    });
  }
  const seen = new Set<string>();
  for (const { indexName } of [...localIndexes, ...globalIndexes]) {
    requireLiteral(scope, 'indexName', indexName);
    if (!INDEX_NAME.test(indexName)) {
      fail(scope, {
        prop: 'indexName',
        value: indexName,
        problem: 'an index name has 3 to 255 letters, digits, "_", "-" or "."',
        instead: 'Write for example "byStatus".',
      });
    }
    if (seen.has(indexName)) {
      fail(scope, { prop: 'indexName', value: indexName, problem: 'two indexes have this name', instead: 'Name each index once.' });
    }
    seen.add(indexName);
  }
}

function validateThroughput(scope: IConstruct, prop: string, units: number | undefined): void {
  if (isLiteral(units) && !(Number.isInteger(units) && units >= 1)) {
    fail(scope, {
      prop,
      value: units,
      problem: 'the bound is a whole number of request units, at least 1',
      instead: `Write a higher number, or leave ${prop} out for no bound of your own.`,
    });
  }
}

function validateReplicas(scope: IConstruct, replicas: SecureTableReplica[]): void {
  if (replicas.length === 0) return;
  const region = Stack.of(scope).region;
  if (!isLiteral(region)) {
    fail(scope, {
      prop: 'replicas',
      value: replicas.map((replica) => replica.region),
      problem: 'the region of this stack is not known at synth, and with it not which region is the first and which are copies',
      instead: 'Give the stack an environment: new Stack(app, id, { env: { account: "...", region: "eu-west-1" } }).',
    });
  }
  const seen = new Set([region]);
  for (const [index, replica] of replicas.entries()) {
    requireLiteral(scope, `replicas[${index}].region`, replica.region);
    if (seen.has(replica.region)) {
      fail(scope, {
        prop: `replicas[${index}].region`,
        value: replica.region,
        problem: replica.region === region ? 'this is the region of the stack, where the table is already' : 'this region has a replica already',
        instead: 'List each other region once.',
      });
    }
    seen.add(replica.region);
    validateReplicaKey(scope, index, replica);
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables_HowItWorks.html */
function validateReplicaStream(scope: IConstruct, { replicas = [], stream }: SecureTableProps): void {
  if (replicas.length > 0 && isLiteral(stream) && stream !== StreamViewType.NEW_AND_OLD_IMAGES) {
    fail(scope, {
      prop: 'stream',
      value: stream,
      problem: 'replicas are kept in step by a stream of new and old images, and a table has one stream',
      instead: 'Leave stream out, or write StreamViewType.NEW_AND_OLD_IMAGES.',
    });
  }
}

function validateReplicaKey(scope: IConstruct, index: number, { region, encryptionKeyArn }: SecureTableReplica): void {
  if (!isLiteral(encryptionKeyArn)) return;
  const keyRegion = /^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(encryptionKeyArn)
    ? Arn.split(encryptionKeyArn, ArnFormat.SLASH_RESOURCE_NAME).region
    : undefined;
  if (keyRegion !== region) {
    fail(scope, {
      prop: `replicas[${index}].encryptionKeyArn`,
      value: encryptionKeyArn,
      problem: `DynamoDB encrypts the copy in ${region} with a key of that region, named by its ARN`,
      instead: `Write the ARN of a customer-managed key: arn:aws:kms:${region}:<account>:key/<id>.`,
    });
  }
}
