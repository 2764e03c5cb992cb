import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { defineGlobalTable, defineTable } from './define-table';
import { demandKnownOwner } from './known-owner';
import { indexKeys, type KeySchema, ownItemsStatements, validateOwnItems, writesItems } from './own-items';
import type { OwnItemsOptions } from './own-items-options';
import { OwnItemsPromise } from './own-items-promise';
import type { SecureTableProps } from './secure-table-props';
import { TableReach } from './table-reach';
import { demandUntaggedRole } from './untagged-role';
import { validateTable } from './validate-table';
import { AuditedResource, type IAuditable } from '../../auditable';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { openNetworkPath } from '../../private/network-path';
import { grantToPrincipal } from '../grant-to-principal';
import { grantKeyUse } from '../keys/key-grants';
import { SecureKey } from '../keys/secure-key';
import { validateKey } from '../keys/validate-key';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html */
const KEY_READ = ['kms:Decrypt', 'kms:DescribeKey'];
const KEY_WRITE = [...KEY_READ, 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/**
 * A DynamoDB table that is encrypted with a customer-managed key, can be restored to any second of the last 35 days, cannot
 * be deleted by mistake, and whose grants are single verbs.
 *
 * No grant but `grantScan` allows a scan, and none allows PartiQL: `Query` needs a partition key, so that a stolen credential
 * reads items whose keys it knows, not the table
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/best-practices-security-preventative.html).
 *
 * Point-in-time recovery costs 0.20 USD per GB and month; encryption adds about 0.03 USD per 10,000 KMS requests, of which
 * DynamoDB makes few because it caches table keys for five minutes.
 *
 * @example
 * declare const worker: SecureFunction;
 * const orders = new SecureTable(this, 'Orders', {
 *   partitionKey: { name: 'customer', type: dynamodb.AttributeType.STRING },
 *   sortKey: { name: 'order', type: dynamodb.AttributeType.STRING },
 *   globalIndexes: [{ indexName: 'byStatus', partitionKey: { name: 'status', type: dynamodb.AttributeType.STRING } }],
 *   maxWriteRequestUnits: 500,
 * });
 * orders.grantPut(worker);
 * orders.grantQuery(worker, 'byStatus');
 */
export class SecureTable extends Construct implements IAuditable {
  /** The L2 table: `dynamodb.Table`, or `dynamodb.TableV2` with replicas. */
  public readonly table: dynamodb.ITable;

  /** What an audit trail can log about this table. */
  public readonly auditedResources: AuditedResource[];

  private readonly encryptionKey: kms.IKey;
  private readonly keys: KeySchema;
  private readonly indexes: Map<string, KeySchema>;

  private readonly reach: TableReach;
  private readonly ownItems: OwnItemsPromise;

  /**
   * @throws when an index name is malformed or used twice, a local index has no sort key beside it, a throughput bound is
   * below 1, the key is known to be in another region, or replicas are asked for in a stack without explicit region, in its
   * own region, twice in one, with a key of another, or with a stream other than `NEW_AND_OLD_IMAGES`.
   */
  constructor(scope: Construct, id: string, props: SecureTableProps) {
    super(scope, id);
    validateTable(this, props);
    validateKey(this, props.encryptionKey);
    this.encryptionKey = props.encryptionKey ?? SecureKey.of(this).key;
    this.keys = { partitionKey: props.partitionKey, sortKey: props.sortKey };
    this.indexes = indexKeys(props);
    this.reach = new TableReach(this, this.keys, this.indexes);
    this.table = props.replicas?.length
      ? defineGlobalTable(this, this.encryptionKey, props)
      : defineTable(this, this.encryptionKey, props);
    this.ownItems = new OwnItemsPromise(this, this.table);
    this.auditedResources = [AuditedResource.tableItems(this.table.tableArn)];
  }

  /** Name of the table, for the environment of a function. */
  public get tableName(): string {
    return this.table.tableName;
  }

  /** ARN of the table. */
  public get tableArn(): string {
    return this.table.tableArn;
  }

  /** Lets a principal read items by their full key, one or many. */
  public grantGet(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], KEY_READ);
  }

  /**
   * Lets a principal query by partition key.
   *
   * @param grantee who queries
   * @param indexName the one index to query; without it, the table itself and no index
   * @throws when the table has no index of this name
   */
  public grantQuery(grantee: iam.IGrantable, indexName?: string): iam.Grant {
    return this.grant(grantee, ['dynamodb:Query'], KEY_READ, this.resourceOf(indexName));
  }

  /**
   * Lets a principal read everything there is, page by page.
   *
   * For exports and maintenance. Whoever steals such a credential has the whole table; for requests of users model an index
   * and use `grantQuery`.
   *
   * @param grantee who scans
   * @param indexName the one index to scan; without it, the table itself and no index
   * @throws when the table has no index of this name
   */
  public grantScan(grantee: iam.IGrantable, indexName?: string): iam.Grant {
    return this.grant(grantee, ['dynamodb:Scan'], KEY_READ, this.resourceOf(indexName));
  }

  /** Lets a principal put whole items. Not in batches: `BatchWriteItem` deletes as well, see `grantReadWrite`. */
  public grantPut(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['dynamodb:PutItem'], KEY_WRITE);
  }

  /** Lets a principal update attributes of items. */
  public grantUpdate(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['dynamodb:UpdateItem'], KEY_WRITE);
  }

  /** Lets a principal delete items. */
  public grantDelete(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['dynamodb:DeleteItem'], KEY_WRITE);
  }

  /**
   * Lets a principal get, query, put, update and delete items of the table, also in batches and transactions. Indexes are
   * not included: add `grantQuery(grantee, indexName)`.
   */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem',
      'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem',
    ], KEY_WRITE);
  }

  /**
   * Lets a role reach the items of its current user and nobody else's: those whose partition key AWS itself compares with the user of the
   * session. No scan, no PartiQL, no batch of writes.
   *
   * The same policy serves all users: put the function's check of who owns what into IAM, where a mistake of the code cannot undo it.
   *
   * @param grantee the role that users get from an identity pool, or that a function assumes for one of them (`SessionTaggedRole`)
   * @param options whose items, and what may be done with them
   * @throws when the grantee is a policy, there are no actions, attributes are listed beside `PUT`, a partition key is no text, sessions of the
   * grantee are known not to have what the owner is told by, the table has no index of a name, users may write what is the partition key of an
   * index, or the grantee reaches all items of the table or an index by another grant; at synth, when a statement of the grantee, by whomever it
   * was written, allows more on the table than this does, a managed policy of elsewhere may, or the role itself has the tag that is to tell whose
   * session it is
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
   */
  public grantOwnItems(grantee: iam.IGrantable, options: OwnItemsOptions): iam.Grant {
    options.indexNames?.forEach((name) => this.resourceOf(name));
    validateOwnItems(this, options, this.keys, this.indexes);
    demandKnownOwner(this, grantee, options.owner);
    this.reach.noteOwn(grantee, options);
    openNetworkPath(grantee, 'dynamodb');
    const keyUse = grantKeyUse(this, grantee, this.encryptionKey, { via: 'dynamodb', actions: writesItems(options) ? KEY_WRITE : KEY_READ });
    const granted = ownItemsStatements(options, this.keys, this.indexes).map((each) => ({ ...each, resource: this.resourceOf(each.indexName) }));
    this.ownItems.keep(grantee, granted);
    if (options.owner._tag !== undefined) demandUntaggedRole(this, grantee, options.owner._tag);
    return granted.reduce((grants, { actions, conditions, resource }) =>
      grants.combine(grantToPrincipal(this, { grantee, actions, conditions, resourceArns: [resource] })), keyUse);
  }

  private grant(grantee: iam.IGrantable, actions: string[], keyActions: string[], resource = this.tableArn): iam.Grant {
    this.reach.noteAll(grantee);
    openNetworkPath(grantee, 'dynamodb');
    return grantToPrincipal(this, { grantee, actions, resourceArns: [resource] })
      .combine(grantKeyUse(this, grantee, this.encryptionKey, { via: 'dynamodb', actions: keyActions }));
  }

  private resourceOf(indexName: string | undefined): string {
    if (indexName === undefined) return this.tableArn;
    requireLiteral(this, 'indexName', indexName);
    if (!this.indexes.has(indexName)) {
      fail(this, {
        prop: 'indexName',
        value: indexName,
        problem: this.indexes.size > 0 ? `the table has only the indexes ${[...this.indexes.keys()].join(', ')}` : 'the table has no index',
        instead: 'Name one of its indexes, or declare the index in globalIndexes.',
      });
    }
    return `${this.tableArn}/index/${indexName}`;
  }
}
