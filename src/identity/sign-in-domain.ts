import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type { SignInDomainChoice } from './sign-in-domain-choice';

/** A domain name of your own for the sign-in pages. */
export interface CustomSignInDomain {
  /** Domain name in lower case: `auth.example.com`. Its parent, `example.com`, must have an A record already: Cognito asks for it. */
  readonly domainName: string;

  /** Certificate for the domain name, in us-east-1, wherever the user pool is: Cognito serves the pages through CloudFront. */
  readonly certificate: acm.ICertificate;

  /**
   * Public hosted zone of the domain name: gets alias records (A and AAAA).
   *
   * @default - the records are yours to make; they point to `signInDomain.cloudFrontEndpoint`
   */
  readonly hostedZone?: route53.IHostedZone;
}

/**
 * Where users sign in: the address of Cognito's pages, and the party that passkeys are bound to. Decide on it before the first user
 * registers a passkey: after a change, passkeys of the old name no longer work.
 *
 * @example
 * new SecureUserPool(this, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts') });
 */
export class SignInDomain {
  /**
   * `<prefix>.auth.<region>.amazoncognito.com`.
   *
   * @param prefix 1 to 63 lower-case letters, digits or hyphens, which nobody else in the region may have; not with `aws`, `amazon` or
   * `cognito` in it
   */
  public static prefix(prefix: string): SignInDomain {
    return new SignInDomain({ prefix });
  }

  /** A domain name of your own. */
  public static custom(domain: CustomSignInDomain): SignInDomain {
    return new SignInDomain({ custom: domain });
  }

  private constructor(
    /** @internal */
    public readonly _choice: SignInDomainChoice,
  ) {}
}
