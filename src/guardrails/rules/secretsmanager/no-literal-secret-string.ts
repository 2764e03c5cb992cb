import { REFERENCE } from '../../../private/literal-text';
import { secretInDocument } from '../../../private/secret-detection/detect';
import type { AppModel } from '../../engine/app-model';
import { isSaidByProvider } from '../../engine/attributes';
import { DYNAMIC } from '../../engine/intrinsics';
import { Opaque } from '../../engine/resolved';
import type { TextPart } from '../../engine/resolved';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import { saysNoEcho } from '../cloudformation/no-echo-parameters';

export const rule = defineRule({
  id: 'secretsmanager/no-literal-secret-string',
  title: 'Secrets are generated or given at deployment, never written in the template',
  severity: 'critical',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3', 'S6'],
  },
  peers: {},
  rationale: 'What the template says is in the repository, in the build, in the staging bucket and in the console of CloudFormation: everybody who '
    + 'reads any of them has the secret.',
  whenNotToUse: 'Secrets that start with a placeholder which somebody replaces by hand: better leave the value out, `secretsmanager.Secret` '
    + 'then generates the placeholder.',
  fix: 'Use `generateSecretString`, or `secretStringValue` with an attribute of a resource or a `NoEcho` parameter (`SecretValue.cfnParameter`); '
    + 'never `SecretValue.unsafePlainText`. The key of a third party is put in after deployment, by `aws secretsmanager put-secret-value`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-secretsmanager-secret.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
  ],
  absent: {
    means: 'The secret is empty, or generated if GenerateSecretString is there.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-secretsmanager-secret.html',
  },
  check: (secret, app) => every([
    () => judgeSecretString(secret.get('SecretString'), app),
    () => judgeTemplate(secret.get('GenerateSecretString.SecretStringTemplate')),
  ], (judge) => judge()),
  unreachable: { NOT_APPLICABLE: 'every secret can have a value' },
});

function judgeSecretString(value: Value, app: AppModel): Outcome {
  if (value.isAbsent) return 'COMPLIANT';
  const parts = value.parts();
  if (parts === undefined) return unknown('text is expected here', value.location);
  // the location alone: what is written there belongs in no report
  if (parts.every((part) => typeof part === 'string')) return judgeText(parts.join(''), value);
  const found = secretInDocument(literalOf(parts));
  if (found !== undefined) return violation(value.location, `the value has ${found.kind} written in it`);
  return every(parts, (part) => (part instanceof Opaque ? judgeOpen(part, value, parts.length === 1, app) : 'COMPLIANT'));
}

function judgeText(text: string, value: Value): Outcome {
  if (text === '') return undefined;
  // the default of a parameter
  return /^\{\{resolve:[^}]*\}\}$/.test(text) ? 'COMPLIANT' : violation(value.location, 'the value is written in the template');
}

/** What is only known at deployment. */
function judgeOpen(part: Opaque, value: Value, isAll: boolean, app: AppModel): Outcome {
  const { why, key } = part;
  if (why === DYNAMIC || why.startsWith('AWS::') || isSaidByProvider(part)) return 'COMPLIANT';
  const [, file, name] = /^parameter (.*):([^:]*)$/s.exec(key) ?? [];
  const template = app.templates.find((each) => each.file === file);
  if (template === undefined) return unknown(why, value.location);
  if (saysNoEcho(template.parameters[name])) return 'COMPLIANT';
  // beside others it may be the user of a password, which anybody may see
  return isAll ? violation(value.location, `the parameter ${name} is not NoEcho: its value is shown`) : unknown(why, value.location);
}

function judgeTemplate(template: Value): Outcome {
  const parts = template.parts();
  if (parts === undefined) return 'COMPLIANT';
  const found = secretInDocument(literalOf(parts));
  if (found !== undefined) return violation(template.location, `what is not generated has ${found.kind} written in it`);
  const open = openPart(parts);
  return open === undefined ? 'COMPLIANT' : unknown(open.why, template.location);
}

function literalOf(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
}
