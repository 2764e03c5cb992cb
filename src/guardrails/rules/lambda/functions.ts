import type { AppModel, NamingResources } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';

export const FUNCTION = 'AWS::Lambda::Function';

const ALIAS = 'AWS::Lambda::Alias';
const VERSION = 'AWS::Lambda::Version';

/** Whether the code comes as a container image. Gives up where it may. */
export function isImage(fn: Resource): boolean {
  const kind = fn.get('PackageType');
  if (!kind.isAbsent) return kind.is('Image');
  const code = fn.get('Code');
  // the path of a folder, which `aws cloudformation package` uploads as an archive
  if (code.isKnown && !code.isObject) return false;
  // with an image, Lambda refuses a runtime
  if (code.whyUnknown !== undefined) return fn.get('Runtime').isAbsent ? unknown(code.whyUnknown, code.location) : false;
  return !code.get('ImageUri').isAbsent;
}

/** Whether the function runs on instances of a capacity provider, which has the network and the scaling limits. */
export function runsOnCapacityProvider(fn: Resource): boolean {
  return !fn.get('CapacityProviderConfig').isAbsent;
}

/** The function of the app that a value names, also by one of its aliases or versions. Gives up where it may be one. */
export function functionNamed(value: Value, app: AppModel): Resource | undefined {
  const target = value.target();
  if (target?.type === ALIAS || target?.type === VERSION) return functionNamed(target.get('FunctionName'), app);
  return app.meantBy(value, FUNCTION);
}

/** The resources of a type that name a function in a property, or one of its aliases or versions. */
export function namingFunction(fn: Resource, app: AppModel, type: string, path: string): NamingResources {
  const qualified = [ALIAS, VERSION].map((qualifier) => app.naming(fn, qualifier, 'FunctionName'));
  const found = [fn, ...qualified.flatMap(({ resources }) => resources)].map((target) => app.naming(target, type, path));
  return {
    resources: [...new Set(found.flatMap(({ resources }) => resources))],
    maybeMore: found.find(({ maybeMore }) => maybeMore !== undefined)?.maybeMore,
  };
}
