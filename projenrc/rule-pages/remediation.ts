import { COMPANIONS, companionLines } from './companions';
import { exampleOf, judgeCode } from './example';
import { code } from './markdown';
import { AppModel } from '../../src/guardrails/engine/app-model';
import { defaultsOf } from '../../src/guardrails/engine/evaluate';
import type { PropertyChange } from '../../src/guardrails/engine/remediation';
import type { Resource } from '../../src/guardrails/engine/resource';
import type { Rule } from '../../src/guardrails/engine/rule';

/** What rules ask for -> the prop of `Guardrails.enforce` that gives it. */
const SUPPLIED: Readonly<Record<string, string>> = {
  encryptionKey: 'encryptionKeyArn',
  logBucket: 'logBucketName',
  permissionsBoundary: 'permissionsBoundaryArn',
  alarmTopic: 'alarmTopicArn',
  accessLogGroup: 'accessLogGroupArn',
  cloudFrontWebAcl: 'cloudFrontWebAclArn',
};

/** What happens in the mode REMEDIATE. */
export function remediationLines(rule: Rule): string[] {
  const { remediation } = rule;
  if (remediation === undefined) return ['None: it takes a decision that only the author can make.'];
  if (remediation.kind === 'companion') return companionLines(remediation.adds, COMPANIONS[rule.id]);
  const changes = changesOf(rule);
  const sets = changes.length > 0 ? [':', '', ...changes.map(changeLine)] : [' what the rule asks for.'];
  if (remediation.kind === 'property') return [`In the mode \`EnforcementMode.REMEDIATE\` the synth sets${sets[0]}`, ...sets.slice(1)];
  const prop = SUPPLIED[remediation.needs];
  const given = prop === undefined ? `a value for ${code(remediation.needs)}` : `the prop ${code(prop)} of ${code('Guardrails.enforce')}`;
  return [`In the mode \`EnforcementMode.REMEDIATE\`, and with ${given}, the synth sets${sets[0]}`, ...sets.slice(1)];
}

function changeLine({ path, value }: PropertyChange): string {
  return `- ${code(path)} to ${code(JSON.stringify(value))}`;
}

/** What would be set on what the bad example makes, or on a resource without properties. */
function changesOf(rule: Rule): readonly PropertyChange[] {
  const example = exampleOf(rule);
  const options = { ...defaultsOf(rule), ...example?.options };
  const violating = example === undefined ? [] : judgeCode(rule, example.bad, example.options).judgements
    .flatMap(({ verdict, resource }) => (verdict === 'NON_COMPLIANT' && resource ? [resource] : []));
  const [first = bare(rule.resourceTypes[0])] = violating;
  if (rule.remediation?.kind === 'property') return rule.remediation.changes(first, options);
  return rule.remediation?.kind === 'supplied' ? rule.remediation.changes(first, `<${rule.remediation.needs}>`, options) : [];
}

function bare(type: string): Resource {
  const app = new AppModel([{ file: 'template.json', body: { Resources: { Example: { Type: type } } } }]);
  return app.templates[0].resources.get('Example')!;
}
