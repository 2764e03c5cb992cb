import * as fs from 'fs';
import * as path from 'path';
import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { arnOf, attributeOf, nameOf, Placed, refOf } from './physical-ids';
import { ENV } from '../../harness/apps';

interface Template {
  readonly Resources: Record<string, { Type: string; Properties?: unknown }>;
  readonly Outputs?: Record<string, any>;
  readonly Parameters?: Record<string, any>;
}

/** An app as it would stand in an account: every resource with its name and ARN, every policy without intrinsics. */
export class World {
  public readonly resources: Placed[] = [];
  private readonly templates = new Map<string, { template: Template; stack: Stack; account: string; region: string }>();
  private readonly cache = new Map<string, Placed>();

  constructor(app: App) {
    app.synth();
    for (const stack of app.node.findAll().filter(Stack.isStack)) {
      const file = path.join(Stage.of(stack)!.synth().directory, stack.templateFile);
      this.templates.set(stack.node.path, {
        template: JSON.parse(fs.readFileSync(file, 'utf8')),
        stack,
        account: literal(stack.account) ?? ENV.account!,
        region: literal(stack.region) ?? ENV.region!,
      });
    }
    for (const [key, { template }] of this.templates) {
      for (const logicalId of Object.keys(template.Resources ?? {})) this.resources.push(this.place(key, logicalId));
    }
  }

  /** ARN of the resource behind a construct. */
  public arn(construct: IConstruct): string {
    return arnOf(this.resource(construct));
  }

  /** Name of the resource behind a construct. */
  public name(construct: IConstruct): string {
    return nameOf(this.resource(construct));
  }

  /** The resource behind an L1, an L2 or one of our constructs. */
  public resource(construct: IConstruct): Placed {
    let current: IConstruct | undefined = construct;
    while (current && !CfnResource.isCfnResource(current)) current = current.node.defaultChild ?? current.node.tryFindChild('Resource');
    if (!current) throw new Error(`no resource behind ${construct.node.path}`);
    const stack = Stack.of(current);
    return this.place(stack.node.path, stack.resolve((current as CfnResource).logicalId));
  }

  /** All resources of a type. */
  public all(type: string): Placed[] {
    return this.resources.filter((at) => at.type === type);
  }

  private place(key: string, logicalId: string): Placed {
    const id = `${key}#${logicalId}`;
    const known = this.cache.get(id);
    if (known) return known;
    const { template, stack, account, region } = this.templates.get(key)!;
    const resource = template.Resources[logicalId];
    let properties: unknown;
    const resolve = (value: unknown) => this.resolve(key, value);
    const placed: Placed = {
      type: resource.Type,
      logicalId,
      stack: stack.stackName.replace(/[^A-Za-z0-9-]/g, '-'),
      account,
      region,
      get properties() { // lazily: policies and keys refer to each other
        properties ??= resolve(resource.Properties);
        return properties;
      },
    };
    this.cache.set(id, placed);
    return placed;
  }

  private resolve(key: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(key, item)).filter((item) => item !== undefined);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value as Record<string, unknown>);
    if (entries.length === 1) {
      const [[name, argument]] = entries;
      const resolved = this.intrinsic(key, name, argument);
      if (resolved !== undefined) return resolved.value;
    }
    return Object.fromEntries(entries.map(([name, item]) => [name, this.resolve(key, item)]));
  }

  /** Undefined when the object is no intrinsic. */
  private intrinsic(key: string, name: string, argument: any): { value: unknown } | undefined {
    const resolve = (value: unknown) => this.resolve(key, value) as any;
    switch (name) {
      case 'Ref': return { value: this.ref(key, argument) };
      case 'Fn::GetAtt': {
        const [id, ...rest] = Array.isArray(argument) ? argument : argument.split('.');
        return { value: this.attribute(key, id, rest.join('.')) };
      }
      case 'Fn::Join': return { value: resolve(argument[1]).join(argument[0]) };
      case 'Fn::Select': return { value: resolve(argument[1])[Number(argument[0])] };
      case 'Fn::Split': return { value: String(resolve(argument[1])).split(argument[0]) };
      case 'Fn::Sub': return { value: this.substitute(key, argument) };
      case 'Fn::If': return { value: resolve(argument[1]) };
      case 'Fn::GetAZs': return { value: ['a', 'b', 'c'].map((zone) => `${this.templates.get(key)!.region}${zone}`) };
      case 'Fn::ImportValue': return { value: this.imported(resolve(argument)) };
      case 'Fn::GetStackOutput': return { value: this.output(resolve(argument.StackName), argument.OutputName) };
      default: return undefined;
    }
  }

  private ref(key: string, id: string): unknown {
    const { template, account, region, stack } = this.templates.get(key)!;
    const pseudo: Record<string, unknown> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack.stackName}/00000000-0000-4000-8000-000000000000`,
      'AWS::NoValue': undefined,
    };
    if (id in pseudo) return pseudo[id];
    if (template.Resources[id]) return refOf(this.place(key, id));
    if (template.Parameters?.[id]) return template.Parameters[id].Default ?? this.nestedParameter(key, id);
    throw new Error(`${key}: Ref to ${id}, which the template does not have`);
  }

  private attribute(key: string, id: string, attribute: string): unknown {
    const { template } = this.templates.get(key)!;
    if (template.Resources[id].Type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
      const nested = this.nested(key, id);
      return this.resolve(nested, this.templates.get(nested)!.template.Outputs![attribute.slice('Outputs.'.length)].Value);
    }
    return attributeOf(this.place(key, id), attribute);
  }

  /** Key of the nested stack that a resource of the parent stands for. */
  private nested(key: string, logicalId: string): string {
    for (const [candidate, { stack }] of this.templates) {
      const resource = stack.nestedStackResource;
      if (resource && Stack.of(resource).node.path === key && stack.nestedStackParent!.resolve((resource as CfnResource).logicalId) === logicalId) {
        return candidate;
      }
    }
    throw new Error(`${key}: no nested stack behind ${logicalId}`);
  }

  /** A parameter of a nested stack has the value that its parent passes. */
  private nestedParameter(key: string, name: string): unknown {
    const { stack } = this.templates.get(key)!;
    if (!stack.nestedStackParent) throw new Error(`${key}: parameter ${name} has no default`);
    const parent = stack.nestedStackParent.node.path;
    const id = stack.nestedStackParent.resolve((stack.nestedStackResource as CfnResource).logicalId);
    const resource = this.templates.get(parent)!.template.Resources[id] as { Properties: { Parameters: Record<string, unknown> } };
    return this.resolve(parent, resource.Properties.Parameters[name]);
  }

  private substitute(key: string, argument: string | [string, Record<string, unknown>]): string {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return text.replace(/\$\{([^!}]+)\}/g, (_, name: string) => {
      if (name in variables) return String(this.resolve(key, variables[name]));
      const [id, ...attribute] = name.split('.');
      return String(attribute.length ? this.attribute(key, id, attribute.join('.')) : this.ref(key, name));
    });
  }

  private output(stackName: string, name: string): unknown {
    for (const [key, { template, stack }] of this.templates) {
      if (stack.stackName === stackName && template.Outputs?.[name]) return this.resolve(key, template.Outputs[name].Value);
    }
    throw new Error(`no stack ${stackName} with output ${name}`);
  }

  private imported(exportName: string): unknown {
    for (const [key, { template }] of this.templates) {
      for (const output of Object.values(template.Outputs ?? {})) {
        if (output.Export && this.resolve(key, output.Export.Name) === exportName) return this.resolve(key, output.Value);
      }
    }
    throw new Error(`no stack exports ${exportName}`);
  }
}

function literal(value: string): string | undefined {
  return value.startsWith('${Token') ? undefined : value;
}
