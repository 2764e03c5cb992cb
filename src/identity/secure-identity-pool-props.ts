import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type { SecureUserPool } from './secure-user-pool';

/** Properties of a hardened identity pool. */
export interface SecureIdentityPoolProps {
  /** The pool whose users get credentials. */
  readonly userPool: SecureUserPool;

  /** The apps whose users get credentials: clients of `userPool`. */
  readonly clients: cognito.IUserPoolClient[];

  /**
   * Tags of the session, each with the claim of the ID token that it is made of: `{ tenant: 'custom:tenant' }`, for
   * `ItemOwner.principalTag('tenant')`. Users without one of the claims get no credentials. A user who can write the attribute behind a
   * claim chooses what to reach: keep it out of `writeAttributes` of every client. A custom attribute is a claim of tokens only of clients
   * that have it in `readAttributes`.
   *
   * @default - none
   */
  readonly principalTags?: { [tag: string]: string };
}
