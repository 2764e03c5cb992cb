import type { AppModel } from './app-model';
import { valuesAt } from './related';
import type { Resource } from './resource';
import { Unknown } from './unknown';
import type { Value } from './value';

/** Index of the resources of one type by the texts that they hold at one path. */
export class HeldTexts {
  private readonly byKey = new Map<string, Set<Resource>>();
  /** Those with a reference or something open there. */
  private readonly open: Resource[] = [];

  public constructor(app: AppModel, private readonly all: readonly Resource[], private readonly path: string) {
    for (const resource of all) {
      const read = app.world.same(() => this.keysOf(resource));
      if (read?.value === undefined) this.open.push(resource);
      else for (const key of read.value) this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(resource));
    }
  }

  /** The resources that hold this text, and those that may, for a closer look. */
  public candidates(text: Value): readonly Resource[] {
    const closed = closedKey(text);
    return (closed === undefined ? this.all : [...this.byKey.get(closed) ?? [], ...this.open]).filter(({ exists }) => exists);
  }

  /** Undefined where one of them is open. */
  private keysOf(resource: Resource): readonly string[] | undefined {
    try {
      const keys = valuesAt(resource.properties, this.path).filter((value) => !value.isAbsent).map(closedKey);
      return keys.every((key) => key !== undefined) ? keys : undefined;
    } catch (signal) {
      if (signal instanceof Unknown) return undefined;
      throw signal;
    }
  }
}

/** Undefined for what another text may come to that is not written the same: the account of the stack may be the one that is written elsewhere. */
function closedKey(text: Value): string | undefined {
  return text.parts()?.every((part) => typeof part === 'string') === true ? text.key : undefined;
}
