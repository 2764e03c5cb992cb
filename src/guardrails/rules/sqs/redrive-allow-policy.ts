import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { violation } from '../../engine/violation';
import { isDeadLetterQueueOfQueue, objectOrText } from '../dead-letter-queues';

export const rule = defineRule({
  id: 'sqs/redrive-allow-policy',
  title: 'Dead-letter queues of SQS queues name the queues that may use them',
  severity: 'low',
  resourceTypes: ['AWS::SQS::Queue'],
  controls: {
    wellArchitected: ['SEC03-BP02'],
  },
  peers: {},
  rationale: 'By default every queue of the account can send its failed messages there: they mix, and whoever reads one sort reads the other.',
  whenNotToUse: 'A dead-letter queue that is shared by more than ten queues, which is the most that can be listed.',
  fix: 'Set `redriveAllowPolicy` on the dead-letter queue: `redrivePermission: sqs.RedrivePermission.BY_QUEUE`, and `sourceQueues` with '
    + 'queues of a fixed name, imported by `sqs.Queue.fromQueueArn`, because the two queues would refer to each other otherwise.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  ],
  absent: {
    means: 'redrivePermission is allowAll: every queue of the account in the region may use it.',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  },
  outsideDefault: 'a queue and its dead-letter queue that refer to each other are a cycle: it takes fixed names, which most apps rightly avoid',
  check: (queue, app) => {
    const policy = objectOrText(queue.get('RedriveAllowPolicy'));
    if (!policy.isAbsent && policy.get('redrivePermission').is('denyAll')) return 'COMPLIANT';
    return policy.isAbsent && !isDeadLetterQueueOfQueue(queue, app) ? 'NOT_APPLICABLE' : judge(queue);
  },
});

function judge(queue: Resource): Outcome {
  const policy = objectOrText(queue.get('RedriveAllowPolicy'));
  const permission = policy.get('redrivePermission');
  if (policy.isAbsent) return violation(policy, 'RedriveAllowPolicy is not set: every queue of the account may use it');
  if (permission.isAbsent) return violation(permission, 'redrivePermission is not set: every queue of the account may use it');
  if (!permission.is('byQueue')) return violation(permission, `redrivePermission is ${shown(permission)}`);
  const sources = policy.get('sourceQueueArns');
  return sources.isSet ? 'COMPLIANT' : violation(sources, 'it names no source queue');
}
