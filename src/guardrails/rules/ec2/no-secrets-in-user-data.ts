import { REFERENCE } from '../../../private/literal-text';
import { secretInShell } from '../../../private/secret-detection/detect';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import type { Template } from '../../engine/template';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import { secretReferredTo } from '../plain-variables';

/** Where each type says how an instance starts. */
const STARTS: Readonly<Record<string, (resource: Resource) => readonly Value[]>> = {
  'AWS::AutoScaling::LaunchConfiguration': (configuration) => [configuration.properties],
  'AWS::EC2::Instance': (instance) => [instance.properties],
  'AWS::EC2::LaunchTemplate': (template) => [template.get('LaunchTemplateData')],
  'AWS::EC2::SpotFleet': (fleet) => fleet.get('SpotFleetRequestConfigData.LaunchSpecifications').list(),
  'AWS::Lightsail::Instance': (instance) => [instance.properties],
};

export const rule = defineRule({
  id: 'ec2/no-secrets-in-user-data',
  title: 'The user data of EC2 instances holds no credentials',
  severity: 'critical',
  resourceTypes: Object.keys(STARTS),
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3'],
  },
  peers: {
    checkov: ['CKV_AWS_46'],
    prowler: ['autoscaling_find_secrets_ec2_launch_configuration', 'ec2_instance_secrets_user_data', 'ec2_launch_template_no_secrets'],
    other: ['trivy:AWS-0029'],
  },
  rationale: 'Every process on the instance reads its user data, and so does everybody who may describe the instance; nobody rotates what is in it.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Give the instance a role that may read the secret, and have the script fetch it: `aws secretsmanager get-secret-value --secret-id ...`.',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  ],
  partly: 'Values that are only given at deployment (parameters without NoEcho, imports) are INSUFFICIENT_DATA.',
  check: (resource) => every(STARTS[resource.type](resource), (start) => judge(start, resource.template)),
});

function judge(start: Value, template: Template): Outcome {
  const data = start.at('UserData');
  if (data.isAbsent) return 'NOT_APPLICABLE';
  const parts = data.parts() ?? unknown('text is expected here', data.location);
  const script = parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
  const holds = secretReferredTo(parts, start.raw('UserData'), template) ?? secretInShell(script)?.kind;
  // the location alone: what is written there belongs in no report
  if (holds !== undefined) return violation(data.location, `it holds ${holds}`, holds);
  const open = openPart(parts);
  return open === undefined ? 'COMPLIANT' : unknown(open.why, data.location);
}
