import { CfnResource, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What validations have worked out, by the stage that it is about. */
const memories = new WeakMap<IConstruct, Map<unknown, unknown>>();

/**
 * Works something out about a construct once for all validations of its stage, however many promises ask for it.
 *
 * CDK validates a stage from the top: its own validation, which forgets what an earlier synth knew, runs before those of the
 * constructs in it. Between validations nothing changes the tree, so call this from validations only.
 */
export function onceInValidation<T>(about: IConstruct, key: unknown, workOut: () => T): T {
  const stage = Stage.of(about) ?? about.node.root;
  const memory = memories.get(stage) ?? newMemory(stage);
  if (!memory.has(key)) memory.set(key, workOut());
  return memory.get(key) as T;
}

function newMemory(stage: IConstruct): Map<unknown, unknown> {
  const memory = new Map<unknown, unknown>();
  memories.set(stage, memory);
  stage.node.addValidation({
    validate: () => {
      memory.clear();
      return [];
    },
  });
  return memory;
}

/** The resources of these types in the construct's stage, nested stacks and stages included; walked once in its validation. */
export function resourcesOfStage(about: IConstruct, types: readonly string[]): CfnResource[] {
  return resourcesBelow(about, Stage.of(about) ?? about.node.root, types);
}

/** The resources of these types in the whole app. */
export function resourcesOfApp(about: IConstruct, types: readonly string[]): CfnResource[] {
  return resourcesBelow(about, about.node.root, types);
}

/** Remembered by the stage that asks: the Aspects of other stages may still add to them. */
function resourcesBelow(asking: IConstruct, top: IConstruct, types: readonly string[]): CfnResource[] {
  const byType = onceInValidation(asking, top, () => {
    const found = new Map<string, CfnResource[]>();
    for (const resource of top.node.findAll().filter(CfnResource.isCfnResource)) {
      const alike = found.get(resource.cfnResourceType);
      if (alike) alike.push(resource);
      else found.set(resource.cfnResourceType, [resource]);
    }
    return found;
  });
  return types.flatMap((type) => byType.get(type) ?? []);
}
