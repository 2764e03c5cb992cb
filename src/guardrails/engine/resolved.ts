import type { Resource } from './resource';
import type { Template } from './template';

/** An attribute of a resource of the app: `Ref`, `Arn`, ... */
export class Reference {
  private text?: string;

  public constructor(public readonly resource: Resource, public readonly attribute: string) {}

  public get key(): string {
    this.text ??= `${this.resource.template.file}:${this.resource.logicalId}.${this.attribute}`;
    return this.text;
  }

  /** Short, for the resource knows the whole app. */
  public toJSON(): string {
    return `<${this.key}>`;
  }
}

/** A value that the templates do not tell: a parameter, a foreign import, an attribute of a custom resource. */
export class Opaque {
  public constructor(
    public readonly why: string,
    /** The same for values that are the same whatever they are. */
    public readonly key: string,
    /** Whether CloudFormation guarantees that it is not the empty text. */
    public readonly nonEmpty = false,
    /** Whether it is text, whatever it says, and never a list or an object. */
    public readonly isText = false,
    /** What the text looks like in every case, where that is known: the number of an account. */
    private readonly form?: RegExp,
    /** The attributes that it was cut out of: what is cut is not known, where it comes from is. */
    public readonly cutFrom: readonly Reference[] = [],
  ) {}

  /** Whether it may come to this text. */
  public mayBe(text: string): boolean {
    return this.form?.test(text) ?? true;
  }

  public toJSON(): string {
    return `<${this.key}>`;
  }
}

/** Text of which only parts are known: `Fn::Sub`, `Fn::Join`. */
export class Composite {
  public constructor(public readonly parts: readonly TextPart[]) {}

  public toJSON(): string {
    return keyOf(this.parts);
  }
}

export type TextPart = string | Reference | Opaque;

/** A list or an object, with the template that its inner intrinsic functions speak of. */
export class Container {
  public constructor(public readonly json: Record<string, unknown> | readonly unknown[], public readonly template: Template) {}

  public toJSON(): unknown {
    return this.json;
  }
}

/** What a value of a template comes to in the current world; undefined: absent. */
export type Resolved = string | number | boolean | Reference | Opaque | Composite | Container | undefined;

/** Text from parts, as simple as it can be said. */
export function textOf(parts: readonly TextPart[]): string | Reference | Opaque | Composite {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged.length - 1;
    if (part === '') continue;
    if (typeof part === 'string' && typeof merged[last] === 'string') merged[last] = `${merged[last]}${part}`;
    else merged.push(part);
  }
  if (merged.length === 0) return '';
  return merged.length === 1 ? merged[0] : new Composite(merged);
}

/** The parts of a resolved value as text, or undefined where it cannot be part of a text. */
export function partsOf(resolved: Resolved): readonly TextPart[] | undefined {
  if (resolved instanceof Composite) return resolved.parts;
  if (resolved instanceof Reference || resolved instanceof Opaque) return [resolved];
  if (resolved === undefined || resolved instanceof Container) return undefined;
  return [String(resolved)];
}

/** Pieces of a text; undefined where a part that is not known may hold the delimiter. Ids, ARNs and URLs hold no commas and bars. */
export function piecesOf(parts: readonly TextPart[], delimiter: string): TextPieces | undefined {
  if (parts.some((part) => part instanceof Opaque || (part instanceof Reference && !/^[,;|]+$/.test(delimiter)))) return undefined;
  const pieces: TextPart[][] = [[]];
  for (const part of parts) {
    const [first, ...more] = typeof part === 'string' ? part.split(delimiter) : [part];
    pieces[pieces.length - 1].push(first);
    pieces.push(...more.map((piece) => [piece]));
  }
  return pieces.map(textOf);
}

type TextPieces = readonly ReturnType<typeof textOf>[];

/** What tells a text with unknown parts apart from others: equal keys are equal texts. */
export function keyOf(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.key}>`)).join('');
}

/** Whether text with unknown parts can come to this one: they may be anything, the known ones must stand in order. */
export function mayBe(parts: readonly TextPart[], text: string): boolean {
  if (text === '' && parts.some(isNeverEmpty)) return false;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') continue;
    const isLast = index === parts.length - 1;
    const at = isLast && index > 0 ? text.length - part.length : text.indexOf(part, from);
    if (at < from || !text.startsWith(part, at) || (index === 0 && at > 0)) return false;
    from = at + part.length;
  }
  return from === text.length || typeof parts[parts.length - 1] !== 'string';
}

/** Whether a part of a text is at least one character. */
export function isNeverEmpty(part: TextPart): boolean {
  return typeof part === 'string' ? part !== '' : part instanceof Reference || part.nonEmpty;
}
