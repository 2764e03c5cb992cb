import { SECRET_ATTRIBUTES } from '../../../private/secret-detection/secret-attributes';
import { Reference } from '../../engine/resolved';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'cloudformation/no-credentials-in-metadata',
  title: 'CloudFormation templates hold no credentials in the metadata of resources',
  severity: 'high',
  resourceTypes: [],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['CFN_AUTHENTICATION_RULE'],
    other: ['cfn_nag:W1'],
  },
  rationale: 'Everybody who may read the stack reads its metadata, in clear text; so do the instances, for as long as the stack is there.',
  whenNotToUse: 'Never: instances have roles.',
  fix: 'Give the instance a role that may read what it needs, and name it as `roleName` in `AWS::CloudFormation::Authentication` instead of a key; '
    + '`InitSource` and `InitFile` of the L2 do so for S3 by themselves.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-authentication.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/cfn-example_reference-secret.html',
  ],
  checkTemplate: (template) => every([...template.resources.values()].filter(({ exists }) => exists), judge),
  unreachable: { NOT_APPLICABLE: 'a template without such metadata holds no credentials in it' },
});

const AUTHENTICATION = 'AWS::CloudFormation::Authentication';

const CREDENTIALS = ['accessKeyId', 'secretKey', 'password'];

function judge(resource: Resource): Outcome {
  // also where it was put beside the metadata by mistake: it is in the template all the same
  const blocks = [resource.attribute('Metadata').at(AUTHENTICATION), resource.attribute(AUTHENTICATION)].flatMap((block) => block.entries());
  return every(blocks, ([, block]) => every(CREDENTIALS, (name) => judgeCredential(name, block.at(name), resource.logicalId)));
}

function judgeCredential(name: string, value: Value, logicalId: string): Outcome {
  // metadata takes no dynamic references to secrets: they stay what they are
  if (value.isAbsent || value.isDynamicReference) return 'COMPLIANT';
  const parts = value.parts() ?? unknown('text is expected here', value.location);
  const holds = parts.some((part) => part instanceof Reference && SECRET_ATTRIBUTES.has(`${part.resource.type}.${part.attribute}`));
  // the location alone: what is written there belongs in no report
  if (holds) return violation(`Resources.${logicalId}.${value.location}`, `${name} shows a credential in clear text`);
  if (parts.every((part) => part instanceof Reference)) return 'COMPLIANT';
  return value.text() === '' ? 'COMPLIANT' : violation(`Resources.${logicalId}.${value.location}`, `${name} is written in the template`);
}
