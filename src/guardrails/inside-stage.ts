import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/*
 * The one place that looks at what CDK keeps to itself of a Stage. A CDK that has it otherwise tells nothing here, and breaks nothing.
 */

/** Makes assemblies inside that of a Stage. */
interface AssemblyMaker {
  createNestedAssembly?: (artifactId: string, constructPath: string) => AssemblyMaker;
}

/** What CDK keeps to itself of a Stage. */
interface Inside {
  readonly _assemblyBuilder?: AssemblyMaker;
  readonly assembly?: object;
}

/** Whether a Stage was synthesized: nothing can be added to it then. */
export function isSynthesized(stage: Stage): boolean {
  return (stage as unknown as Inside).assembly !== undefined;
}

/**
 * Tells of every Stage that is made in a Stage from now on, or in those, while it is still empty. CDK has no hook for that: an Aspect of the
 * app never enters a Stage, and one that is synthesized at once, as `pipeline.addStage` does, is over before the synth of the app begins. What
 * every Stage does in its constructor is to ask the Stage around it for a nested cloud assembly.
 */
export function onStageBirth(stage: Stage, tell: (born: Stage) => void): void {
  listen((stage as unknown as Inside)._assemblyBuilder, stage, tell);
}

function listen(maker: AssemblyMaker | undefined, around: Stage, tell: (born: Stage) => void): void {
  const make = maker?.createNestedAssembly;
  if (maker === undefined || typeof make !== 'function') return;
  maker.createNestedAssembly = (artifactId, constructPath) => {
    const nested = make.call(maker, artifactId, constructPath);
    const born = bornAt(around, constructPath);
    if (born !== undefined) {
      listen(nested, born, tell); // its own is assigned after this
      tell(born);
    }
    return nested;
  };
}

/** It is in the tree already. */
function bornAt({ node }: Stage, constructPath: unknown): Stage | undefined {
  if (typeof constructPath !== 'string') return undefined;
  const inside = constructPath.slice(node.path === '' ? 0 : node.path.length + 1).split('/');
  const born = inside.reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), node.scopes.at(-1));
  return Stage.isStage(born) ? born : undefined;
}
