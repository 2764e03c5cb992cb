import { CfnResource, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import * as hardened from '../../src';
import { readable } from '../harness/readable';

/** One resource as a template shows it, its references as text: `Id` for a Ref, `Id.Arn` for an attribute. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  /** Never undefined, so that a bare resource reads as one without any property. */
  readonly properties: any;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
  /** Construct path, for the reader of a finding. */
  readonly path: string;
  /** The construct of this library that made it: the nearest public class above it. */
  readonly construct: string;
}

/** All resources of one template. */
export class Template {
  public readonly resources: Resource[];

  public constructor(resources: Record<string, any>, origin: (id: string) => Pick<Resource, 'path' | 'construct'> = nobody) {
    this.resources = Object.entries(resources).map(([id, resource]) => ({
      id,
      type: resource.Type,
      properties: readable(resource.Properties ?? {}),
      deletionPolicy: resource.DeletionPolicy,
      updateReplacePolicy: resource.UpdateReplacePolicy,
      ...origin(id),
    }));
  }

  public of(...types: string[]): Resource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** The resource that a reference such as `Id` or `Id.Arn` means. */
  public target(reference: any): Resource | undefined {
    return typeof reference === 'string' ? this.resources.find(({ id }) => id === reference || reference.startsWith(`${id}.`)) : undefined;
  }
}

/** The template of a synthesized stack, each resource with the construct that made it. */
export function templateOfStack(stack: Stack, resources: Record<string, any>): Template {
  const made = new Map(stack.node.findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && Stack.of(node) === stack)
    .map((resource) => [stack.resolve(resource.logicalId) as string, resource]));
  return new Template(resources, (id) => ({ path: made.get(id)?.node.path ?? id, construct: maker(made.get(id)) }));
}

/** The nearest public class above a resource, or else the construct that a stack shares, by its id. */
function maker(node: IConstruct | undefined): string {
  const classes = hardened as unknown as Record<string, unknown>;
  const above = [...(node?.node.scopes ?? [])].reverse();
  return above.find(({ constructor }) => classes[constructor.name] === constructor)?.constructor.name
    ?? above.find(({ node: { id } }) => id.startsWith('CdkHardened'))?.node.id ?? 'none';
}

function nobody(id: string): Pick<Resource, 'path' | 'construct'> {
  return { path: id, construct: 'none' };
}
