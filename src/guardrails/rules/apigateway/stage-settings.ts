import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import type { Outcome, Rule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation, which } from '../../engine/violation';

export const DEPLOYMENT = 'AWS::ApiGateway::Deployment';

/** The types that make a stage of a REST API: a deployment does if it names or describes one. */
export const REST_STAGES: readonly string[] = ['AWS::ApiGateway::Stage', DEPLOYMENT];

type Check = NonNullable<Rule['check']>;

/** Where the settings of a stage stand below the properties of the resource that makes it, with a dot at the end. */
export function prefixOf(resource: Resource): string {
  return resource.type === DEPLOYMENT ? 'StageDescription.' : '';
}

/** A check of a stage, whichever resource makes it. */
export function ofStage(checkAt: (prefix: string) => Check): Check {
  const ofResource = checkAt('');
  const ofDescription = checkAt('StageDescription.');
  return (resource, app, options) => {
    if (resource.type !== DEPLOYMENT) return ofResource(resource, app, options);
    const makesStage = !resource.get('StageName').isAbsent || !resource.get('StageDescription').isAbsent;
    return makesStage ? ofDescription(resource, app, options) : 'NOT_APPLICABLE';
  };
}

/** All settings of methods: those listed, and those that a deployment describes for all methods of its stage. */
export function methodSettings(resource: Resource, prefix: string): readonly Value[] {
  const listed = resource.get(`${prefix}MethodSettings`).list();
  return prefix === '' ? listed : [resource.get('StageDescription'), ...listed];
}

/** The settings that hold for every method. */
function settingsForAllMethods(resource: Resource, prefix: string): readonly Value[] {
  const listed = which(resource.get(`${prefix}MethodSettings`).list(), isForAllMethods);
  return prefix === '' ? listed : [resource.get('StageDescription'), ...listed];
}

/** What a setting of one method says of a member, or else those for all methods, in case that it takes it over. */
export function ownOrShared(setting: Value, member: string, resource: Resource, prefix: string): Value {
  const own = setting.at(member);
  return own.isAbsent ? given(settingsForAllMethods(resource, prefix), member)[0] ?? own : own;
}

function settingsOfSingleMethods(resource: Resource, prefix: string): readonly Value[] {
  return which(resource.get(`${prefix}MethodSettings`).list(), (setting) => !isForAllMethods(setting));
}

function isForAllMethods(setting: Value): boolean {
  return setting.at('HttpMethod').is('*') && setting.at('ResourcePath').is('/*');
}

/** What settings say of one member, where they say anything. */
export function given(settings: readonly Value[], member: string): readonly Value[] {
  return settings.map((setting) => setting.at(member)).filter((value) => !value.isAbsent);
}

/**
 * Some setting for all methods gives a member, and no setting of a single method undoes it. One that leaves the member out may: AWS does not
 * say whether it takes what holds for all methods or the service's default, and some saw the default.
 * https://github.com/DianaIonita/serverless-api-gateway-throttling/issues/16
 */
export function everyMethodHas(member: string, prefix: string, holds: (value: Value) => boolean): Check {
  const judge = (value: Value): Outcome => (holds(value) ? 'COMPLIANT' : violation(value, `${member} is ${shown(value)}`));
  return (stage) => every([
    () => every(given(methodSettings(stage, prefix), member), judge),
    () => {
      if (given(settingsForAllMethods(stage, prefix), member).length > 0) return 'COMPLIANT'; // judged already
      return violation(stage.get(`${prefix}MethodSettings`).location, `no setting for all methods gives ${member}`, member);
    },
    () => every(settingsOfSingleMethods(stage, prefix), (setting) => (setting.at(member).isAbsent
      ? unknown(`whether a setting of one method without ${member} takes that of all methods`, setting.location)
      : 'COMPLIANT')), // judged already
  ], (part) => part());
}
