import type { AppModel } from './app-model';
import { isNameOf, nameOf, namesMeantBy } from './physical-names';
import type { Resource } from './resource';
import { openPart } from './value';
import type { Value } from './value';
import { which } from './violation';

/** Index of the resources of one type by the names that their templates give them. */
export class NamedResources {
  private readonly byName = new Map<string, Resource[]>();
  /** Those whose name is open, or differs from world to world. */
  private readonly open: Resource[] = [];

  public constructor(app: AppModel, private readonly all: readonly Resource[]) {
    for (const resource of all) {
      const read = app.world.same(() => closedName(resource));
      if (read === undefined || read.value === 'open') this.open.push(resource);
      else if (read.value !== undefined) this.byName.set(read.value.name, [...this.byName.get(read.value.name) ?? [], resource]);
    }
  }

  /** The one that a text without references calls by its name, ARN or URL. Gives up where it may be one. */
  public meantBy(text: Value): Resource | undefined {
    const parts = text.parts();
    if (parts === undefined) return undefined;
    const mayMeanAny = openPart(parts) !== undefined;
    const candidates = mayMeanAny ? this.all : [...namesMeantBy(text.key!).flatMap((name) => this.byName.get(name) ?? []), ...this.open];
    const existing = candidates.filter(({ exists }) => exists);
    return existing.find((resource) => isNameOf(text.key!, resource)) ?? which(existing, (resource) => text.refersTo(resource))[0];
  }
}

/** The name if nothing of it is open; undefined if the template gives it none. */
function closedName(resource: Resource): { readonly name: string } | 'open' | undefined {
  const name = nameOf(resource);
  if (name?.key === undefined) return undefined;
  return name.whyUnknown === undefined ? { name: name.key } : 'open';
}
