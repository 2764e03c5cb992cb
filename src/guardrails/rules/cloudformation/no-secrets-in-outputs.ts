import { REFERENCE } from '../../../private/literal-text';
import { secretInVariable } from '../../../private/secret-detection/detect';
import { holds } from '../../engine/conditions';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { section } from '../../engine/template';
import type { Template } from '../../engine/template';
import { unknown } from '../../engine/unknown';
import { Value, openPart } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import { isCutFromHarmless } from '../cut-text';
import { secretReferredTo } from '../plain-variables';

export const rule = defineRule({
  id: 'cloudformation/no-secrets-in-outputs',
  title: 'Outputs of CloudFormation stacks show no credentials',
  severity: 'critical',
  resourceTypes: [],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3'],
  },
  peers: {
    prowler: ['cloudformation_stack_outputs_find_secrets'],
  },
  rationale: 'Outputs stand in the console, in the logs of the pipeline and in the answer to `DescribeStacks`, which nearly every role may call.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Keep the value in Secrets Manager or as an SSM SecureString, and put its name or ARN into the `CfnOutput`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  partly: 'Values that are only given at deployment (parameters without NoEcho, imports) are INSUFFICIENT_DATA.',
  checkTemplate: (template) => every(Object.entries(template.outputs), ([name, output]) => judge(name, section(output), template)),
  unreachable: { NOT_APPLICABLE: 'a template without outputs shows no credentials in them' },
});

function judge(name: string, output: Record<string, unknown>, template: Template): Outcome {
  if (typeof output.Condition === 'string' && !holds(output.Condition, template)) return 'COMPLIANT';
  const value = new Value(template, output.Value, `Outputs.${name}.Value`);
  const shown = secretIn(name, output, value, template);
  // the location alone: what is written there belongs in no report
  if (shown !== undefined) return violation(value.location, `the output shows ${shown}`);
  const open = openPart(value.parts() ?? []);
  return open === undefined || isCutFromHarmless(name, output.Value, template) ? 'COMPLIANT' : unknown(open.why, value.location);
}

function secretIn(name: string, output: Record<string, unknown>, value: Value, template: Template): string | undefined {
  const parts = value.parts() ?? [];
  const text = parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
  return secretReferredTo(parts, output.Value, template) ?? secretInVariable(name, text)?.kind;
}
