/** What users do with items of their own. None is a scan or PartiQL, which know no partition key, or a write in batches. */
export enum ItemAction {
  /** Items by their full key, one or many: `GetItem`, `BatchGetItem`. */
  GET = 'GET',

  /** All items of the own partition, or a range of them: `Query`. */
  QUERY = 'QUERY',

  /** Whole items: `PutItem`. Not together with `attributes`: it replaces what is not listed, too. */
  PUT = 'PUT',

  /** Attributes of items, which are made if they are not there: `UpdateItem`. */
  UPDATE = 'UPDATE',

  /** Items as a whole, attributes that are not listed included: `DeleteItem`. */
  DELETE = 'DELETE',
}
