import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'cloudformation/termination-protection',
  title: 'CloudFormation stacks are protected against deletion',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: [],
  controls: {
    fsbp: ['CloudFormation.3'],
    wellArchitected: ['REL09-BP03'],
  },
  peers: {
    prowler: ['cloudformation_stacks_termination_protection_enabled'],
    other: ['config:cloudformation-termination-protection-check'],
  },
  rationale: 'One wrong command deletes the stack with everything in it that is not retained, and the address of what is left behind.',
  whenNotToUse: 'Stacks of development and tests, which are made and removed every day.',
  fix: 'Set `terminationProtection: true` in the props of the `Stack`, or `stack.terminationProtection = true` later; to delete it one day, take that '
    + 'back and deploy first.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html#cloudformation-3',
  ],
  absent: {
    means: 'Termination protection is disabled on stacks.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
  },
  partly: 'It is a setting of the stack, which CDK knows and a template alone does not tell.',
  outsideDefault: 'stacks of development and tests must be deletable, and nothing tells which those are; tables, buckets and keys have protection of their own',
  checkTemplate: (template) => {
    const { terminationProtection } = template.root.facts;
    if (terminationProtection === true) return 'COMPLIANT';
    // a nested stack has the protection of its root, which is judged itself
    if (template.parent !== undefined) return 'NOT_APPLICABLE';
    return terminationProtection === false ? violation('', 'termination protection is off') : unknown('whether the stack is protected is not in the template');
  },
});
