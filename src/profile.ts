import { RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { fail } from './private/misuse';

/** Context key that sets the profile of a whole app from the command line: `cdk synth -c cdk-hardened:profile=ephemeral`. */
const CONTEXT_KEY = 'cdk-hardened:profile';

/** Where a scope carries its mark, and the first construct that read the profile through it. */
const marks = new WeakMap<IConstruct, Profile>();
const readers = new WeakMap<IConstruct, IConstruct>();

/**
 * How long data lives and how hard it is to delete: one setting for an app, a stage or a stack.
 *
 * `Profile.PRODUCTION` (the default) keeps data; `Profile.EPHEMERAL`, for preview and test environments, deletes
 * everything with its stack. Encryption, access control and logging are the same in both, and switching between them never
 * replaces a resource.
 *
 * @example
 * Profile.set(new Stage(app, 'preview'), Profile.EPHEMERAL);
 */
export class Profile {
  /** Data outlives its stack: retained on deletion, deletion protection on, logs kept for 365 days. */
  public static readonly PRODUCTION = new Profile('production', RemovalPolicy.RETAIN, true, 365);

  /** Everything goes with its stack: auto-delete on, deletion protection off, logs kept for 7 days. */
  public static readonly EPHEMERAL = new Profile('ephemeral', RemovalPolicy.DESTROY, false, 7);

  /**
   * Marks a scope (App, Stage or Stack) and all below it. Call it before you create constructs in the scope.
   *
   * @throws when `EPHEMERAL` is set inside a scope marked `PRODUCTION`, when the scope has another mark already, or when
   * constructs in it have read their profile.
   */
  public static set(scope: IConstruct, profile: Profile): void {
    const marked = nearestMark(scope);
    if (marked && marked.profile !== profile && (marked.scope === scope || profile === Profile.EPHEMERAL)) {
      fail(scope, {
        prop: 'profile',
        value: profile.name,
        problem: marked.scope === scope
          ? `this scope is marked ${marked.profile.name} already`
          : `it lies inside "${marked.scope.node.path || 'App'}", which is marked production: its data must outlive it`,
        instead: 'Move the stack to a stage marked Profile.EPHEMERAL, or drop this mark.',
      });
    }
    const below = profile === Profile.PRODUCTION && scope.node.findAll().find((child) => marks.get(child) === Profile.EPHEMERAL);
    if (below) {
      fail(scope, {
        prop: 'profile',
        value: profile.name,
        problem: `"${below.node.path}" inside it is marked ephemeral: its data would be deleted in a production scope`,
        instead: 'Move that stack to a stage marked Profile.EPHEMERAL, or drop its mark.',
      });
    }
    const reader = readers.get(scope);
    if (reader && Profile.of(scope) !== profile) {
      fail(scope, {
        prop: 'profile',
        value: profile.name,
        problem: `"${reader.node.path}" was already built as ${Profile.of(scope).name}`,
        instead: 'Call Profile.set(scope, ...) before creating constructs in that scope.',
      });
    }
    marks.set(scope, profile);
  }

  /**
   * The profile in force: the nearest mark upwards, else context `cdk-hardened:profile`, else production.
   *
   * @throws when the context names an unknown profile.
   */
  public static of(scope: IConstruct): Profile {
    for (const ancestor of scope.node.scopes) {
      if (!readers.has(ancestor)) readers.set(ancestor, scope);
    }
    return nearestMark(scope)?.profile ?? fromContext(scope);
  }

  private constructor(
    /** `production` or `ephemeral`. */
    public readonly name: string,
    /** What happens to data stores, keys and logs when their stack is deleted. */
    public readonly removalPolicy: RemovalPolicy,
    /** Whether deletion protection is on where a service has it, and data must not be deleted with its stack. */
    public readonly deletionProtection: boolean,
    /** Days that logs are kept. */
    public readonly logRetentionDays: number,
  ) {}

  /** Whether stored objects are deleted so that their bucket can be. */
  public get autoDelete(): boolean {
    return this.removalPolicy === RemovalPolicy.DESTROY;
  }
}

function nearestMark(scope: IConstruct): { scope: IConstruct; profile: Profile } | undefined {
  for (const ancestor of [...scope.node.scopes].reverse()) {
    const profile = marks.get(ancestor);
    if (profile) return { scope: ancestor, profile };
  }
  return undefined;
}

function fromContext(scope: IConstruct): Profile {
  const name = scope.node.tryGetContext(CONTEXT_KEY);
  if (name === undefined || name === Profile.PRODUCTION.name) return Profile.PRODUCTION;
  if (name === Profile.EPHEMERAL.name) return Profile.EPHEMERAL;
  return fail(scope, {
    prop: `context ${CONTEXT_KEY}`,
    value: name,
    problem: 'there is no such profile',
    instead: 'Use "production" or "ephemeral".',
  });
}
