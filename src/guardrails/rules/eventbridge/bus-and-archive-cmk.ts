import { defineRule } from '../../engine/rule';
import { every, violation } from '../../engine/violation';
import { judgeKey } from '../kms/customer-managed-key';

export const rule = defineRule({
  id: 'eventbridge/bus-and-archive-cmk',
  title: 'Event buses and archives encrypt with a KMS key of their owner, and archives forget',
  severity: 'medium',
  resourceTypes: ['AWS::Events::EventBus', 'AWS::Events::Archive'],
  controls: {
    wellArchitected: ['SEC08-BP02', 'SEC07-BP04'],
    owaspServerless: ['S3'],
  },
  peers: {},
  rationale: 'An archive without a limit keeps every event for ever, personal data included; with a key of your own, reading it needs a second '
    + 'permission, and disabling the key closes it at once.',
  whenNotToUse: 'Events without sensitive data; buses on which EventBridge discovers schemas, which it cannot with a key.',
  fix: 'Set `kmsKey` on the `events.EventBus`, and `kmsKey` and `retention` on a `new events.Archive(...)`: `bus.archive()` takes a `kmsKey` too, but '
    + 'does not hand it on.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-archive.html',
  ],
  absent: {
    means: 'EventBridge encrypts with a key that AWS owns, and archives keep events indefinitely.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-archive.html',
  },
  outsideDefault: 'every key costs money, and EventBridge encrypts without one too',
  check: (resource) => every([
    () => judgeKey(resource.get('KmsKeyIdentifier'), 'KmsKeyIdentifier'),
    () => {
      if (resource.type !== 'AWS::Events::Archive') return 'NOT_APPLICABLE';
      const days = resource.get('RetentionDays');
      if (days.isAbsent) return violation(days, 'RetentionDays is not set: events are kept for ever');
      return days.number()! > 0 ? 'COMPLIANT' : violation(days, `RetentionDays is ${days.number()}: events are kept for ever`);
    },
  ], (judge) => judge()),
  remediation: {
    kind: 'supplied',
    needs: 'encryptionKey',
    changes: (resource, key) => (judgeKey(resource.get('KmsKeyIdentifier'), 'KmsKeyIdentifier') === 'COMPLIANT' ? [] : [{ path: 'KmsKeyIdentifier', value: key }]),
  },
  unreachable: { NOT_APPLICABLE: 'every bus and archive can have a key' },
});
