import type { Situation } from './verdicts';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { defaultsOf } from '../../../src/guardrails/engine/evaluate';
import type { PropertyChange } from '../../../src/guardrails/engine/remediation';
import type { Resource } from '../../../src/guardrails/engine/resource';
import type { Rule } from '../../../src/guardrails/engine/rule';
import { obstacleTo } from '../../../src/guardrails/remediation/apply-change';
import { plannedChanges } from '../../../src/guardrails/remediation/planned-changes';

/** What users would supply. */
const SUPPLIES: Readonly<Record<string, string>> = {
  encryptionKey: 'arn:aws:kms:eu-west-1:111122223333:key/supplied',
  logBucket: 'supplied-logs',
  permissionsBoundary: 'arn:aws:iam::111122223333:policy/supplied',
  alarmTopic: 'arn:aws:sns:eu-west-1:111122223333:supplied',
  accessLogGroup: 'arn:aws:logs:eu-west-1:111122223333:log-group:supplied',
  cloudFrontWebAcl: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/supplied/1',
};

type Properties = Record<string, unknown>;

/**
 * A situation with what the rule's remediation would set in its subject, written into the template; undefined if it sets nothing or may not.
 * That constructs come out the same is shown by the tests of the Aspect.
 */
export function mended(rule: Rule, { judged = 'Subject', ...situation }: Situation): Situation | undefined {
  const planned = plannedFor(rule, { judged, ...situation });
  if (planned === undefined) return undefined;
  const { subject, changes } = planned;
  const properties = propertiesOf(situation.templates.find(({ file }) => file === subject.template.file)!.body, judged);
  if (changes.length === 0 || changes.some((change) => obstacleTo(change, properties) !== undefined)) return undefined;
  return {
    ...situation,
    judged,
    templates: situation.templates.map((template) => (template.file === subject.template.file
      ? { ...template, body: changed(template.body, judged, changes) } : template)),
  };
}

/** Where the rule's remediation would write something else over what is there, unless it belongs together with the rest that it writes. */
export function overwritten(rule: Rule, situation: Situation): string[] {
  const { subject, changes } = plannedFor(rule, situation) ?? { changes: [] };
  return changes.filter(({ together }) => together !== true).filter(({ path, value }) => {
    const before = subject!.get(path);
    return !before.isAbsent && (before.textWith('') ?? JSON.stringify(before.json)) !== (typeof value === 'object' ? JSON.stringify(value) : String(value));
  }).map(({ path }) => `Properties.${path}`);
}

interface Planned {
  readonly subject: Resource;
  readonly changes: readonly PropertyChange[];
}

/** What the remediation would set in the subject; undefined if the rule does not know it. */
function plannedFor(rule: Rule, { judged = 'Subject', ...situation }: Situation): Planned | undefined {
  const app = new AppModel(situation.templates);
  const subject = app.declared(...rule.resourceTypes).find(({ logicalId }) => logicalId === judged);
  if (subject === undefined) return undefined;
  const { changes } = plannedChanges(subject, () => changesOf(rule, subject, { ...defaultsOf(rule), ...situation.options }));
  return { subject, changes };
}

function changesOf({ remediation }: Rule, subject: Resource, options: object): readonly PropertyChange[] {
  if (remediation?.kind === 'property') return remediation.changes(subject, options);
  if (remediation?.kind === 'supplied') return remediation.changes(subject, SUPPLIES[remediation.needs], options);
  return [];
}

function propertiesOf(body: unknown, logicalId: string): Properties {
  return (body as { Resources: Record<string, { Properties?: Properties }> }).Resources[logicalId].Properties ?? {};
}

function changed(body: unknown, logicalId: string, changes: readonly PropertyChange[]): object {
  const { Resources: resources } = body as { Resources: Record<string, object> };
  const properties = changes.reduce<unknown>((before, { path, value }) => withValue(before, path.split('.'), value), propertiesOf(body, logicalId));
  return { ...body as object, Resources: { ...resources, [logicalId]: { ...resources[logicalId], Properties: properties } } };
}

function withValue(json: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const object = (json ?? {}) as Properties;
  return { ...object, [step]: withValue(object[step], rest, value) };
}
