import type { CfnResource } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { HardenedGlobalTable, HardenedTable } from './hardened-table';
import type { SecureTableProps } from './secure-table-props';
import { type Protection, seal, stays, staysSet, valueAt } from '../../private/seal';
import { neverPublic } from '../../private/sealed-policy';
import { Profile } from '../../profile';
import { encryptedWith } from '../keys/encrypted-with';
import { outlivesStack } from '../outlives-stack';
import { noBroadActions, noOtherAccounts } from '../resource-policy';

const OWN_KEY = ['the table is encrypted with its customer-managed key', 'Pass another key as encryptionKey.'] as const;
const RECOVERY = ['the table can be restored to any second of the last 35 days', 'Leave point-in-time recovery on.'] as const;
const ON_DEMAND = [
  'capacity follows the load', 'Bound the cost by maxReadRequestUnits and maxWriteRequestUnits instead of provisioning capacity.',
] as const;
const KEPT = ['a production table cannot be deleted', 'Use Profile.EPHEMERAL for environments whose data may go.'] as const;

const POLICY = 'ResourcePolicy.PolicyDocument';

const POINT_IN_TIME_RECOVERY = { pointInTimeRecoveryEnabled: true };

/** A table in one region. */
export function defineTable(owner: Construct, encryptionKey: kms.IKey, props: SecureTableProps): dynamodb.Table {
  const profile = Profile.of(owner);
  const table = new HardenedTable(owner, 'Resource', {
    partitionKey: props.partitionKey,
    sortKey: props.sortKey,
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    maxReadRequestUnits: props.maxReadRequestUnits,
    maxWriteRequestUnits: props.maxWriteRequestUnits,
    timeToLiveAttribute: props.timeToLiveAttribute,
    stream: props.stream,
    encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: POINT_IN_TIME_RECOVERY,
    deletionProtection: profile.deletionProtection,
    removalPolicy: profile.removalPolicy,
  });
  props.localIndexes?.forEach((index) => table.addLocalSecondaryIndex(index));
  // an index without bounds of its own would let its throughput, and its cost, pass the table's
  props.globalIndexes?.forEach((index) => table.addGlobalSecondaryIndex({ ...index, ...boundsOf(props) }));
  seal(owner, table.node.defaultChild as CfnResource, [
    stays('SSESpecification.SSEEnabled', true, ...OWN_KEY),
    encryptedWith(owner, encryptionKey, 'SSESpecification.KMSMasterKeyId', OWN_KEY[0]),
    ...recoverable(),
    stays('BillingMode', 'PAY_PER_REQUEST', ...ON_DEMAND),
    ...(profile.deletionProtection ? [stays('DeletionProtectionEnabled', true, ...KEPT)] : []),
    ...closed(owner),
    ...outlivesStack(owner),
  ]);
  return table;
}

/** A table with copies in other regions. */
export function defineGlobalTable(owner: Construct, encryptionKey: kms.IKey, props: SecureTableProps): dynamodb.TableV2 {
  const profile = Profile.of(owner);
  const replicas = props.replicas ?? [];
  const table = new HardenedGlobalTable(owner, 'Resource', {
    partitionKey: props.partitionKey,
    sortKey: props.sortKey,
    billing: dynamodb.Billing.onDemand(boundsOf(props)),
    timeToLiveAttribute: props.timeToLiveAttribute,
    dynamoStream: props.stream,
    localSecondaryIndexes: props.localIndexes,
    globalSecondaryIndexes: props.globalIndexes?.map((index) => ({ ...index, ...boundsOf(props) })),
    encryption: dynamodb.TableEncryptionV2.customerManagedKey(
      encryptionKey, Object.fromEntries(replicas.map(({ region, encryptionKeyArn }) => [region, encryptionKeyArn])),
    ),
    replicas: replicas.map(({ region }) => ({ region })),
    pointInTimeRecoverySpecification: POINT_IN_TIME_RECOVERY,
    deletionProtection: profile.deletionProtection,
    removalPolicy: profile.removalPolicy,
  });
  seal(owner, table.node.defaultChild as CfnResource, [
    stays('SSESpecification.SSEEnabled', true, ...OWN_KEY),
    stays('SSESpecification.SSEType', 'KMS', ...OWN_KEY),
    stays('BillingMode', 'PAY_PER_REQUEST', ...ON_DEMAND),
    everyReplica(customerManaged()),
    ...recoverable().map(everyReplica),
    ...(profile.deletionProtection ? [everyReplica(stays('DeletionProtectionEnabled', true, ...KEPT))] : []),
    ...closed(owner).map(everyReplica),
    ...outlivesStack(owner),
  ]);
  return table;
}

function boundsOf({ maxReadRequestUnits, maxWriteRequestUnits }: SecureTableProps): dynamodb.MaxThroughputProps {
  return { maxReadRequestUnits, maxWriteRequestUnits };
}

function recoverable(): Protection[] {
  return [
    stays('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', true, ...RECOVERY),
    {
      ...stays('PointInTimeRecoverySpecification.RecoveryPeriodInDays', 35, ...RECOVERY),
      holds: (value) => value === undefined || value === 35,
    },
  ];
}

/** Replicas are encrypted with keys of other regions; here only that it is no key that AWS manages. */
function customerManaged(): Protection {
  return { ...staysSet('SSESpecification.KMSMasterKeyId', ...OWN_KEY), holds: (value) => value !== undefined && !/alias\//.test(JSON.stringify(value)) };
}

/** What a resource policy of the table may not say. */
function closed(owner: Construct): Protection[] {
  return [neverPublic(POLICY), noBroadActions('dynamodb:GetItem', POLICY), noOtherAccounts(owner, POLICY)];
}

/** The same promise about each region's copy, the first included. */
function everyReplica(protection: Protection): Protection {
  return {
    ...protection,
    path: 'Replicas',
    promise: `in each region ${protection.promise} (${protection.path})`,
    holds: (replicas, resource) => Array.isArray(replicas)
      && replicas.every((replica) => protection.holds(valueAt(replica, protection.path), resource)),
  };
}
