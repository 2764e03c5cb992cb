import { eachAllow, IDENTITY_TYPES } from './allowing-statements';
import { Opaque } from '../../engine/resolved';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule<{ readonly justified: readonly string[] }>({
  id: 'iam/no-wildcard-permissions',
  title: 'IAM policies have no wildcard in an action or a resource, except justified ones',
  severity: 'medium',
  resourceTypes: IDENTITY_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    cdkNag: ['IAMNoWildcardPermissions'],
    other: ['trivy:AWS-0057'],
  },
  rationale: 'A wildcard grants what nobody looked at: actions that AWS adds later, resources that others create under the same prefix.',
  whenNotToUse: 'Apps that use CDK grants: those write `Arn/*` for the objects of a bucket and `s3:GetObject*` for its actions.',
  fix: 'List exact `actions` and `resources` in the `iam.PolicyStatement`, and the wildcards that are needed in the option `justified`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  outsideDefault: 'CDK grants write wildcards for the objects of a bucket, the indexes of a table and groups of actions',
  divergences: [
    {
      peer: 'cdkNag:IAMNoWildcardPermissions',
      how: 'It looks for `*` only; `?` is a wildcard too. It fails on statements without `Action`.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/iam/IAMNoWildcardPermissions.ts',
    },
  ],
  options: {
    justified: {
      type: 'string[]',
      description: 'Actions and resources with wildcards that are accepted, as written, with references as `<LogicalId.Arn>`: `s3:List*`, `<Bucket.Arn>/*`',
      default: [],
    },
  },
  check: eachAllow('identity', (statement, _carrier, { justified }) => every(
    [...statement.value.at('Action').list(), ...statement.value.at('Resource').list()], (pattern) => judge(pattern, justified),
  )),
});

function judge(pattern: Value, justified: readonly string[]): Outcome {
  if (/[*?]/.test(pattern.textWith('') ?? '')) {
    const text = written(pattern);
    return justified.includes(text) ? 'COMPLIANT' : violation(pattern, `${text} has a wildcard`);
  }
  const open = openPart(pattern.parts() ?? []);
  if (open !== undefined) return unknown(open.why, pattern.location);
  return pattern.parts() === undefined ? unknown('text is expected here', pattern.location) : 'COMPLIANT';
}

/** The text with its references in angle brackets. */
function written(pattern: Value): string {
  return (pattern.parts() ?? []).map((part) => {
    if (typeof part === 'string') return part;
    if (part instanceof Opaque) return part.why.startsWith('AWS::') ? `<${part.why}>` : '<…>';
    return part.attribute === 'Ref' ? `<${part.resource.logicalId}>` : `<${part.resource.logicalId}.${part.attribute}>`;
  }).join('');
}
