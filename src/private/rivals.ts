import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { describeMisuse } from './misuse';
import { resolveResource } from './resolved-resource';

/** A kind of resource that configures another one from outside, and so undoes, at deployment, what that one's own resources say. */
export interface Rival {
  readonly type: string;
  /** The property, or list of them, that names what it configures. */
  readonly names: (properties: Record<string, unknown>) => unknown;
  readonly problem: string;
  readonly instead: string;
}

/** Fails the synth where another resource of the stack, `own` excepted, would change the resource behind its owner's back. */
export function refuseRivals(owner: IConstruct, resource: CfnResource, literalName: string, own: () => unknown, rivals: Rival[]): void {
  owner.node.addValidation({
    validate: () => {
      const names = namesOf(resource, literalName);
      const [ours, { stack }] = [own(), resource];
      // a nested stack has logical ids of its own, which may be the same as ours
      const others = stack.node.findAll().filter(CfnResource.isCfnResource).filter((other) => other !== ours && other.stack === stack);
      return others.flatMap((other) =>
        rivals.filter((rival) => rival.type === other.cfnResourceType && namesIt(rival, other, names)).map(({ type, problem, instead }) =>
          describeMisuse(owner, { prop: type, value: other.node.path, problem, instead })));
    },
  });
}

/** What a template may write to mean the resource: a reference, or its literal name. */
function namesOf(resource: CfnResource, literalName: string): string[] {
  const literal = resolveResource(resource).Properties?.[literalName];
  return [Stack.of(resource).resolve(resource.ref), literal].filter((name) => name !== undefined).map((name) => JSON.stringify(name));
}

function namesIt(rival: Rival, other: CfnResource, names: string[]): boolean {
  return [rival.names(resolveResource(other).Properties ?? {})].flat().some((name) => names.includes(JSON.stringify(name)));
}
