import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { Protection } from '../private/seal';
import { everyStatement, type Statement, statementsOf } from '../private/sealed-policy';

/** The promise that these statements are emitted as they were written: an escape hatch may change more than their Sid. */
export function keepsExactly(owner: IConstruct, statements: iam.PolicyStatement[]): Protection {
  return {
    path: 'PolicyDocument',
    promise: `the statements ${statements.map((statement) => statement.sid).join(', ')} stay as they are`,
    instead: 'Leave these statements in place and add yours beside them.',
    holds: (document) => {
      const expected = Stack.of(owner).resolve(new iam.PolicyDocument({ statements: statements.map((statement) => statement.copy()) }));
      const emitted = new Set(statementsOf(document).map((statement) => JSON.stringify(statement)));
      return statementsOf(expected).every((statement) => emitted.has(JSON.stringify(statement)));
    },
    shows: (document) => statementsOf(document).filter((statement) => statements.some(({ sid }) => sid === statement.Sid)),
  };
}

/** The promise that a resource policy allows nobody every action of a service. */
export function noBroadActions(example: string, path?: string): Protection {
  const service = example.split(':')[0];
  return everyStatement({
    path,
    promise: 'no statement of its policy allows all actions',
    instead: `Write the actions out, such as ${example}.`,
    holds: (statement) => statement.Effect !== 'Allow'
      || (statement.NotAction === undefined && !actionsOf(statement).some((action) => action === '*' || action.toLowerCase() === `${service}:*`)),
  });
}

/** The promise that a resource policy names no other account. */
export function noOtherAccounts(owner: IConstruct, path?: string): Protection {
  return everyStatement({
    path,
    promise: 'its policy lets no other account in',
    instead: 'Grant to a role of this account, and let the other account assume it.',
    holds: (statement) => statement.Effect !== 'Allow' || !namesOtherAccount(owner, statement),
  });
}

/** The actions of a statement, as far as they are literal. */
export function actionsOf(statement: Statement): string[] {
  return [statement.Action ?? []].flat().filter((action) => typeof action === 'string');
}

/** An account number in the principal that is not ours; in an environment-agnostic stack, ours is a reference. */
export function namesOtherAccount(owner: IConstruct, { Principal: principal }: Statement): boolean {
  return (JSON.stringify(principal ?? '').match(/\b\d{12}\b/g) ?? []).some((number) => number !== Stack.of(owner).account);
}
