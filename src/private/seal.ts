import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { canonicalJson } from './canonical-json';
import { describeMisuse } from './misuse';
import { resolveResource, ResolvedResource } from './resolved-resource';

/** One promise of a construct about one of its resources, kept until the template is written. */
export interface Protection {
  /** Property path below `Properties`, with dots: `PublicAccessBlockConfiguration.BlockPublicAcls`; or `DeletionPolicy`. */
  readonly path: string;
  /** Whether the emitted value still keeps the promise. An unresolved intrinsic reaches it as its JSON. */
  readonly holds: (value: unknown, resource: ResolvedResource) => boolean;
  /** What of the value the error shows, where all of it would hide what is wrong; the whole value if this is left out. */
  readonly shows?: (value: unknown) => unknown;
  /** What the promise is, as a clause: `public ACLs stay blocked`. */
  readonly promise: string;
  /** What to do instead of breaking it. */
  readonly instead: string;
}

/** Fails the synth when Aspects, escape hatches or the exposed L2 have undone a protection of `owner`. */
export function seal(owner: IConstruct, resource: CfnResource, protections: Protection[]): void {
  owner.node.addValidation({
    validate: () => {
      const resolved = resolveResource(resource);
      return protections
        .map((protection) => ({ protection, value: valueAt({ ...resolved.Properties, DeletionPolicy: resolved.DeletionPolicy }, protection.path) }))
        .filter(({ protection, value }) => !protection.holds(value, resolved))
        .map(({ protection, value }) => describeMisuse(owner, {
          prop: `${resolved.Type} ${protection.path}`,
          value: value === undefined ? 'absent' : protection.shows?.(value) ?? value,
          problem: `the construct promises that ${protection.promise}, and something changed it after construction`,
          instead: protection.instead,
        }));
    },
  });
}

/** The promise that a property keeps exactly this literal value. */
export function stays(path: string, expected: string | number | boolean, promise: string, instead: string): Protection {
  return { path, promise, instead, holds: (value) => value === expected };
}

/** The promise that a property keeps exactly this value, whatever the order of its keys; references in it are compared by what they resolve to. */
export function staysEqual(owner: IConstruct, path: string, expected: unknown, promise: string, instead: string): Protection {
  return { path, promise, instead, holds: (value) => isEqual(owner, value, expected) };
}

/** Whether an emitted value is this one, whatever the order of its keys; references are compared by what they resolve to in the stack of `scope`. */
export function isEqual(scope: IConstruct, emitted: unknown, expected: unknown): boolean {
  return canonicalJson(emitted) === canonicalJson(Stack.of(scope).resolve(expected));
}

/** The promise that a property is present, whatever it refers to. */
export function staysSet(path: string, promise: string, instead: string): Protection {
  return { path, promise, instead, holds: (value) => value !== undefined && value !== null && value !== '' };
}

/** The promise that nobody sets a property. */
export function staysAbsent(path: string, promise: string, instead: string): Protection {
  return { path, promise, instead, holds: (value) => value === undefined };
}

/** The value below `properties` at a path with dots, or undefined. */
export function valueAt(properties: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined),
    properties,
  );
}
