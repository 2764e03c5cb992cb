import type { AppModel } from '../../engine/app-model';
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

/** Whether an output of any stack names it: who uses that may be outside the app. */
export function isInOutputs(target: Resource, app: AppModel): boolean {
  return app.templates.some((template) => Object.entries(template.outputs).some(([name, output]) =>
    targetsIn(new Value(template, section(output).Value, `Outputs.${name}.Value`)).includes(target)));
}

function namedBy(resource: Resource, app: AppModel): ReadonlySet<Resource> {
  return app.once('resources that it names', resource, () => new Set(targetsIn(resource.properties)));
}

function targetsIn(value: Value): Resource[] {
  if (value.isObject) return value.entries().flatMap(([, item]) => targetsIn(item));
  return value.isList ? value.list().flatMap(targetsIn) : value.sources();
}
