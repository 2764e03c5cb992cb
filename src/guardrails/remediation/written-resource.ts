import { CfnParameter, CfnResource, DefaultTokenResolver, Intrinsic, Reference, StringConcat, Tokenization } from 'aws-cdk-lib';
import type { IFragmentConcatenator, IPostProcessor, IResolvable, IResolveContext, TokenizedStringFragments } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/*
 * The one place that reads what CDK does not show of a resource: its properties as they stand, overrides included. Nothing lazy is asked for
 * its value while Aspects run, since an answer that is given then is frozen, and what others add afterwards would be lost. When they are
 * through, the answers are those of the template.
 */

/** Stands where only the end of the synth tells the value: the engine takes it for unknown. An attribute would never be empty, this may be. */
const LATER = { Ref: '' };

/** What CDK keeps to itself of a resource. */
interface Inside {
  readonly cfnProperties: Record<string, unknown>;
  readonly rawOverrides: Record<string, unknown>;
  renderProperties(properties: Record<string, unknown>): Record<string, unknown>;
}

/** Names a resource in place of its logical id, which may still change. */
export type NameOf = (resource: CfnResource) => string;

/** When it is asked: before or after the last Aspect. */
export type Moment = 'while Aspects run' | 'at the end';

/** A resource as its template would show it now. */
export function writtenResource(resource: CfnResource, nameOf: NameOf, moment: Moment = 'while Aspects run'): Record<string, unknown> {
  const inside = resource as unknown as Inside;
  const resolver = new Resolver(nameOf, moment);
  const resolve = (value: unknown): unknown => Tokenization.resolve(value, { scope: resource, resolver, preparing: false });
  const properties = inside.renderProperties((resolve(inside.cfnProperties) ?? {}) as Record<string, unknown>);
  const { deletionPolicy, updateReplacePolicy, condition } = resource.cfnOptions;
  return merged(withoutUndefined({
    Type: resource.cfnResourceType,
    Properties: withoutUndefined(properties ?? {}),
    DeletionPolicy: deletionPolicy,
    UpdateReplacePolicy: updateReplacePolicy,
    Condition: condition && condition.node.id,
  }), overridesOf(inside.rawOverrides, resolve)) as Record<string, unknown>;
}

/** A value that belongs to no resource, such as that of an output. */
export function writtenValue(value: unknown, scope: IConstruct, nameOf: NameOf, moment: Moment): unknown {
  return Tokenization.resolve(value, { scope, resolver: new Resolver(nameOf, moment), preparing: false });
}

/** Resolves references and functions of CloudFormation; while Aspects run, it leaves everything else for later. */
class Resolver extends DefaultTokenResolver {
  public constructor(private readonly nameOf: NameOf, private readonly moment: Moment) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) {
      if (CfnResource.isCfnResource(token.target)) {
        const name = this.nameOf(token.target);
        return token.displayName === 'Ref' ? { Ref: name } : { 'Fn::GetAtt': [name, token.displayName] };
      }
      return token.target instanceof CfnParameter ? LATER : super.resolveToken(token, context, postProcessor);
    }
    return token instanceof Intrinsic || this.moment === 'at the end' ? super.resolveToken(token, context, postProcessor) : LATER;
  }

  public resolveString(fragments: TokenizedStringFragments, context: IResolveContext): unknown {
    const parts = fragments.mapTokens({ mapToken: (token) => context.resolve(token) as IResolvable }).join(new Joined()) as unknown;
    const { parts: several } = (typeof parts === 'object' && parts !== null ? parts : {}) as { parts?: unknown[] };
    return several === undefined ? parts : { 'Fn::Join': ['', several] };
  }

  public resolveList(list: string[], context: IResolveContext): unknown {
    return this.moment === 'at the end' ? super.resolveList(list, context) : LATER;
  }
}

/** Text and what stands in it, side by side. */
class Joined implements IFragmentConcatenator {
  public join(left: unknown, right: unknown): unknown {
    return { parts: [...piecesOf(left), ...piecesOf(right)] };
  }
}

function piecesOf(piece: unknown): unknown[] {
  if (piece === undefined) return [];
  const { parts } = (typeof piece === 'object' && piece !== null ? piece : {}) as { parts?: unknown[] };
  return parts ?? [piece];
}

/** Overrides, deletions among them, which resolving would drop. */
function overridesOf(written: unknown, resolve: (value: unknown) => unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written) || 'resolve' in written) return resolve(written);
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, value === undefined ? undefined : overridesOf(value, resolve)]));
}

/** The same merge as CDK's own: objects into objects, undefined deletes, anything else replaces. */
function merged(target: unknown, overrides: unknown): unknown {
  if (!isMap(overrides) || !isMap(target)) return overrides;
  const result: Record<string, unknown> = { ...target };
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) delete result[key];
    else result[key] = isMap(value) ? merged(isMap(result[key]) ? result[key] : {}, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUndefined(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}
