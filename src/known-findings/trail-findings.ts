import type { KnownRule, KnownWildcards } from './catalogue';
import { REASONS } from './reasons';
import { AuditTrail } from '../detection/audit-trail';

const DELIVERY_ROLE = { owner: isTrail, at: 'DeliveryRole/Resource', type: 'AWS::IAM::Role' };
const UNDELIVERED = { owner: isTrail, at: 'TamperAlert/Undelivered/Resource', type: 'AWS::SQS::Queue' };

/** Findings on audit trails; their bucket is found as every `SecureBucket` is. */
export const TRAIL_RULES: KnownRule[] = [
  { ...DELIVERY_ROLE, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  { ...UNDELIVERED, rules: ['SQSRedrivePolicy', 'SQS3'], reason: REASONS.deadLetterQueue },
];

export const TRAIL_WILDCARDS: KnownWildcards[] = [{
  ...DELIVERY_ROLE,
  wildcards: [{
    resource: (text) => /^arn:[^*]+:logs:[^*]+:log-group:<\w+>:log-stream:[^*]+\*$/.test(text),
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    reason: REASONS.trailStreams,
  }],
}];

function isTrail(each: unknown): boolean {
  return each instanceof AuditTrail;
}
