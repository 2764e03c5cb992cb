import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { describeMisuse } from '../private/misuse';
import { resourcesOfApp } from '../private/validation-memory';

/** What is said of a pool by a resource of its own. */
interface SaidOnce {
  /** The resource that says it. */
  readonly said: CfnResource;
  /** The property of the L1 by which it names the pool. */
  readonly by: string;
  readonly pool: CfnResource;
  readonly problem: string;
  readonly instead: string;
}

/** Fails the synth when another resource of the same type, in whatever stack of the app, names the same pool: of two, the one that comes later is in force. */
export function keepOnlyOne(owner: IConstruct, { said, by, pool, problem, instead }: SaidOnce): void {
  owner.node.addValidation({
    validate: () => resourcesOfApp(owner, [said.cfnResourceType])
      .filter((each) => each !== said && resourcesIn(Reflect.get(each, by)).includes(pool))
      .map((other) => describeMisuse(owner, { prop: other.cfnResourceType, value: other.node.path, problem, instead })),
  });
}

/** The resources that a text refers to. */
export function resourcesIn(text: unknown): CfnResource[] {
  const tokens = typeof text === 'string' ? Tokenization.reverseString(text).tokens : [];
  return tokens.filter((token) => Reference.isReference(token)).map(({ target }) => target).filter(CfnResource.isCfnResource);
}
