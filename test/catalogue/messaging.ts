import { at, Check, list, mustHave, unless } from './check';
import { allowsOf, deniesPlainHttp, isPublic, QUEUE_POLICIES, Statement, statementsOf, TOPIC_POLICIES } from './policies';
import type { Resource, Template } from './template';

const QUEUE = 'AWS::SQS::Queue';
const TOPIC = 'AWS::SNS::Topic';

/** A key that the account manages, not the one of AWS: in our templates, one of the resources or an ARN of a key. */
export function isCustomerKey(key: any, template: Template): boolean {
  return template.target(key)?.type === 'AWS::KMS::Key' || /^arn:[^:]+:kms:[^:]+:\d{12}:key\//.test(String(key));
}

function customerKey(key: string, type: string, path: string): Check {
  return {
    key,
    types: [type],
    problem: ({ properties }, template) => unless(isCustomerKey(at(properties, path), template), `${path} is ${at(properties, path)}`),
    refuses: { Resource: { Type: type, Properties: { [path]: 'alias/aws/service' } } },
  };
}

/** A policy of this resource denies plain HTTP. */
function tlsOnly(key: string, type: string, policies: string[], names: string, action: string): Check {
  return {
    key,
    types: [type],
    problem: (resource, template) => unless(
      template.of(...policies).filter(({ properties }) => list(properties[names]).some((name) => template.target(name) === resource))
        .flatMap(statementsOf).some((statement) => deniesPlainHttp(statement, action)),
      'plain HTTP is not denied',
    ),
  };
}

/** An entry about each allowing statement of these policies. */
function allowed(key: string, types: string[], wrong: (statement: Statement) => boolean, refused: object): Check {
  return {
    key,
    types,
    problem: (resource) => {
      const found = allowsOf(resource).filter(wrong);
      return unless(found.length === 0, found.map(({ principals, actions }) => `${principals}: ${actions}`).join('; '));
    },
    refuses: { Policy: { Type: types[0], Properties: { PolicyDocument: { Statement: { Effect: 'Allow', ...refused } } } } },
  };
}

function policyEntries(service: string, types: string[]): Check[] {
  return [
    allowed(`${service}/policy-not-public`, types, isPublic, { Principal: '*', Action: `${service}:*` }),
    allowed(`${service}/policy-no-allow-notaction`, types, ({ notActions }) => notActions.length > 0, { NotAction: `${service}:Publish` }),
    allowed(`${service}/policy-no-allow-notprincipal`, types, ({ notPrincipals }) => notPrincipals.length > 0, { NotPrincipal: { AWS: '444455556666' } }),
  ];
}

export const MESSAGING_CHECKS: Check[] = [
  {
    key: 'sqs/encrypted-at-rest',
    types: [QUEUE],
    problem: ({ properties }) => unless(properties.KmsMasterKeyId || properties.SqsManagedSseEnabled === true, 'not encrypted by the template'),
  },
  customerKey('sqs/cmk-encryption', QUEUE, 'KmsMasterKeyId'),
  tlsOnly('sqs/tls-only', QUEUE, QUEUE_POLICIES, 'Queues', 'sqs:AnyAction'),
  ...policyEntries('sqs', QUEUE_POLICIES),
  allowed('sqs/policy-no-wildcard-action', QUEUE_POLICIES, ({ actions }) => actions.some((action) => /^(\*|sqs:\*)$/i.test(action)), { Action: 'sqs:*' }),
  mustHave('sns/encrypted-at-rest', TOPIC, 'KmsMasterKeyId'),
  customerKey('sns/cmk-encryption', TOPIC, 'KmsMasterKeyId'),
  tlsOnly('sns/tls-only', TOPIC, TOPIC_POLICIES, 'Topics', 'sns:Publish'),
  ...policyEntries('sns', TOPIC_POLICIES),
  allowed('sns/policy-no-cross-account', TOPIC_POLICIES, ({ principals }) => principals.some((principal) => principal.startsWith('AWS:')), {
    Principal: { AWS: '444455556666' }, Action: 'sns:Publish',
  }),
  {
    key: 'sns/subscription-https',
    types: ['AWS::SNS::Subscription', TOPIC],
    problem: ({ properties }) => unless(![properties, ...list(properties.Subscription)].some(({ Protocol }) => Protocol === 'http'), 'delivers by plain HTTP'),
    refuses: { Subscription: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'http' } } },
  },
];

/** Dead-letter queues of another queue, a rule or a function. What a function's failure destination holds is work for a consumer. */
export function isDeadLetterQueue(queue: Resource, template: Template): boolean {
  const named = template.resources.flatMap(({ properties }) => [
    at(properties, 'RedrivePolicy.deadLetterTargetArn'), at(properties, 'DeadLetterConfig.TargetArn'),
    ...list(properties.Targets).map((target) => at(target, 'DeadLetterConfig.Arn')),
  ]);
  return named.some((arn) => template.target(arn) === queue);
}
