import { ANY } from './variant';
import type { Row, Variant } from './variant';
import { isFunction, resourcesOf, rewritten, withTemplates } from './written-templates';
import type { Resources, WrittenResource } from './written-templates';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import type { Situation } from '../rules/verdicts';

/** A resource that is not judged, and where it stands. */
export interface Companion {
  readonly logicalId: string;
  readonly resource: WrittenResource;
  readonly template: TemplateInput;
}

/** All of it in a nested stack: nothing changes, but that parameters which the parent does not give have their defaults. */
export function nested({ verdict, situation }: Row): Variant[] {
  const [only, ...others] = situation.templates;
  if (others.length > 0) return [];
  const parent = { file: 'parent.json', facts: only.facts, body: { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: {} } } } };
  const child = { ...only, nestedIn: { file: 'parent.json', logicalId: 'Nested' } };
  return [{ name: 'in a nested stack', situation: { ...situation, templates: [parent, child] }, expected: verdict === 'INSUFFICIENT_DATA' ? ANY : [verdict] }];
}

const STACK = 'NestedStack';

/**
 * The situation with a companion moved into a nested stack, as people do it: what it refers to is handed over by parameters, and what refers to it
 * reads outputs.
 */
export function movedIntoNestedStack(situation: Situation, { logicalId, resource, template }: Companion, condition = resource.Condition): Situation {
  const handedOver = new HandedOver();
  const moved: WrittenResource = { ...resource, Condition: undefined, Properties: handedOver.in(resource.Properties ?? {}) as Resources };
  const outputs = new Outputs(logicalId);
  const { [logicalId]: _moved, ...rest } = resourcesOf(template);
  const stack = { Type: 'AWS::CloudFormation::Stack', Condition: condition, Properties: { Parameters: handedOver.values } };
  const parent = { ...template, body: outputs.readBy(rewritten(template, { ...rest, [STACK]: stack }).body) };
  const child: TemplateInput = {
    file: `nested-in-${template.file}`,
    facts: template.facts,
    nestedIn: { file: template.file, logicalId: STACK },
    body: { Parameters: handedOver.parameters, Resources: { [logicalId]: moved }, Outputs: outputs.section },
  };
  return withTemplates(situation, template, [parent, child]);
}

/** What a resource takes from around it, as parameters of the stack that it moves to. */
class HandedOver {
  public readonly values: Record<string, unknown> = {};

  public get parameters(): object {
    return Object.fromEntries(Object.keys(this.values).map((name) => [name, { Type: 'String' }]));
  }

  public in(json: unknown): unknown {
    if (typeof json !== 'object' || json === null) return json;
    if (Array.isArray(json)) return json.map((item) => this.in(item));
    if (!isFunction(json)) return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, this.in(item)]));
    if ((json as { Ref?: unknown }).Ref === 'AWS::NoValue') return json;
    const name = `Given${Object.keys(this.values).length}`;
    this.values[name] = json;
    return { Ref: name };
  }
}

/** What others take from a resource, as outputs of the stack that it moves to. */
class Outputs {
  public readonly section: Record<string, object> = {};

  public constructor(private readonly logicalId: string) {}

  public readBy(json: unknown): unknown {
    if (typeof json !== 'object' || json === null) return json;
    if (Array.isArray(json)) return json.map((item) => this.readBy(item));
    if (isFunction(json)) {
      const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': sub } = json as { 'Ref'?: unknown; 'Fn::GetAtt'?: unknown; 'Fn::Sub'?: unknown };
      if (ref === this.logicalId) return { 'Fn::GetAtt': [STACK, this.named()] };
      if (Array.isArray(attribute) && attribute[0] === this.logicalId) return { 'Fn::GetAtt': [STACK, this.named(String(attribute[1]))] };
      if (typeof sub === 'string') return { 'Fn::Sub': this.inText(sub) };
      if (Array.isArray(sub)) return { 'Fn::Sub': [this.inText(String(sub[0])), ...sub.slice(1).map((variables) => this.readBy(variables))] };
    }
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, this.readBy(item)]));
  }

  private inText(text: string): string {
    return text.replace(/\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9.]+))?\}/g, (whole, id, attribute: string | undefined) =>
      (id === this.logicalId ? `\${${STACK}.${this.named(attribute)}}` : whole));
  }

  private named(attribute?: string): string {
    const name = `Its${(attribute ?? 'Name').replaceAll('.', '')}`;
    this.section[name] = { Value: attribute === undefined ? { Ref: this.logicalId } : { 'Fn::GetAtt': [this.logicalId, attribute] } };
    return `Outputs.${name}`;
  }
}
