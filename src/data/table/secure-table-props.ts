import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';

/** A global secondary index of a table: another key under which its items can be queried. */
export interface SecureTableIndex {
  /** Name of the index: 3 to 255 letters, digits, `_`, `-` or `.`. */
  readonly indexName: string;

  /** Partition key of the index. */
  readonly partitionKey: dynamodb.Attribute;

  /**
   * Sort key of the index.
   *
   * @default - none
   */
  readonly sortKey?: dynamodb.Attribute;

  /**
   * Attributes copied into the index besides the keys; only with projection `INCLUDE`.
   *
   * @default - none
   */
  readonly nonKeyAttributes?: string[];

  /**
   * What is copied into the index. Who may query an index reads what is projected into it: `KEYS_ONLY` and `INCLUDE` keep
   * the rest of the item out of reach.
   *
   * @default dynamodb.ProjectionType.ALL
   */
  readonly projectionType?: dynamodb.ProjectionType;
}

/** A copy of a table in another region, kept in step by DynamoDB. */
export interface SecureTableReplica {
  /** Region of the copy. */
  readonly region: string;

  /** ARN of the customer-managed key, in that region, that encrypts the copy. */
  readonly encryptionKeyArn: string;
}

/** Properties of a hardened table. */
export interface SecureTableProps {
  /** Partition key. */
  readonly partitionKey: dynamodb.Attribute;

  /**
   * Sort key.
   *
   * @default - none
   */
  readonly sortKey?: dynamodb.Attribute;

  /**
   * Global secondary indexes.
   *
   * @default - none
   */
  readonly globalIndexes?: SecureTableIndex[];

  /**
   * Local secondary indexes; need a sort key. Changing them replaces the table.
   *
   * @default - none
   */
  readonly localIndexes?: dynamodb.LocalSecondaryIndexProps[];

  /**
   * Attribute that holds the time, in seconds since 1970, after which DynamoDB deletes the item.
   *
   * @default - items do not expire
   */
  readonly timeToLiveAttribute?: string;

  /**
   * What a stream of changes carries, for `new DynamoEventSource(table.table, ...)`.
   *
   * @default - no stream; with replicas `NEW_AND_OLD_IMAGES`, which replication needs
   */
  readonly stream?: dynamodb.StreamViewType;

  /**
   * Most read request units per second, an upper bound on what reading can cost.
   *
   * @default - none but the account's quota
   */
  readonly maxReadRequestUnits?: number;

  /**
   * Most write request units per second, an upper bound on what writing can cost.
   *
   * @default - none but the account's quota
   */
  readonly maxWriteRequestUnits?: number;

  /**
   * Customer-managed key, in the region of the stack.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Copies in other regions, each with a key of its own; the stack must have an explicit region. Decide at the start: a
   * table with replicas is another resource type (`AWS::DynamoDB::GlobalTable`), to which CloudFormation cannot turn an
   * existing table.
   *
   * @default - none
   */
  readonly replicas?: SecureTableReplica[];
}
