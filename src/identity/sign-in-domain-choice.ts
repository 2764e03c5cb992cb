import type { CustomSignInDomain } from './sign-in-domain';

/** What the domain of the sign-in pages is made of. */
export interface SignInDomainChoice {
  readonly prefix?: string;
  readonly custom?: CustomSignInDomain;
}
