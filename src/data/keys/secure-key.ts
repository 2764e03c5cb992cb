import { Duration, Names, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct, type IConstruct } from 'constructs';
import { outermostStack } from './key-policy';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { seal, stays } from '../../private/seal';
import { neverPublic, servicesStayBound } from '../../private/sealed-policy';
import { Profile } from '../../profile';
import { outlivesStack } from '../outlives-stack';

/** KMS accepts periods between these, in days (https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html). */
const ROTATION_DAYS = { min: 90, max: 2560 };

/** The longest that KMS waits: time to notice a deletion that was not meant. */
const PENDING_DAYS = 30;

/** The id of the key that a stack shares; a contract, because the key's logical id follows from it. */
const SHARED_KEY_ID = 'CdkHardenedKey';

/** Properties of a customer-managed key. */
export interface SecureKeyProps {
  /**
   * What the key is for; shown in the KMS console.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * Time between automatic rotations: 90 to 2,560 days.
   *
   * @default Duration.days(365)
   */
  readonly rotationPeriod?: Duration;

  /**
   * Alias of the key, starting with `alias/`; unique in its account and region.
   *
   * @default - `alias/`, the stack's name and a name made of the construct's path
   */
  readonly alias?: string;
}

/**
 * A customer-managed, rotating KMS key that only services and grants of its own account can use.
 *
 * The key policy names this account's IAM and, only once something needs them, single service principals bound by the
 * conditions that each service documents. It never names a role or a resource by reference, so one key can serve a bucket,
 * its queue, a topic, a log group and a function without a dependency cycle.
 *
 * Costs about 1 USD a month, and 1 USD more for each of the first two rotations (https://aws.amazon.com/kms/pricing/).
 *
 * @example
 * const key = new SecureKey(this, 'Key', { rotationPeriod: Duration.days(180) });
 * new SecureTable(this, 'Payments', {
 *   partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
 *   encryptionKey: key.key,
 * });
 */
export class SecureKey extends Construct {
  /** The key that everything in this stack (and its nested stacks) shares unless it is given its own. */
  public static of(scope: IConstruct): SecureKey {
    const stack = outermostStack(scope);
    const existing = stack.node.tryFindChild(SHARED_KEY_ID);
    return existing ? (existing as SecureKey) : new SecureKey(stack, SHARED_KEY_ID, { description: `Shared key of ${stack.node.path}` });
  }

  /** The L2 key, to pass wherever an `IKey` is taken. */
  public readonly key: kms.Key;

  /** The alias of the key. */
  public readonly alias: kms.Alias;

  /**
   * @throws when the rotation period is outside 90 to 2,560 days, or the alias does not start with `alias/` or starts with
   * the reserved `alias/aws/`.
   */
  constructor(scope: Construct, id: string, props: SecureKeyProps = {}) {
    super(scope, id);
    this.validate(props);
    this.key = this.defineKey(props);
    this.alias = this.key.addAlias(props.alias ?? this.generatedAlias());
    seal(this, this.key.node.defaultChild as kms.CfnKey, [
      stays('EnableKeyRotation', true, 'the key rotates', 'Set rotationPeriod (at most 2,560 days) instead of switching rotation off.'),
      stays('PendingWindowInDays', PENDING_DAYS, 'a deletion that was not meant can be noticed for 30 days', 'Delete a key by hand if you must.'),
      { ...stays('Enabled', true, 'the key can decrypt', 'Disable a key by hand if you must.'), holds: (value) => value === undefined || value === true },
      {
        ...stays('MultiRegion', false, 'the key never leaves its region', 'Make a key in each region.'),
        holds: (value) => value === undefined || value === false,
      },
      neverPublic('KeyPolicy'),
      servicesStayBound('KeyPolicy'),
      ...outlivesStack(this),
    ]);
  }

  private validate(props: SecureKeyProps): void {
    requireLiteral(this, 'rotationPeriod', props.rotationPeriod);
    const days = props.rotationPeriod?.toDays({ integral: false });
    if (days !== undefined && !(Number.isInteger(days) && days >= ROTATION_DAYS.min && days <= ROTATION_DAYS.max)) {
      fail(this, {
        prop: 'rotationPeriod',
        value: `${days} days`,
        problem: `KMS rotates keys every ${ROTATION_DAYS.min} to ${ROTATION_DAYS.max} days`,
        instead: 'Write Duration.days(n) with n in that range.',
      });
    }
    if (isLiteral(props.alias) && !/^alias\/(?!aws\/)[a-zA-Z0-9/_-]+$/.test(props.alias)) {
      fail(this, {
        prop: 'alias',
        value: props.alias,
        problem: 'an alias starts with "alias/" (never "alias/aws/"), followed by letters, digits, "/", "_" or "-"',
        instead: 'Write for example "alias/orders".',
      });
    }
  }

  private defineKey(props: SecureKeyProps): kms.Key {
    return new kms.Key(this, 'Resource', {
      description: props.description ?? `Key of ${this.node.path}`,
      enableKeyRotation: true,
      rotationPeriod: props.rotationPeriod ?? Duration.days(365),
      pendingWindow: Duration.days(PENDING_DAYS),
      removalPolicy: Profile.of(this).removalPolicy,
    });
  }

  /** Holds the stack's name, so that two deployments of one app in an account do not claim the same alias. */
  private generatedAlias(): string {
    const stack = Stack.of(this);
    return `alias/${stack.stackName}-${Names.uniqueResourceName(this, { maxLength: 100, separator: '-' })}`;
  }
}
