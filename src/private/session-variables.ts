import type { IGrantable, IPrincipal } from 'aws-cdk-lib/aws-iam';

/** What IAM knows of the sessions of roles that are made here, by the names of its policy variables: `aws:PrincipalTag/tenant`. */
const known = new WeakMap<IPrincipal, string[]>();

/** Called by a construct that decides what the sessions of its role are told apart by. */
export function sessionsHave(principal: IPrincipal, variables: string[]): void {
  known.set(principal, variables);
}

/** The variables of the principal's sessions; undefined for one of whom nobody said so. */
export function sessionVariables({ grantPrincipal }: IGrantable): string[] | undefined {
  return known.get(grantPrincipal);
}
