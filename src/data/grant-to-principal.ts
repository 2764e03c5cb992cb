import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/**
 * Writes a grant into the policy of its grantee, or stops the synth where that cannot be: for another account's principals,
 * services and whole accounts, CDK would grant nothing, or half of it, without a word.
 */
export function grantToPrincipal(resource: IConstruct, options: iam.GrantOnPrincipalOptions): iam.Grant {
  const { grantPrincipal } = options.grantee;
  const [theirs, ours] = [grantPrincipal.principalAccount, Stack.of(resource).account];
  const elsewhere = isLiteral(theirs) && isLiteral(ours) && theirs !== ours;
  const grant = elsewhere ? undefined : iam.Grant.addToPrincipal(options);
  return grant?.success ? grant : fail(resource, {
    prop: 'grantee',
    value: Construct.isConstruct(grantPrincipal) ? grantPrincipal.node.path : String(grantPrincipal),
    problem: elsewhere
      ? `it belongs to account ${theirs}, whose policies this app does not write, and without them it could do nothing with this grant`
      : 'it has no policy of its own in this app to which the grant could be written',
    instead: 'Grant to a role of this account, and let the other side assume it.',
  });
}
