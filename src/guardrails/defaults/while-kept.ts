import { AspectPriority, Aspects, CfnDeletionPolicy, CfnResource, Lazy, Stage } from 'aws-cdk-lib';
import type { IAspect, InjectionContext } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type { IConstruct } from 'constructs';
import { Profile } from '../../profile';

/*
 * Deletion protection makes sense for what outlives its stack. Of anything else it only makes the deletion fail, of RETAIN_ON_UPDATE_OR_DELETE the
 * rollback of a stack that could not be created. `RemovalPolicies.of(scope).destroy()` decides that after the props are given, so it is asked last.
 */

/** The prop of an L2 that hands it on as it is, and that is made at this place; undefined where the profile wants no protection. */
export function protectedWhileKept({ scope, id }: InjectionContext): boolean | undefined {
  if (!Profile.of(scope).deletionProtection) return undefined;
  return Lazy.any({ produce: () => (isKept(scope.node.tryFindChild(id)?.node.defaultChild) ? true : undefined) }) as unknown as boolean;
}

function isKept(resource: IConstruct | undefined): boolean {
  if (!CfnResource.isCfnResource(resource)) return true;
  const { deletionPolicy } = resource.cfnOptions;
  return deletionPolicy === CfnDeletionPolicy.RETAIN || deletionPolicy === CfnDeletionPolicy.SNAPSHOT;
}

/** After Aspects of users, which say how long things are kept, and before those that only read. */
const PRIORITY = (AspectPriority.DEFAULT + AspectPriority.READONLY) / 2;

const POOLS = new WeakMap<Stage, UnprotectedPools>();

/** Takes the protection of user pools back that are not kept: their L2 asks of the prop at once whether it is true, which every token is. */
class UnprotectedPools implements IAspect {
  public static of(stage: Stage): UnprotectedPools {
    const known = POOLS.get(stage);
    if (known !== undefined) return known;
    const made = new UnprotectedPools();
    POOLS.set(stage, made);
    Aspects.of(stage).add(made, { priority: PRIORITY });
    return made;
  }

  private readonly ids = new WeakMap<IConstruct, Set<string>>();

  public add(scope: IConstruct, id: string): void {
    this.ids.set(scope, (this.ids.get(scope) ?? new Set()).add(id));
  }

  public visit(construct: IConstruct): void {
    const pool = construct.node.scope;
    if (pool?.node.scope === undefined || !this.ids.get(pool.node.scope)?.has(pool.node.id)) return;
    if (pool.node.defaultChild === construct && !isKept(construct)) (construct as cognito.CfnUserPool).deletionProtection = undefined;
  }
}

/** The same for a user pool. */
export function poolProtectedWhileKept({ scope, id }: InjectionContext): true | undefined {
  if (!Profile.of(scope).deletionProtection) return undefined;
  const stage = Stage.of(scope);
  if (stage !== undefined) UnprotectedPools.of(stage).add(scope, id);
  return true;
}
