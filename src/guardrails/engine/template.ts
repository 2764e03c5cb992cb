import type { AppModel } from './app-model';
import { resolve } from './intrinsics';
import { Kept } from './kept';
import type { Resolved } from './resolved';
import { Resource } from './resource';
import type { StackFacts, TemplateInput } from './template-input';

/** A parameter as its template declares it. */
export interface ParameterDeclaration {
  readonly Type?: unknown;
  readonly Default?: unknown;
  readonly AllowedValues?: unknown;
  readonly NoEcho?: unknown;
  readonly MinLength?: unknown;
}

/** One template of the app, its sections as maps, whatever was written there. */
export class Template {
  public readonly file: string;
  public readonly facts: StackFacts;
  public readonly resources = new Map<string, Resource>();
  public readonly parameters: Record<string, ParameterDeclaration>;
  public readonly conditions: Record<string, unknown>;
  public readonly mappings: Record<string, unknown>;
  public readonly outputs: Record<string, unknown>;
  public readonly metadata: Record<string, unknown>;
  /** The resource that deploys this template, if it is nested. */
  public parent?: Resource;
  /** What stands among the resources and is none: CloudFormation refuses it. */
  public readonly untyped: string[] = [];

  /** What the functions of CloudFormation in it come to, those that come to the same in all worlds. */
  private readonly functions: Kept<object>;
  private textOfConditions?: string;
  private hasNestedConditions?: boolean;

  public constructor(public readonly app: AppModel, public readonly input: TemplateInput) {
    this.functions = new Kept(app.world);
    const body = section(input.body);
    this.file = input.file;
    this.facts = input.facts ?? {};
    this.parameters = section(body.Parameters) as Record<string, ParameterDeclaration>;
    this.conditions = section(body.Conditions);
    this.mappings = section(body.Mappings);
    this.outputs = section(body.Outputs);
    this.metadata = section(body.Metadata);
    for (const [logicalId, resource] of Object.entries(section(body.Resources))) {
      const { Type: type } = section(resource);
      if (typeof type === 'string') this.resources.set(logicalId, new Resource(this, logicalId, type, section(resource)));
      else this.untyped.push(logicalId);
    }
  }

  /** What a function of CloudFormation comes to in the current world, and whether it is the same in all. */
  public evaluated(written: Record<string, unknown>): { readonly value: Resolved; readonly isSame: boolean } {
    const value = this.functions.get(written, () => resolve(written, this));
    return { value, isSame: this.functions.isSame(written) };
  }

  /** Whether a condition of the stack, or of one that is nested in it, may tell the value of a parameter. */
  public isSettledByConditions(parameter: string): boolean {
    this.textOfConditions ??= JSON.stringify(this.conditions);
    this.hasNestedConditions ??= this.app.templates
      .some((other) => other !== this && other.root === this && Object.keys(other.conditions).length > 0);
    return this.hasNestedConditions || this.textOfConditions.includes(parameter);
  }

  /** Whether it is deployed in the current world: a nested stack may have a condition. */
  public get exists(): boolean {
    return this.parent === undefined || this.parent.exists;
  }

  /** The template of the stack that this one is nested in, or itself. */
  public get root(): Template {
    return this.parent?.template.root ?? this;
  }
}

/** A map, or nothing where something else was written. */
export function section(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json as Record<string, unknown> : {};
}
