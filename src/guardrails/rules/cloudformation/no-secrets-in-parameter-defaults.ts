import { saysNoEcho } from './no-echo-parameters';
import { secretInVariable } from '../../../private/secret-detection/detect';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { section } from '../../engine/template';
import { unknown } from '../../engine/unknown';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'cloudformation/no-secrets-in-parameter-defaults',
  title: 'Parameters of CloudFormation stacks have no credentials as their defaults',
  severity: 'high',
  resourceTypes: [],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3'],
  },
  peers: {},
  rationale: 'The template is in the repository, in the bucket of the pipeline and in the answer to `GetTemplate`, and so is every default: `NoEcho` '
    + 'hides what is given at deployment, not what is written there. Stacks that nobody gives another value all have the same credential.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Leave the default out, or better the parameter: have Secrets Manager generate the value (`secretsmanager.Secret`) and refer to the secret.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
  ],
  checkTemplate: ({ parameters }) => every(Object.keys(parameters), (name) => judge(name, section(parameters[name]))),
  unreachable: { NOT_APPLICABLE: 'a template without parameters has no credentials in their defaults' },
});

function judge(name: string, declaration: Record<string, unknown>): Outcome {
  // Systems Manager keeps the value, the template says under which name
  if (typeof declaration.Type === 'string' && declaration.Type.startsWith('AWS::SSM::Parameter::Value')) return 'COMPLIANT';
  // what is not to be echoed is a secret whatever it is called
  const names = saysNoEcho(declaration) ? [name, 'password'] : [name];
  const { Default: value = '' } = declaration;
  if (typeof value === 'object') return unknown('text is expected here', `Parameters.${name}.Default`);
  const found = names.map((each) => secretInVariable(each, String(value))).find((finding) => finding !== undefined);
  // the location alone: what is written there belongs in no report
  return found === undefined ? 'COMPLIANT' : violation(`Parameters.${name}.Default`, `the default is ${found.kind}`);
}
