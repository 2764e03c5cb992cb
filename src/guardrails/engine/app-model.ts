import { HeldTexts } from './held-texts';
import { resolve } from './intrinsics';
import { Kept } from './kept';
import { NamedResources } from './named-resources';
import { Related } from './related';
import type { Resolved } from './resolved';
import type { Resource } from './resource';
import { Template, section } from './template';
import type { TemplateInput } from './template-input';
import type { Value } from './value';
import { World } from './world';

/** All templates of one app, its resources indexed, its cross-stack references joined. */
export class AppModel {
  public readonly world = new World();
  public readonly templates: readonly Template[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly nested = new Map<Resource, Template>();
  private readonly related = new Map<string, Map<string, Related>>();
  private readonly named = new Map<string, NamedResources>();
  private readonly held = new Map<string, HeldTexts>();
  private readonly kept = new Map<string, Kept<object>>();
  private exports?: Map<string, Export[]>;

  public constructor(inputs: readonly TemplateInput[]) {
    this.templates = inputs.map((input) => new Template(this, input));
    const byFile = new Map(this.templates.map((template) => [template.file, template]));
    for (const template of this.templates) {
      const { nestedIn } = template.input;
      const parent = nestedIn && byFile.get(nestedIn.file)?.resources.get(nestedIn.logicalId);
      if (parent !== undefined && parent.template.root !== template) { // stacks that are nested in each other belong to no app
        template.parent = parent;
        this.nested.set(parent, template);
      }
      for (const resource of template.resources.values()) {
        const others = this.byType.get(resource.type);
        if (others === undefined) this.byType.set(resource.type, [resource]);
        else others.push(resource);
      }
    }
  }

  /** The types that occur. */
  public get types(): string[] {
    return [...this.byType.keys()];
  }

  /** All resources of these types, whether they exist in the current world or not. */
  public declared(...types: readonly string[]): readonly Resource[] {
    return types.length === 1 ? this.byType.get(types[0]) ?? [] : types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The resources of these types that exist in the current world. */
  public ofType(...types: readonly string[]): Resource[] {
    return this.declared(...types).filter((resource) => resource.exists);
  }

  /** The template that a nested stack deploys. */
  public nestedIn(stack: Resource): Template | undefined {
    return this.nested.get(stack);
  }

  /** The value that a stack of the app exports under a name; if several do, the one in the account and region of `into`. */
  public exported(name: string, into: Template, depth: number): Resolved {
    this.exports ??= this.collectExports();
    const all = this.exports.get(name) ?? [];
    const [found, ...others] = all.length > 1 ? all.filter(({ template }) => mayShareExports(template, into)) : all;
    return found && others.length === 0 ? resolve(found.value, found.template, depth) : undefined;
  }

  /** What a stack of the app puts out under a name, read by another through `Fn::GetStackOutput`. */
  public outputOf(stack: { readonly name: string; readonly region?: string }, output: string, depth: number): Resolved {
    const [found, ...others] = this.templates.filter((template) => template.root === template && isStack(template, stack));
    return found && others.length === 0 ? resolve(section(found.outputs[output]).Value, found, depth) : undefined;
  }

  /**
   * The resources of a type that name another one in a property: `app.naming(bucket, 'AWS::S3::BucketPolicy', 'Bucket')`. A path may
   * hold `*` for the items of a list.
   */
  public naming(target: Resource, type: string, path: string): NamingResources {
    let byPath = this.related.get(type);
    if (byPath === undefined) {
      byPath = new Map();
      this.related.set(type, byPath);
    }
    let related = byPath.get(path);
    if (related === undefined) {
      related = new Related(this, type, path);
      byPath.set(path, related);
    }
    return related.naming(target);
  }

  /**
   * The resource of a type that a value means, by reference or by its name: `app.meantBy(mapping.get('EventSourceArn'), 'AWS::SQS::Queue')`.
   * Gives up where it may be one.
   */
  public meantBy(value: Value, type: string): Resource | undefined {
    const targets = value.targets();
    if (targets.length > 0) return targets.find((target) => target.type === type);
    let named = this.named.get(type);
    if (named === undefined) {
      named = new NamedResources(this, this.declared(type));
      this.named.set(type, named);
    }
    return named.meantBy(value);
  }

  /** The resources of a type whose text at a path is this, and those of which nobody can tell, for a closer look. A path may hold `*`. */
  public mayHold(text: Value, type: string, path: string): readonly Resource[] {
    const key = `${type} ${path}`;
    let held = this.held.get(key);
    if (held === undefined) {
      held = new HeldTexts(this, this.declared(type), path);
      this.held.set(key, held);
    }
    return held.candidates(text);
  }

  /** Computes something once for a resource, if it is the same in all worlds, else every time. */
  public once<T>(what: string, subject: object, compute: () => T): T {
    let kept = this.kept.get(what);
    if (kept === undefined) {
      kept = new Kept(this.world);
      this.kept.set(what, kept);
    }
    return kept.get(subject, compute);
  }

  private collectExports(): Map<string, Export[]> {
    const exports = new Map<string, Export[]>();
    for (const template of this.templates) {
      for (const output of Object.values(template.outputs)) {
        const { Export: exported, Value: value } = section(output);
        const name = this.world.same(() => resolve(section(exported).Name, template))?.value;
        if (typeof name === 'string') exports.set(name, [...exports.get(name) ?? [], { value, template }]);
      }
    }
    return exports;
  }
}

interface Export {
  readonly value: unknown;
  readonly template: Template;
}

/** Names of exports are unique in an account and region. */
function mayShareExports({ root: { facts: a } }: Template, { root: { facts: b } }: Template): boolean {
  const maySame = (one?: string, other?: string): boolean => one === undefined || other === undefined || one === other;
  return maySame(a.account, b.account) && maySame(a.region, b.region);
}

/** A region that is not known may be this one. */
function isStack({ facts }: Template, { name, region }: { readonly name: string; readonly region?: string }): boolean {
  return facts.stackName === name && (region === undefined || facts.region === undefined || facts.region === region);
}

/** What names a resource, and whether something else may name it too. */
export interface NamingResources {
  readonly resources: readonly Resource[];
  /** Why there may be more of them. */
  readonly maybeMore?: string;
}
