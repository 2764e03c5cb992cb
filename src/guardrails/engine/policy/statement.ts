import { matchesAction, matchesWildcard } from './action-patterns';
import { namesCallers } from './callers';
import { Kept } from '../kept';
import { unknown } from '../unknown';
import type { Value } from '../value';
import { some } from '../violation';

/** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for everybody, however that is written. */
export interface Principal {
  readonly kind: string;
  readonly value: Value;
}

/** One line of a condition block. */
export interface Condition {
  /** As written: `StringEqualsIfExists`, `ForAllValues:StringLike`. */
  readonly operator: string;
  /** In small letters: condition keys do not depend on case. */
  readonly key: string;
  readonly values: readonly Value[];
  /** The same as written: a list, one value, or something that may come to either. */
  readonly written: Value;
}

/** A statement of a policy, whatever resource carries it. Reading a part that is not known gives up. */
export class Statement {
  /** What was read of it, as far as that is the same in all worlds: a score of rules asks for the same. */
  private readonly read: Kept<string>;

  public constructor(public readonly value: Value) {
    this.read = new Kept(value.app.world);
  }

  public get location(): string {
    return this.value.location;
  }

  public get allows(): boolean {
    return this.once('allows', () => {
      const effect = this.value.at('Effect').text();
      if (effect === 'Allow' || effect === 'Deny') return effect === 'Allow';
      return unknown('the effect of a statement is Allow or Deny', this.location);
    });
  }

  public get sid(): string | undefined {
    return this.value.at('Sid').textWith('?');
  }

  /** Actions as written; none where it says NotAction. */
  public get actions(): readonly string[] {
    return textsOf(this.value.at('Action'));
  }

  public get notActions(): readonly string[] {
    return textsOf(this.value.at('NotAction'));
  }

  public get hasNotAction(): boolean {
    return this.once('NotAction', () => !this.value.at('NotAction').isAbsent);
  }

  public get hasNotResource(): boolean {
    return this.once('NotResource', () => !this.value.at('NotResource').isAbsent);
  }

  public get hasNotPrincipal(): boolean {
    return !this.value.at('NotPrincipal').isAbsent;
  }

  public get resources(): readonly Value[] {
    return this.once('resources', () => this.value.at('Resource').list());
  }

  public get notResources(): readonly Value[] {
    return this.value.at('NotResource').list();
  }

  public get principals(): readonly Principal[] {
    return this.once('principals', () => principalsIn(this.value.at('Principal')));
  }

  public get notPrincipals(): readonly Principal[] {
    return principalsIn(this.value.at('NotPrincipal'));
  }

  public get conditions(): readonly Condition[] {
    return this.once('conditions', () => this.value.at('Condition').entries().flatMap(([operator, keys]) =>
      // a list that is not known is one value, so that only who asks what it says gives up
      keys.entries().map(([key, written]) => ({ operator, key: key.toLowerCase(), values: written.isList ? written.list() : [written], written }))));
  }

  public get isConditional(): boolean {
    return this.conditions.length > 0;
  }

  /** Whether an action is among its actions (`s3:GetObject`): by wildcard, in any case of letters, also by NotAction. */
  public covers(action: string): boolean {
    const isNamedIn = (patterns: Value): boolean => some(patterns.list(), (pattern) => matchesAction(pattern.text()!, action));
    return this.hasNotAction ? !isNamedIn(this.value.at('NotAction')) : isNamedIn(this.value.at('Action'));
  }

  /** Whether it speaks of everybody: `*`, `AWS: '*'`, or everybody but some. */
  public get isForEveryone(): boolean {
    return this.hasNotPrincipal || some(this.principals, isEveryoneInEffect);
  }

  /** A condition of it says who calls, from where, or on whose behalf. */
  public get isNarrowedToCallers(): boolean {
    return some(this.conditions, namesCallers);
  }

  /** Whether it names every resource: `*`, or an ARN of nothing but stars after the service. */
  public get isForEveryResource(): boolean {
    return this.hasNotResource || some(this.resources, isEveryResource);
  }

  /** Computes something of the statement once, if it is the same in all worlds, else every time. */
  public once<T>(what: string, compute: () => T): T {
    return this.read.get(what, compute);
  }
}

/** Everybody on the internet, as a principal is written. */
export function isEveryone({ kind, value }: Principal): boolean {
  return (kind === '*' || kind === 'AWS') && value.is('*');
}

/**
 * Everybody, or what its author meant for everybody: IAM matches no part of a principal, and services refuse `arn:aws:iam::*:root`. A star for a
 * service means whatever anybody makes any service do; no wildcard is supported there:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 * For statements that allow; one that denies needs the star.
 */
export function isEveryoneInEffect(principal: Principal): boolean {
  if (principal.kind === 'Service') return /[*?]/.test(principal.value.textWith('') ?? '') || principal.value.is('*');
  if (principal.kind !== 'AWS') return isEveryone(principal);
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?[^:]*[*?]/.test(principal.value.textWith('x') ?? '') || isEveryone(principal);
}

/** `*`, or an ARN such as `arn:aws:s3:::*` and `arn:aws:sqs:*:*:*` that leaves nothing out. */
export function isEveryResource(resource: Value): boolean {
  const parts = resource.parts();
  if (parts?.length !== 1 || typeof parts[0] !== 'string') return isEveryArn(resource.textWith('\u0000') ?? '') ? true : isUnknownAlone(resource);
  return isEveryArn(parts[0]);
}

/** What matches this names nothing: `*`, `arn*`, `*:*`. */
const ANY_ARN = 'arn:aws:\u0001:\u0001:\u0001:\u0001';

function isEveryArn(text: string): boolean {
  // region and account may be left to the stack's own: that still is everything of the service there
  // eslint-disable-next-line no-control-regex
  if (matchesWildcard(text, ANY_ARN) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:[*/:]*\*$/.test(text)) return true;
  // cut short by a star, which stands for colons too
  return /^arn:([^:]*:){0,3}[^:]*\*$/.test(text);
}

/** A resource of which nothing is known may be the star; part of an ARN is not. */
function isUnknownAlone(resource: Value): boolean {
  const parts = resource.parts() ?? [];
  return parts.length === 1 && resource.whyUnknown !== undefined && resource.is('*');
}

function textsOf(value: Value): readonly string[] {
  return value.list().map((item) => item.text()!);
}

function principalsIn(value: Value): readonly Principal[] {
  if (value.isAbsent) return [];
  if (!value.isObject) return value.list().map((item) => ({ kind: item.isKnown && item.is('*') ? '*' : 'AWS', value: item }));
  return value.entries().flatMap(([kind, values]) => values.list().map((item) => ({ kind: kind === 'AWS' && item.isKnown && item.is('*') ? '*' : kind, value: item })));
}
