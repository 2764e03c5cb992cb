import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { ItemOwner } from './item-owner';
import { fail } from '../../private/misuse';
import { sessionVariables } from '../../private/session-variables';

/** Stops the synth where sessions of the grantee are known never to have what their items would be told by: nobody would own any. */
export function demandKnownOwner(scope: IConstruct, grantee: iam.IGrantable, owner: ItemOwner): void {
  const variables = sessionVariables(grantee);
  // names of variables, tags included, are the same in upper and lower case
  if (variables === undefined || variables.some((name) => name.toLowerCase() === owner._variable.toLowerCase())) return;
  fail(scope, {
    prop: 'grantOwnItems owner',
    value: owner._variable,
    problem: `sessions of its grantee never have it, only ${variables.join(', ')}: nobody would own any item`,
    instead: 'Name one of those, or give sessions the tag: by tags of a SessionTaggedRole, or principalTags of a SecureIdentityPool, whose sessions '
      + 'alone have ItemOwner.cognitoIdentity().',
  });
}
