import type { ItemAction } from './item-action';
import type { ItemOwner } from './item-owner';

/** What a role may do with the items of its current user, and with no others. */
export interface OwnItemsOptions {
  /** Whose items they are. */
  readonly owner: ItemOwner;

  /** What the user may do with them. */
  readonly actions: ItemAction[];

  /**
   * The only attributes that reads may name and updates may touch, besides the keys. Reads must then say which they want
   * (`ProjectionExpression`), and a `Query` must ask for them by `Select` `SPECIFIC_ATTRIBUTES` or leave `Select` out.
   *
   * DynamoDB has no condition for `ReturnValuesOnConditionCheckFailure`: who may update or delete an item can see all of it. What a user
   * must not see at all belongs into an item of another partition.
   *
   * @default - all attributes
   */
  readonly attributes?: string[];

  /**
   * Indexes that `QUERY` reaches too; their partition key must hold the owner as well. Where it is another attribute than that of the
   * table, no user may write it: what one wrote there, another would read as their own.
   *
   * @default - none
   */
  readonly indexNames?: string[];
}
