import type { AppModel } from './app-model';
import type { PropertyChange } from './remediation';
import type { Resource } from './resource';
import type { Outcome, Remediation } from './rule';
import { unknown } from './unknown';
import type { Value } from './value';
import { every, some, violation } from './violation';

/*
 * The checks that most rules are made of: one property, or one companion resource. What is more than that is written out in its rule.
 */

type Literal = string | number | boolean;
type Check = (resource: Resource) => Outcome;

/** The property has one of these values. Absent is a violation, or complies where the service's default is one of them. */
export function mustBe(path: string, values: Literal | readonly Literal[], whenAbsent: 'violates' | 'complies' = 'violates'): Check {
  const accepted = [values].flat();
  return (resource) => {
    const value = resource.get(path);
    if (value.isAbsent) return whenAbsent === 'complies' ? 'COMPLIANT' : violation(value, `${path} is not set`);
    return value.is(...accepted) ? 'COMPLIANT' : violation(value, `${path} is ${shown(value)}`);
  };
}

/** The property has none of these values. Absent complies, or is a violation where the service's default is one of them. */
export function mustNotBe(path: string, values: Literal | readonly Literal[], whenAbsent: 'violates' | 'complies' = 'complies'): Check {
  const refused = [values].flat();
  return (resource) => {
    const value = resource.get(path);
    if (value.isAbsent) return whenAbsent === 'complies' ? 'COMPLIANT' : violation(value, `${path} is not set`);
    if (value.isList || value.isObject) return unknown('text, a number or a boolean is expected here', value.location);
    return value.is(...refused) ? violation(value, `${path} is ${shown(value)}`) : 'COMPLIANT';
  };
}

/** Each of these properties is given, and not empty. */
export function mustBeSet(...paths: readonly string[]): Check {
  return (resource) => {
    const values = paths.map((path): [string, Value] => [path, resource.get(path)]);
    const missing = values.filter(([, value]) => value.isAbsent || (value.isKnown && !value.isSet));
    if (missing.length > 0) return missing.map(([path, value]) => violation(value, `${path} is ${value.isAbsent ? 'not set' : 'empty'}`));
    return values.every(([, value]) => value.isSet) ? 'COMPLIANT' : undefined;
  };
}

/** The property is a number from `least` to `most`. */
export function mustBeNumber(path: string, { least = -Infinity, most = Infinity, whenAbsent = 'violates' as 'violates' | 'complies' }): Check {
  return (resource) => {
    const value = resource.get(path);
    const number = value.number();
    if (number === undefined) return whenAbsent === 'complies' ? 'COMPLIANT' : violation(value, `${path} is not set`);
    return number >= least && number <= most ? 'COMPLIANT' : violation(value, `${path} is ${number}`);
  };
}

/**
 * Some resource of a type names this one in a property, and `holds` of it. Without one it is a violation, unless a resource of the type
 * names something unknown: that may be this one.
 */
export function mustBeNamedBy(type: string, path: string, what: string, holds: (companion: Resource) => boolean = () => true) {
  return (resource: Resource, app: AppModel): Outcome => {
    const { resources, maybeMore } = app.naming(resource, type, path);
    if (some(resources, holds)) return 'COMPLIANT';
    return maybeMore === undefined ? violation('Properties', what) : unknown(maybeMore);
  };
}

/** Several checks: everything that is wrong by any of them. */
export function all(...checks: readonly ((resource: Resource, app: AppModel, options: any) => Outcome)[]) {
  return (resource: Resource, app: AppModel, options: unknown): Outcome => every(checks, (check) => check(resource, app, options));
}

/** An Aspect sets these properties. */
export function set(changes: Readonly<Record<string, unknown>>): Remediation {
  const list: readonly PropertyChange[] = Object.entries(changes).map(([path, value]) => ({ path, value }));
  return { kind: 'property', changes: () => list };
}

/** A value as a message shows it. */
export function shown(value: Value): string {
  const text = value.textWith('…');
  if (text !== undefined) return text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return value.isList ? 'a list' : 'an object';
}

/** Whether a list of objects has any. Gives up on text, which a value from elsewhere is: nothing that deploys has it there. */
export function hasObjects(list: Value): boolean {
  return some(list.list(), (item) => item.isObject || unknown('an object is expected here', item.location));
}
