import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IConstruct } from 'constructs';
import { ItemAction } from './item-action';
import type { OwnItemsOptions } from './own-items-options';
import type { SecureTableProps } from './secure-table-props';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const READS: Partial<Record<ItemAction, string[]>> = {
  [ItemAction.GET]: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
  [ItemAction.QUERY]: ['dynamodb:Query'],
};

const WRITES: Partial<Record<ItemAction, string[]>> = {
  [ItemAction.PUT]: ['dynamodb:PutItem'],
  [ItemAction.UPDATE]: ['dynamodb:UpdateItem'],
  [ItemAction.DELETE]: ['dynamodb:DeleteItem'],
};

/** The key attributes of a table or index. */
export interface KeySchema {
  readonly partitionKey: dynamodb.Attribute;
  readonly sortKey?: dynamodb.Attribute;
}

/** A part of a grant. */
export interface OwnItemsStatement {
  readonly actions: string[];
  readonly indexName?: string;
  readonly conditions: Record<string, Record<string, unknown>>;
}

/** The key attributes of the table's indexes, by name. */
export function indexKeys({ partitionKey, localIndexes = [], globalIndexes = [] }: SecureTableProps): Map<string, KeySchema> {
  return new Map<string, KeySchema>([
    ...localIndexes.map(({ indexName, sortKey }): [string, KeySchema] => [indexName, { partitionKey, sortKey }]),
    ...globalIndexes.map((index): [string, KeySchema] => [index.indexName, index]),
  ]);
}

/**
 * What a role may do with items whose partition key is the owner.
 *
 * `ForAllValues` is true of a request without the key, hence `Null`: such a request is denied.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html which keys each action has
 */
export function ownItemsStatements(options: OwnItemsOptions, table: KeySchema, indexes: Map<string, KeySchema>): OwnItemsStatement[] {
  const { owner, actions, attributes, indexNames = [] } = options;
  const keys = { 'dynamodb:LeadingKeys': [`${owner._prefix}\${${owner._variable}}`] };
  const conditionsOf = (schemas: KeySchema[], more: OwnItemsStatement['conditions']): OwnItemsStatement['conditions'] => {
    const listed = { 'dynamodb:Attributes': [...new Set([...schemas.flatMap(namesOf), ...attributes ?? []])] };
    const each = attributes === undefined ? keys : { ...keys, ...listed };
    return {
      'ForAllValues:StringEquals': each,
      'Null': Object.fromEntries(Object.keys(each).map((key) => [key, 'false'])),
      ...attributes === undefined ? {} : more,
    };
  };
  const of = (named: Partial<Record<ItemAction, string[]>>): string[] => actions.flatMap((action) => named[action] ?? []);
  // without a projection, DynamoDB answers with all attributes: the request itself names none. The key always has a value for reads, by key or by
  // query: ALL_ATTRIBUTES unless otherwise specified (second example of the page above)
  const projected = { StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } };
  // what an update or deletion answers with; absent, it is nothing
  const silent = { StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] } };
  return [
    { actions: of(READS), conditions: conditionsOf([table], projected) },
    { actions: of(WRITES), conditions: conditionsOf([table], silent) },
    ...indexNames.map((indexName) => ({
      actions: ['dynamodb:Query'], indexName, conditions: conditionsOf([table, indexes.get(indexName)!], projected),
    })),
  ].filter((statement) => statement.actions.length > 0);
}

/** Whether any of it changes items. */
export function writesItems({ actions }: OwnItemsOptions): boolean {
  return actions.some((action) => WRITES[action] !== undefined);
}

/** Stops the synth on a grant that would allow nothing, or more than it seems to. */
export function validateOwnItems(scope: IConstruct, options: OwnItemsOptions, table: KeySchema, indexes: Map<string, KeySchema>): void {
  const { owner, actions, attributes, indexNames = [] } = options;
  requireLiteral(scope, 'grantOwnItems owner', `${owner._tag ?? ''}${owner._prefix}`);
  if (/[$*?{}]/.test(owner._prefix) || !/^(?!aws:)[\p{L}\p{N}_.:/=+@ -]{1,128}$/iu.test(owner._tag ?? 'tag')) {
    fail(scope, {
      prop: 'grantOwnItems owner',
      value: owner._prefix + (owner._tag ?? ''),
      problem: 'a tag has 1 to 128 letters, digits or _.:/=+-@ and does not begin with "aws:", and a prefix has none of $, *, ?, { and }, which IAM reads as variables and wildcards',
      instead: 'Write for example ItemOwner.principalTag("tenant", "TENANT#").',
    });
  }
  if (actions.length === 0) {
    fail(scope, { prop: 'grantOwnItems actions', value: [], problem: 'it would allow nothing', instead: 'Write for example [ItemAction.GET, ItemAction.QUERY].' });
  }
  if (attributes !== undefined) validateAttributes(scope, actions, attributes);
  if (indexNames.length > 0 && !actions.includes(ItemAction.QUERY)) {
    fail(scope, {
      prop: 'grantOwnItems indexNames', value: indexNames, problem: 'an index is reached by queries only', instead: 'Add ItemAction.QUERY, or leave indexNames out.',
    });
  }
  const reached = new Map([['the table', table], ...indexNames.map((name): [string, KeySchema] => [name, indexes.get(name)!])]);
  for (const [name, { partitionKey }] of reached) {
    if (partitionKey.type !== dynamodb.AttributeType.STRING) {
      fail(scope, {
        prop: 'grantOwnItems',
        value: partitionKey.name,
        problem: `the partition key of ${name} is of type ${partitionKey.type}, and who owns an item is told by text`,
        instead: 'Use a partition key of type STRING.',
      });
    }
  }
}

function validateAttributes(scope: IConstruct, actions: ItemAction[], attributes: string[]): void {
  requireLiteral(scope, 'grantOwnItems attributes', attributes);
  if (actions.includes(ItemAction.PUT)) {
    fail(scope, {
      prop: 'grantOwnItems attributes',
      value: attributes,
      problem: 'PutItem replaces the whole item, and with it the attributes that are not listed',
      instead: 'Use ItemAction.UPDATE, which makes items too, or leave attributes out.',
    });
  }
  const wrong = attributes.filter(isLiteral).find((name) => name === '' || /[$*?]/.test(name));
  if (attributes.length === 0 || wrong !== undefined) {
    fail(scope, {
      prop: 'grantOwnItems attributes',
      value: wrong ?? [],
      problem: 'it is a list of names of top-level attributes, without wildcards',
      instead: 'Write for example ["total", "status"], or leave attributes out for all.',
    });
  }
}

function namesOf({ partitionKey, sortKey }: KeySchema): string[] {
  return [partitionKey.name, ...sortKey ? [sortKey.name] : []];
}
