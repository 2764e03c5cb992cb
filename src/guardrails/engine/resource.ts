import { holds } from './conditions';
import { resolve } from './intrinsics';
import { Container } from './resolved';
import type { Resolved } from './resolved';
import { section } from './template';
import type { Template } from './template';
import { Value } from './value';

/** One resource of a template. */
export class Resource {
  public readonly properties: Value;
  private readonly conditionName: string | undefined;

  public constructor(
    public readonly template: Template,
    public readonly logicalId: string,
    public readonly type: string,
    private readonly body: Record<string, unknown>,
  ) {
    this.properties = new Value(template, body.Properties ?? {}, 'Properties');
    this.conditionName = typeof body.Condition === 'string' ? body.Condition : undefined;
  }

  /** A property by its path with dots; list items by their index. */
  public get(path: string): Value {
    return this.properties.get(path);
  }

  /** A property on the way to another value. `depth` is how far that is already. */
  public resolved(name: string, depth: number): Resolved {
    const properties = resolve(this.body.Properties ?? {}, this.template, depth);
    if (!(properties instanceof Container)) return properties;
    return Object.hasOwn(properties.json, name) ? resolve((properties.json as Record<string, unknown>)[name], this.template, depth) : undefined;
  }

  /** An attribute of the resource beside its properties: `DeletionPolicy`, `Metadata`, ... */
  public attribute(name: string): Value {
    return new Value(this.template, this.body[name], name);
  }

  /** Whether the resource is deployed in the current world: its stack, if that is nested, and itself. */
  public get exists(): boolean {
    if (!this.template.exists) return false;
    return this.conditionName === undefined || holds(this.conditionName, this.template);
  }

  /** Path of the construct that made it, where that is known. */
  public get constructPath(): string | undefined {
    const path = section(this.body.Metadata)['aws:cdk:path'];
    return typeof path === 'string' ? path : this.template.input.constructPathOf?.(this.logicalId);
  }
}
