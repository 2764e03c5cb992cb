import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { every, violation } from '../../engine/violation';

interface Options {
  readonly leastPendingDays: number;
}

export const rule = defineRule<Options>({
  id: 'kms/not-scheduled-for-deletion',
  title: 'KMS keys survive changes of their stack',
  severity: 'critical',
  aboutDataLife: true,
  resourceTypes: ['AWS::KMS::Key'],
  controls: {
    fsbp: ['KMS.3'],
    pciDss4: [
      '3.5.1.1', '3.5.1.3', '3.6.1', '3.6.1.2', '3.6.1.3', '3.6.1.4', '3.7.1', '3.7.2', '3.7.4', '3.7.6', '3.7.7', '4.2.1.1',
    ],
    hipaa: ['164.308(a)(1)(ii)(B)'],
    nist80053r5: ['SA-9(6)', 'SC-12', 'SC-12(2)', 'SC-12(6)'],
    soc2: ['CC6.1', 'CC6.2'],
  },
  peers: {
    prowler: ['kms_cmk_not_deleted_unintentionally'],
    other: ['config:kms-cmk-not-scheduled-for-deletion', 'guard-stub:KMS_CMK_NOT_SCHEDULED_FOR_DELETION'],
  },
  rationale: 'When a key is deleted with its stack, or by a change that replaces it, everything that it encrypts is lost for good, backups included.',
  whenNotToUse: 'Stacks that are thrown away with all their data, such as those of a test run.',
  fix: 'Leave `removalPolicy` of the `kms.Key` at its default `RemovalPolicy.RETAIN`, and `pendingWindow` at 30 days.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
  ],
  absent: {
    means: 'CloudFormation schedules the key for deletion, with a waiting period of 30 days.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kms-key.html',
  },
  partly: 'Whether somebody schedules the key for deletion by hand.',
  options: {
    leastPendingDays: {
      type: 'number',
      description: 'The shortest waiting period before a deletion takes effect; the default is that of KMS, the longest there is.',
      default: 30,
    },
  },
  check: (key, _app, { leastPendingDays }) => every([
    () => judgePolicy(key, 'DeletionPolicy', ['Retain', 'RetainExceptOnCreate'], 'deleting the stack'),
    () => judgePolicy(key, 'UpdateReplacePolicy', ['Retain'], 'a change that replaces it'),
    () => {
      const days = key.get('PendingWindowInDays');
      const number = days.number();
      return number === undefined || number >= leastPendingDays ? 'COMPLIANT' : violation(days, `PendingWindowInDays is ${number}`);
    },
  ], (judge) => judge()),
  unreachable: { NOT_APPLICABLE: 'every key can be deleted' },
});

function judgePolicy(key: Resource, attribute: string, accepted: readonly string[], event: string): Outcome {
  const policy = key.attribute(attribute);
  if (policy.isAbsent) return violation(policy, `${attribute} is not set: ${event} deletes the key`);
  return policy.is(...accepted) ? 'COMPLIANT' : violation(policy, `${attribute} is ${shown(policy)}: ${event} deletes the key`);
}
