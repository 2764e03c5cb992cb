import type { AppModel } from '../../engine/app-model';
import { isIntrinsic } from '../../engine/intrinsics';
import type { Resource } from '../../engine/resource';
import { section } from '../../engine/template';
import { Value } from '../../engine/value';

/**
 * The resources of the app that name another one anywhere in their properties. A nested stack of the app that is given the name does
 * not count: what is in it does.
 */
export function resourcesThatName(target: Resource, app: AppModel): Resource[] {
  return app.declared(...app.types).filter((resource) => resource !== target
    && namedBy(resource, app).has(target) && app.nestedIn(resource) === undefined && resource.exists);
}

/**
 * Whether a resource of one of the types that count names it where no function of CloudFormation chooses what is named. Worth asking first:
 * to read whole resources is to ask for each of their parameters, and what is asked for so often is not known in the end.
 */
export function isPlainlyNamed(target: Resource, app: AppModel, counts: (type: string) => boolean): boolean {
  return app.declared(...app.types).some((resource) => resource !== target && resource.template === target.template && counts(resource.type)
    && app.nestedIn(resource) === undefined && plainlyNamedBy(resource, app).has(target.logicalId) && resource.exists);
}

/** Whether an output of any stack names it: who uses that may be outside the app. */
export function isInOutputs(target: Resource, app: AppModel): boolean {
  return app.templates.some((template) => Object.entries(template.outputs).some(([name, output]) =>
    targetsIn(new Value(template, section(output).Value, `Outputs.${name}.Value`)).includes(target)));
}

function plainlyNamedBy({ template, logicalId }: Resource, app: AppModel): ReadonlySet<string> {
  const written = section(section(template.input.body).Resources)[logicalId] as object;
  return app.once('logical ids that it names plainly', written, () => new Set(plainNamesIn(section(written).Properties)));
}

function plainNamesIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  if (!isIntrinsic(json)) return Object.values(json).flatMap(plainNamesIn);
  if (typeof json.Ref === 'string') return [json.Ref];
  const attribute = json['Fn::GetAtt'];
  return [typeof attribute === 'string' ? attribute.split('.') : attribute].flat().slice(0, 1).filter((name) => typeof name === 'string');
}

function namedBy(resource: Resource, app: AppModel): ReadonlySet<Resource> {
  return app.once('resources that it names', resource, () => new Set(targetsIn(resource.properties)));
}

function targetsIn(value: Value): Resource[] {
  if (value.isObject) return value.entries().flatMap(([, item]) => targetsIn(item));
  return value.isList ? value.list().flatMap(targetsIn) : value.sources();
}
