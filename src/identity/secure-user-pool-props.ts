import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { SignInDomain } from './sign-in-domain';
import type { UserPoolPlan } from './user-pool-plan';
import type { WebFirewall } from '../api/firewall/web-firewall';

/** Properties of a hardened user pool. */
export interface SecureUserPoolProps {
  /** Where users sign in. */
  readonly signInDomain: SignInDomain;

  /**
   * Whether everybody may make an account; otherwise administrators invite users. Signing up tells whether an address has an account already.
   *
   * @default false
   */
  readonly selfSignUp?: boolean;

  /**
   * Whether text messages are taken as second factor too. They can be intercepted, whoever takes over a number gets them, and floods of
   * sign-ins cost you money; Cognito cannot switch them off again while a second factor is required.
   *
   * @default false - authenticator apps and passkeys only
   */
  readonly smsMfa?: boolean;

  /**
   * Fewest characters of a password, 12 to 99; lower and upper case, digits and symbols are required always, and the last five
   * passwords are refused.
   *
   * @default 12
   */
  readonly passwordMinLength?: number;

  /**
   * Feature plan, which decides on threat protection.
   *
   * @default UserPoolPlan.PLUS
   */
  readonly plan?: UserPoolPlan;

  /**
   * How messages are sent: `cognito.UserPoolEmail.withSES(...)`. Cognito itself sends 50 a day at most
   * (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html).
   *
   * @default - Cognito sends them, from no-reply@verificationemail.com
   */
  readonly email?: cognito.UserPoolEmail;

  /**
   * Attributes of users beyond the standard ones. App clients cannot write them unless their `writeAttributes` say so.
   *
   * @default - none
   */
  readonly customAttributes?: { [name: string]: cognito.ICustomAttribute };

  /**
   * Web firewall of the sign-in pages and of the pool's API; share one with a `SecureApi` to share its cost.
   *
   * @default - a `WebFirewall` of its own, with its defaults
   */
  readonly firewall?: WebFirewall;

  /**
   * Where the alarm on requests that the firewall blocks goes.
   *
   * @default - the stack's shared topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * How long the log of sign-ins, that of the firewall and that of the function for groups are kept.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Customer-managed key that Cognito encrypts users with: symmetric, of the same region. Whoever disables it stops sign-ins, and with the key all
   * users are lost. Costs requests to KMS (0.03 USD per 10,000). Cognito may refuse it for user pools that were made before it knew such keys; it
   * takes it for new ones.
   *
   * @default - a key that AWS owns
   */
  readonly userEncryptionKey?: kms.IKey;

  /**
   * Customer-managed key of the firewall's log and of the function for groups; `userEncryptionKey` is that of users. Cognito refuses log
   * groups under a customer-managed key for sign-ins.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;
}
