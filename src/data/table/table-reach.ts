import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { ItemAction } from './item-action';
import type { KeySchema } from './own-items';
import type { OwnItemsOptions } from './own-items-options';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/**
 * Who reaches what of a table. Nobody has both items of their own and, by another grant, everybody's; and no index tells who owns an item by
 * an attribute that users write themselves.
 */
export class TableReach {
  private readonly reach = new WeakMap<iam.IPrincipal, 'all' | 'own'>();

  /** Indexes that users query by an attribute other than the table's partition key. */
  private readonly trusted = new Map<string, string>();

  /** What users write of their own items. */
  private readonly writing: OwnItemsOptions[] = [];

  constructor(private readonly table: IConstruct, private readonly keys: KeySchema, private readonly indexes: Map<string, KeySchema>) {}

  /** A grant on all items of the table or of an index. */
  public noteAll(grantee: iam.IGrantable): void {
    this.note(grantee, 'all');
  }

  /** A grant on items of the current user. */
  public noteOwn(grantee: iam.IGrantable, options: OwnItemsOptions): void {
    this.note(grantee, 'own');
    if (options.actions.some((action) => action === ItemAction.PUT || action === ItemAction.UPDATE)) this.writing.push(options);
    for (const name of options.indexNames ?? []) {
      const { partitionKey } = this.indexes.get(name)!;
      if (partitionKey.name !== this.keys.partitionKey.name) this.trusted.set(name, partitionKey.name);
    }
    this.refuseForgedOwners();
  }

  private note({ grantPrincipal }: iam.IGrantable, reach: 'all' | 'own'): void {
    const before = this.reach.get(grantPrincipal);
    if (before !== undefined && before !== reach) {
      fail(this.table, {
        prop: 'grantOwnItems grantee',
        value: Construct.isConstruct(grantPrincipal) ? grantPrincipal.node.path : String(grantPrincipal),
        problem: 'it has another grant on this table or an index of it, whose items are everybody\'s: together, it would reach them all',
        instead: 'Grant one of the two to a role of its own, such as a SessionTaggedRole; own items of an index are reached by indexNames.',
      });
    }
    this.reach.set(grantPrincipal, reach);
  }

  /** Who may write the partition key of an index puts items into the partitions of others, who read them there as their own. */
  private refuseForgedOwners(): void {
    for (const [indexName, attribute] of this.trusted) {
      if (!this.writing.some((options) => mayWrite(options, attribute))) continue;
      fail(this.table, {
        prop: 'grantOwnItems indexNames',
        value: indexName,
        problem: `its partition key is "${attribute}", which users may write in items of their own: with another user's name there, `
          + 'they would forge what that user reads',
        instead: `Give the index the partition key "${this.keys.partitionKey.name}" and a sort key of its own, or let users write other attributes `
          + 'only: no ItemAction.PUT, and ItemAction.UPDATE with attributes.',
      });
    }
  }
}

function mayWrite({ attributes }: OwnItemsOptions, attribute: string): boolean {
  return attributes === undefined || attributes.some((name) => !isLiteral(name) || name === attribute);
}
