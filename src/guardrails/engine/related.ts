import type { AppModel, NamingResources } from './app-model';
import { isNameOf, nameOf, namesMeantBy, whyMaybeNameOf } from './physical-names';
import { Reference } from './resolved';
import type { TextPart } from './resolved';
import type { Resource } from './resource';
import { Unknown } from './unknown';
import { openPart } from './value';
import type { Value } from './value';

/** Index of the resources of one type by the resources that they name in one property. */
export class Related {
  private readonly byTarget = new Map<Resource, Resource[]>();
  private readonly byText: NamedByText[] = [];
  /** The same by each name that a text may mean. */
  private readonly byName = new Map<string, NamedByText[]>();
  /** Those whose property differs from world to world. */
  private readonly open: Resource[] = [];
  private readonly unknowns: { readonly why: string; readonly resource: Resource }[] = [];

  public constructor(app: AppModel, type: string, private readonly path: string) {
    for (const resource of app.declared(type)) {
      const read = app.world.same(() => this.read(resource));
      if (read === undefined) this.open.push(resource);
      else this.index(resource, read.value);
    }
  }

  public naming(target: Resource): NamingResources {
    const named = this.byTarget.get(target);
    if (named === undefined && this.byText.length === 0 && this.open.length === 0 && this.unknowns.length === 0) return NOTHING;
    const found = new Set(named);
    let maybeMore = this.unknowns.find(({ resource }) => resource !== target && resource.exists)?.why;
    for (const { text, resource } of this.textsThatMayMean(target)) {
      if (isNameOf(text.key, target)) found.add(resource);
      else if (resource !== target && resource.exists) maybeMore ??= whyMaybeNameOf(text.parts, target);
    }
    for (const resource of this.open.filter(({ exists }) => exists)) {
      const names = this.read(resource);
      if (resource !== target) maybeMore ??= names.unknown;
      if (names.targets.includes(target) || names.texts.some(({ key }) => isNameOf(key, target))) found.add(resource);
      else if (resource !== target) maybeMore ??= names.texts.map(({ parts }) => whyMaybeNameOf(parts, target)).find((why) => why !== undefined);
    }
    return { resources: [...found].filter((resource) => resource !== target && resource.exists), maybeMore };
  }

  /** Few resources have a name in their template, and of few it is open. */
  private textsThatMayMean(target: Resource): readonly NamedByText[] {
    const name = this.byText.length > 0 ? nameOf(target) : undefined;
    if (name?.key === undefined) return [];
    return name.whyUnknown === undefined ? this.byName.get(name.key) ?? [] : this.byText;
  }

  private index(resource: Resource, { targets, texts, unknown }: Names): void {
    for (const target of targets) add(this.byTarget, target, resource);
    for (const text of texts) {
      const named = { text, resource };
      this.byText.push(named);
      for (const name of new Set(namesMeantBy(text.key))) add(this.byName, name, named);
    }
    if (unknown !== undefined) this.unknowns.push({ why: unknown, resource });
  }

  private read(resource: Resource): Names {
    const names: Names = { targets: [], texts: [] };
    try {
      for (const value of valuesAt(resource.properties, this.path).flatMap((found) => found.list())) {
        const parts = value.parts() ?? [];
        const references = parts.filter((part) => part instanceof Reference);
        names.targets.push(...references.map((part) => part.resource));
        if (references.length > 0 || parts.length === 0) continue;
        names.texts.push({ key: value.key!, parts });
        names.unknown ??= openPart(parts)?.why;
      }
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      names.unknown = signal.why;
    }
    return names;
  }
}

/** Most resources are named by none, and nothing that is unknown may name them. */
const NOTHING: NamingResources = { resources: [] };

interface NamedByText {
  readonly text: Text;
  /** What names something by it. */
  readonly resource: Resource;
}

interface Text {
  readonly key: string;
  readonly parts: readonly TextPart[];
}

interface Names {
  readonly targets: Resource[];
  readonly texts: Text[];
  unknown?: string;
}

/** The values on a path with dots, one for each item of a list where it says `*`, for each value of a map where it says `{}`. */
export function valuesAt(value: Value, path: string): Value[] {
  return path.split('.').reduce((values, step) => values.flatMap((each) => inside(each, step)), [value]);
}

function inside(value: Value, step: string): readonly Value[] {
  if (step === '*') return value.list(); // a single object is a list of one
  if (step === '{}') return value.isList ? [] : value.entries().map(([, item]) => item);
  return [value.at(step)];
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
