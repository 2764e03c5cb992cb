import type { AppModel } from './app-model';
import { DYNAMIC } from './intrinsics';
import { isNameOf, whyMaybeNameOf } from './physical-names';
import { Composite, Container, Opaque, Reference, isNeverEmpty, keyOf, mayBe, partsOf } from './resolved';
import type { Resolved, TextPart } from './resolved';
import type { Resource } from './resource';
import { mayBeSame } from './same-text';
import { unknown } from './unknown';
import { WrittenValue } from './written-value';

const PATHS = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let steps = PATHS.get(path);
  if (steps === undefined) {
    steps = path.split('.');
    PATHS.set(path, steps);
  }
  return steps;
}

/**
 * A value of a template as the current world sees it: absent, known, a reference, or unknown. Whatever reads it as a known value gives
 * up (`Unknown`) where it is not one, so that no check can take an unknown for an answer.
 */
export class Value extends WrittenValue {
  /** The last one inside that is there and was asked for, which leads to the others: they are few, and maps take much memory. */
  private lastInside?: Value;
  private before?: Value;
  /** Its items, once it is known that they are the same in all worlds. */
  private items?: readonly Value[];

  /** The value that it is in; undefined: a whole resource or output. */
  public get outer(): Value | undefined {
    return typeof this.base === 'string' ? undefined : this.base;
  }

  // --- going on

  /** A value further in, by its path with dots; list items by their index. Absent below what is absent, unknown below what is unknown. */
  public get(path: string): Value {
    let value: Value = this;
    for (const step of stepsOf(path)) value = value.at(step);
    return value;
  }

  /** A value further in, by a key that may hold dots. */
  public at(key: string | number): Value {
    const step = String(key);
    const resolved = this.resolved;
    if (resolved instanceof Container && !Array.isArray(resolved.json)) return this.child(resolved, step);
    // counted as deployed, without absent items
    if (resolved instanceof Container && /^\d+$/.test(step)) return this.list()[Number(step)] ?? new Value(this.template, undefined, this, step);
    if (resolved === undefined) return new Value(this.template, undefined, this, step);
    // what is below something unknown is not known, and different from what is beside it
    const { why, key: whole } = this.whatIsUnknown(resolved, 'an object or a list is expected here');
    return new Value(this.template, new Opaque(why, `${whole}.${step}`), this, step);
  }

  /** Its items. A single value counts as a list of one, as policies allow; absent items are left out. */
  public list(): readonly Value[] {
    if (this.items !== undefined) return this.items;
    const resolved = this.resolved;
    if (resolved === undefined) return [];
    if (resolved instanceof Container && Array.isArray(resolved.json)) {
      // made anew: to look for each among the others would take the square of their number
      const all = resolved.json.map((json, index) => new Value(resolved.template, json, this, String(index)));
      const items = all.some((item) => item.isAbsent) ? all.filter((item) => !item.isAbsent) : all;
      if (this.isFixed && all.every((item) => item.isFixed)) this.items = items;
      return items;
    }
    if (resolved instanceof Opaque && !resolved.isText) return unknown(resolved.why, this.location);
    return [new Value(this.template, resolved, this.base, this.step)];
  }

  /** Its members, without absent ones. */
  public entries(): readonly (readonly [string, Value])[] {
    const resolved = this.resolved;
    if (resolved === undefined) return [];
    if (resolved instanceof Container && !Array.isArray(resolved.json)) {
      // made anew, as items are
      return Object.entries(resolved.json)
        .map(([key, json]) => [key, new Value(resolved.template, json, this, key)] as const)
        .filter(([, item]) => !item.isAbsent);
    }
    return unknown(this.whatIsUnknown(resolved, 'an object is expected here').why, this.location);
  }

  /** The app that it is part of. */
  public get app(): AppModel {
    return this.template.app;
  }

  /** The same place with something else in it, such as what its text says as JSON. */
  public holding(json: unknown): Value {
    return new Value(this.template, json, this.base, this.step);
  }

  // --- asking

  /** Not there, or `AWS::NoValue`. */
  public get isAbsent(): boolean {
    return this.resolved === undefined;
  }

  /** Text, number, boolean, list or object that is written down. */
  public get isKnown(): boolean {
    const resolved = this.resolved;
    return resolved !== undefined && !(resolved instanceof Opaque || resolved instanceof Composite || resolved instanceof Reference);
  }

  public get isObject(): boolean {
    const resolved = this.resolved;
    return resolved instanceof Container && !Array.isArray(resolved.json);
  }

  public get isList(): boolean {
    const resolved = this.resolved;
    return resolved instanceof Container && Array.isArray(resolved.json);
  }

  /** Present and not empty. A reference to a resource is; of a parameter it depends on what its declaration allows. */
  public get isSet(): boolean {
    const resolved = this.resolved;
    if (resolved === undefined || resolved === '') return false;
    // a list parameter that is left empty is a list of one empty text
    if (resolved instanceof Container) return this.isList ? this.list().some((item) => item.resolved !== '') : this.entries().length > 0;
    if (resolved instanceof Opaque || resolved instanceof Composite) {
      return partsOf(resolved)!.some(isNeverEmpty) || unknown(whyOf(resolved), this.location);
    }
    return true;
  }

  /** Whether it is one of these literals; text and number, text and boolean are the same, as CloudFormation takes them. Absent is none. */
  public is(...literals: readonly (string | number | boolean)[]): boolean {
    const resolved = this.resolved;
    if (resolved === undefined) return false;
    // what is no boolean is refused at deployment, or taken for one: who asks for true or false gives up, however it asks
    if (typeof resolved !== 'boolean' && literals.length > 0 && literals.every((literal) => typeof literal === 'boolean')) return literals.includes(this.boolean(false));
    if (resolved instanceof Reference || resolved instanceof Container) return false;
    if (resolved instanceof Opaque) return literals.some((literal) => resolved.mayBe(String(literal))) ? unknown(resolved.why, this.location) : false;
    if (resolved instanceof Composite) {
      return literals.some((literal) => mayBe(resolved.parts, String(literal))) ? unknown(whyOf(resolved), this.location) : false;
    }
    return literals.some((literal) => sameScalar(resolved, literal));
  }

  /** Truth of a boolean; text counts as CloudFormation takes it. Gives up on anything else. */
  public boolean(whenAbsent: boolean): boolean {
    const resolved = this.resolved;
    if (resolved === undefined) return whenAbsent;
    const text = String(resolved).toLowerCase();
    if (typeof resolved === 'boolean' || (typeof resolved === 'string' && (text === 'true' || text === 'false'))) return text === 'true';
    return unknown(this.whatIsUnknown(resolved, 'true or false is expected here').why, this.location);
  }

  /** The number, also one written as text; undefined if absent. Gives up on anything else. */
  public number(): number | undefined {
    const resolved = this.resolved;
    if (resolved === undefined) return undefined;
    const number = typeof resolved === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(resolved) ? Number(resolved) : resolved;
    return typeof number === 'number' ? number : unknown(this.whatIsUnknown(resolved, 'a number is expected here').why, this.location);
  }

  /** The text, numbers and booleans as text too; undefined if absent. Gives up where any part is unknown. */
  public text(): string | undefined {
    const resolved = this.resolved;
    if (resolved === undefined) return undefined;
    if (typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    return unknown(this.whatIsUnknown(resolved, 'text is expected here').why, this.location);
  }

  /** The parts of a text, known and unknown ones; undefined if it is absent, an object or a list. */
  public parts(): readonly TextPart[] | undefined {
    return partsOf(this.resolved);
  }

  /** The text with a placeholder for each part that is not known: to look for what is there whatever the rest may be. */
  public textWith(placeholder: string): string | undefined {
    const resolved = this.resolved;
    if (typeof resolved === 'string') return resolved;
    return this.parts()?.map((part) => (typeof part === 'string' ? part : placeholder)).join('');
  }

  /** Its text looked up by CloudFormation at deployment: `{{resolve:secretsmanager:...}}`, wholly or in part. */
  public get isDynamicReference(): boolean {
    return this.parts()?.some((part) => part instanceof Opaque && part.why === DYNAMIC) ?? false;
  }

  // --- following

  /** The resource of the app that it refers to by `Ref` or an attribute, also inside a text; undefined if there is none. */
  public target(): Resource | undefined {
    const resolved = this.resolved;
    if (resolved instanceof Reference) return resolved.resource;
    return resolved instanceof Composite ? this.targets()[0] : undefined;
  }

  /** All resources of the app that its text refers to. */
  public targets(): Resource[] {
    const targets: Resource[] = [];
    for (const part of this.parts() ?? []) if (part instanceof Reference) targets.push(part.resource);
    return targets;
  }

  /** The same and those that it is cut out of by functions of CloudFormation, where nobody can tell what was cut. */
  public sources(): Resource[] {
    const references = this.parts()?.flatMap((part) => (part instanceof Opaque ? part.cutFrom : part instanceof Reference ? [part] : []));
    return references?.map(({ resource }) => resource) ?? [];
  }

  /** The attribute that it refers to, where it is a reference and nothing else: `Ref`, `Arn`. */
  public get attribute(): string | undefined {
    const resolved = this.resolved;
    return resolved instanceof Reference ? resolved.attribute : undefined;
  }

  /** Whether it means this resource: by reference, or by its name. Gives up where it may. */
  public refersTo(resource: Resource): boolean {
    const parts = this.parts();
    if (parts === undefined) return false;
    if (parts.some((part) => part instanceof Reference)) return parts.some((part) => part instanceof Reference && part.resource === resource);
    if (isNameOf(this.key!, resource)) return true;
    const why = openPart(parts)?.why ?? whyMaybeNameOf(parts, resource);
    return why === undefined ? false : unknown(why, this.location);
  }

  /** Whether it is the same text as another one. Gives up where the deployment may make it that. */
  public isSameAs(other: Value): boolean {
    const [own, others] = [this.parts(), other.parts()];
    if (own === undefined || others === undefined) return false;
    if (keyOf(own) === keyOf(others)) return true;
    return mayBeSame(own, others) ? unknown(this.whyUnknown ?? other.whyUnknown!, this.location) : false;
  }

  /** Why it is not known, or undefined if it is known, a reference or absent. */
  public get whyUnknown(): string | undefined {
    return this.parts()?.find((part) => part instanceof Opaque)?.why;
  }

  /** What tells an unknown value apart from others: equal keys are equal values. */
  public get key(): string | undefined {
    const resolved = this.resolved;
    if (typeof resolved === 'string') return resolved;
    const parts = this.parts();
    return parts && keyOf(parts);
  }

  /** JSON as written, nothing inside resolved; undefined where it is absent or not known. */
  public get json(): unknown {
    const resolved = this.resolved;
    if (resolved instanceof Container) return resolved.json;
    return typeof resolved === 'object' ? undefined : resolved;
  }

  /** What it comes to in the current world, to be kept until it is known whether anybody asks. */
  public get content(): Resolved {
    return this.resolved;
  }

  /** A member as written, unresolved. */
  public raw(key: string): unknown {
    const { json } = this;
    return typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
  }

  /** The value of a member or item, the same object each time it is asked for where that makes no difference. */
  private child({ json, template }: Container, key: string): Value {
    // most of what rules ask for is not there: not worth the memory
    if (!Object.hasOwn(json, key)) return new Value(template, undefined, this, key);
    for (let known = this.lastInside; known !== undefined; known = known.before) if (known.step === key) return known;
    const child = new Value(template, (json as Record<string, unknown>)[key], this, key);
    if (this.isFixed) {
      child.before = this.lastInside;
      this.lastInside = child;
    }
    return child;
  }

  private whatIsUnknown(resolved: Resolved, expected: string): Opaque {
    if (resolved instanceof Opaque) return resolved;
    if (resolved instanceof Composite) return new Opaque(whyOf(resolved), this.key!, true, true);
    return new Opaque(expected, `${this.template.file}:${this.location}:${JSON.stringify(this.key ?? this.json)}`);
  }
}

/** The part of a text that may be anything: a parameter or an import, not the account or region of the stack. */
export function openPart(parts: readonly TextPart[]): Opaque | undefined {
  return parts.find((part): part is Opaque => part instanceof Opaque && !part.why.startsWith('AWS::'));
}

function whyOf(resolved: Opaque | Composite): string {
  const opaque = partsOf(resolved)!.find((part) => part instanceof Opaque);
  return opaque?.why ?? 'part of it is only known after deployment';
}

function sameScalar(value: string | number | boolean, literal: string | number | boolean): boolean {
  if (value === literal) return true;
  if (typeof literal === 'boolean' || typeof value === 'boolean') return String(value).toLowerCase() === String(literal).toLowerCase();
  return String(value) === String(literal);
}
