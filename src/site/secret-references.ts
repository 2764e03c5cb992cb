import { CfnElement, CfnParameter, CfnResource, DefaultTokenResolver, Reference, Stack, StringConcat, Tokenization } from 'aws-cdk-lib';
import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ASKED_OF_COGNITO, SECRET_ATTRIBUTES } from '../private/secret-detection/secret-attributes';

/** A credential, but one that browsers are meant to hold. */
const MEANT_FOR_BROWSERS = 'AWS::AppSync::ApiKey.ApiKey';

const DYNAMIC = /\{\{resolve:(secretsmanager|ssm-secure):/;

/**
 * What a value refers to that is secret, with its article; undefined if nothing is. CloudFormation would write it in clear text.
 *
 * @param value as the user wrote it, references of other stacks included
 * @param emitted the same as the template has it
 */
export function secretReferredTo(scope: IConstruct, value: unknown, emitted: unknown): string | undefined {
  if (DYNAMIC.test(JSON.stringify(emitted) ?? '')) return 'a secret';
  const named = namesIn(emitted);
  const elements = named.length === 0 ? [] : elementsOf(Stack.of(scope));
  const here = named.flatMap(([logicalId, attribute]) => elements.filter(([id]) => id === logicalId).map(([, target]) => kindOf(target, attribute)));
  const elsewhere = referencesIn(scope, value).map(({ target, displayName }) => kindOf(target, displayName));
  return [...here, ...elsewhere].find((kind) => kind !== undefined);
}

function kindOf(target: IConstruct, attribute: string): string | undefined {
  if (target instanceof CfnParameter) {
    if (target.noEcho) return 'a parameter with NoEcho';
    return DYNAMIC.test(`${target.default}`) ? 'a secret' : undefined;
  }
  if (!CfnResource.isCfnResource(target)) return undefined;
  const name = `${target.cfnResourceType}.${attribute}`;
  return name !== MEANT_FOR_BROWSERS && (SECRET_ATTRIBUTES.has(name) || attribute === ASKED_OF_COGNITO) ? 'a credential' : undefined;
}

/** Collects what tokens refer to while they are resolved, inside other tokens too. */
class ReferenceCollector extends DefaultTokenResolver {
  public readonly references: Reference[] = [];

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): any {
    if (Reference.isReference(token)) this.references.push(token);
    return super.resolveToken(token, context, postProcessor);
  }
}

function referencesIn(scope: IConstruct, value: unknown): Reference[] {
  const resolver = new ReferenceCollector();
  Tokenization.resolve(value, { scope, resolver, preparing: false });
  return resolver.references;
}

/** Logical ids and attributes that `Ref`, `Fn::GetAtt` and `Fn::Sub` name, however they were written. */
function namesIn(emitted: unknown): [string, string][] {
  if (typeof emitted !== 'object' || emitted === null) return [];
  return Object.entries(emitted).flatMap(([key, value]): [string, string][] => {
    const names = [value].flat();
    if (key === 'Ref') return [[`${value}`, 'Ref']];
    if (key === 'Fn::GetAtt') return [[`${names.join('.').split('.')[0]}`, names.join('.').split('.').slice(1).join('.')]];
    const inText = key === 'Fn::Sub' ? [...`${names[0]}`.matchAll(/\$\{([^!.}]+)\.?([^}]*)\}/g)].map(([, id, attribute]): [string, string] => [id, attribute]) : [];
    return [...inText, ...namesIn(value)];
  });
}

function elementsOf(stack: Stack): [unknown, CfnElement][] {
  return stack.node.findAll().filter((each): each is CfnElement => CfnElement.isCfnElement(each) && each.stack === stack)
    .map((each) => [stack.resolve(each.logicalId), each]);
}
