import type { IConstruct } from 'constructs';
import { ifWithout, KnownRule, KnownWildcard, KnownWildcards, Subject } from './catalogue';
import { isCustomResourceFunction, isPrefixListFunction, isUploadFunction } from './custom-resource-functions';
import { REASONS } from './reasons';
import { templateText } from './template-text';
import { JwtAuthorizer } from '../api/jwt/jwt-authorizer';
import { SecureFunction } from '../functions/secure-function';

const FUNCTION = { owner: isFunction, at: 'Resource/Resource', type: 'AWS::Lambda::Function' };
const POLICY = { at: 'Role/DefaultPolicy/Resource', type: 'AWS::IAM::Policy' };

const TRACES = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
const OBJECTS = ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:DeleteObject'];

/** Findings on functions, those in VPCs and of custom resources included, and on their roles. */
export const FUNCTION_RULES: KnownRule[] = [
  { owner: isFunction, ...POLICY, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  { ...FUNCTION, rules: ['LambdaConcurrency'], reason: ifWithout('ReservedConcurrentExecutions', REASONS.concurrency) },
  {
    ...FUNCTION,
    rules: ['LambdaInsideVPC'],
    reason: (subject) => ifWithout('VpcConfig', whyOutsideVpc(subject.owner))(subject),
  },
  { ...FUNCTION, rules: ['LambdaDLQ'], reason: whyNoDeadLetters },
  {
    owner: isFunction,
    at: 'Resource/*/Resource',
    type: 'AWS::Lambda::EventSourceMapping',
    rules: ['LambdaEventSourceMappingDestination'],
    reason: ({ resource, properties, app }) => (app.isOurQueue(resource, templateText(properties.EventSourceArn)) ? REASONS.queueMapping : undefined),
  },
];

/** What grants allow on a star. */
const GRANTED: KnownWildcard[] = [
  { resource: (text, { resource, app }) => app.objectsIn(resource, text) === '*', actions: OBJECTS, reason: REASONS.bucketGrant },
  { resource: (text, { resource, app }) => /^[^*?]+\/\*$/.test(app.objectsIn(resource, text) ?? ''), actions: OBJECTS, reason: REASONS.folderGrant },
  {
    resource: (text, { resource, app }) => /^[A-Z]+\/./.test(app.routeIn(resource, text) ?? ''),
    actions: ['execute-api:Invoke'],
    reason: REASONS.routeGrant,
  },
  {
    resource: (text, { resource, app }) => /^(POST|GET|DELETE)\/@connections\/\*$/.test(app.routeIn(resource, text) ?? ''),
    actions: ['execute-api:ManageConnections'],
    reason: REASONS.connectionGrant,
  },
];

export const FUNCTION_WILDCARDS: KnownWildcards[] = [
  {
    ...POLICY,
    owner: (each) => isFunction(each) && !isPrefixListFunction(each),
    wildcards: [{ resource: (text) => text === '*', actions: TRACES, reason: REASONS.traces }, ...GRANTED],
  },
  {
    ...POLICY,
    owner: isPrefixListFunction,
    wildcards: [{ resource: (text) => text === '*', actions: [...TRACES, 'ec2:DescribeManagedPrefixLists'], reason: REASONS.prefixListsAndTraces }],
  },
];

function whyOutsideVpc(owner: IConstruct): string {
  if (isUploadFunction(owner)) return REASONS.uploadOutsideVpc;
  if (isCustomResourceFunction(owner)) return REASONS.customResourceOutsideVpc;
  return owner.node.scope instanceof JwtAuthorizer ? REASONS.verifierOutsideVpc : REASONS.functionOutsideVpc;
}

function isFunction(each: unknown): each is SecureFunction {
  return each instanceof SecureFunction;
}

function whyNoDeadLetters({ owner, properties, app }: Subject): string | undefined {
  if (properties.DeadLetterConfig !== undefined || !isFunction(owner)) return undefined;
  if (isCustomResourceFunction(owner)) return REASONS.customResourceFailure;
  if (owner.node.tryFindChild('AsyncInvoke')) return REASONS.failureDestination;
  return app.isInvokedAsynchronously(owner.lambdaFunction) ? undefined : REASONS.synchronous;
}
