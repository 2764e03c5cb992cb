import { at, Check, list, must, unless } from './check';
import { isAssumedBy } from './iam';
import { isCustomerKey } from './messaging';
import { allowsOf, isPublic } from './policies';
import type { Resource, Template } from './template';

const FUNCTION = 'AWS::Lambda::Function';
const PERMISSION = 'AWS::Lambda::Permission';
const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, those that have not reached their deprecation date. */
const RUNTIMES = /^(nodejs(22|24)\.x|python3\.1[2-4]|java(17|21|25)|dotnet(8|10)|ruby3\.[3-4]|provided\.al2023)$/;

/** What a credential looks like; our own detector is not asked about its own work. */
const CREDENTIAL = /A[KS]IA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|gh[pousr]_\w{36}|sk_live_\w{20}|xox[bap]-\w{10}|AIza[\w-]{35}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}/;
const CREDENTIAL_EXAMPLE = 'AKIA' + 'IOSFODNN7EXAMPL0';

/** The queue that feeds a mapping. */
function sourceOf(mapping: Resource, template: Template): Resource | undefined {
  return template.target(mapping.properties.EventSourceArn);
}

/** Seconds, 30 where the queue does not say. */
function visibilityOf(mapping: Resource, template: Template): number {
  return sourceOf(mapping, template)?.properties.VisibilityTimeout ?? 30;
}

function isOfQueue(mapping: Resource, template: Template): boolean {
  return sourceOf(mapping, template)?.type === 'AWS::SQS::Queue';
}

function ofQueue(key: string, problem: Check['problem'], mapping: object = {}): Check {
  return {
    key,
    types: [MAPPING],
    when: isOfQueue,
    problem,
    refuses: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } },
      Function: { Type: FUNCTION, Properties: { Timeout: 30 } },
      Mapping: { Type: MAPPING, Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Function' }, ...mapping } },
    },
  };
}

/** Invoked asynchronously by something in the template, or told how to be. */
function invokeConfigsOf(target: Resource, template: Template): Resource[] {
  return template.of('AWS::Lambda::EventInvokeConfig').filter(({ properties }) => template.target(properties.FunctionName) === target);
}

function isInvokedAsynchronously(target: Resource, template: Template): boolean {
  const isTarget = (arn: any) => template.target(arn) === target;
  return invokeConfigsOf(target, template).length > 0
    || template.of('AWS::Events::Rule').some(({ properties }) => list(properties.Targets).some(({ Arn }) => isTarget(Arn)))
    || template.of('AWS::SNS::Subscription').some(({ properties }) => properties.Protocol === 'lambda' && isTarget(properties.Endpoint))
    || template.of('AWS::S3::Bucket').some(({ properties }) => list(at(properties, 'NotificationConfiguration.LambdaConfigurations')).some(({ Function }) => isTarget(Function)));
}

function permission(key: string, problem: Check['problem'], properties: object): Check {
  return { key, types: [PERMISSION], problem, refuses: { Permission: { Type: PERMISSION, Properties: properties } } };
}

/** Not for everybody, or for everybody of an organization, an account or a source. */
function isBound({ Principal, PrincipalOrgID, OrganizationId, SourceAccount, SourceArn }: any): boolean {
  return Principal !== '*' || [PrincipalOrgID, OrganizationId, SourceAccount, SourceArn].some((bound) => bound !== undefined);
}

function alarmed(target: Resource, template: Template, metric: string): boolean {
  return template.of('AWS::CloudWatch::Alarm').some(({ properties }) => properties.MetricName === metric
    && list(properties.Dimensions).some(({ Name, Value }) => Name === 'FunctionName' && template.target(Value) === target));
}

export const LAMBDA_CHECKS: Check[] = [
  {
    ...permission('lambda/no-public-invoke-permission', (resource) => unless(isBound(resource.properties) && !allowsOf(resource).some(isPublic), 'everybody may use it'), {
      Principal: '*',
    }),
    types: [PERMISSION, 'AWS::Lambda::LayerVersionPermission', 'AWS::Lambda::ResourcePolicy'],
  },
  permission('lambda/service-permission-source-bound', ({ properties }) => unless(
    !/\.amazonaws\.com/.test(properties.Principal) || (properties.Principal === 's3.amazonaws.com' ? properties.SourceAccount : properties.SourceArn || properties.SourceAccount),
    `${properties.Principal} may invoke the function for anybody`,
  ), { Principal: 's3.amazonaws.com', SourceArn: 'arn:aws:s3:::bucket' }),
  permission('lambda/permission-invoke-action-only', ({ properties }) =>
    unless(/^lambda:InvokeFunction(Url)?$/.test(properties.Action), `allows ${properties.Action}`), { Action: 'lambda:*' }),
  permission('lambda/permission-event-source-token-not-plaintext', ({ properties }) =>
    unless(properties.EventSourceToken === undefined || /^\{\{resolve:/.test(properties.EventSourceToken), 'the token is in the template'), { EventSourceToken: 'skill' }),
  {
    key: 'lambda/supported-runtime',
    types: [FUNCTION],
    when: ({ properties }) => properties.PackageType !== 'Image',
    problem: ({ properties }) => unless(RUNTIMES.test(properties.Runtime), `runtime ${properties.Runtime}`),
  },
  {
    key: 'lambda/vpc-multi-az',
    types: [FUNCTION],
    when: ({ properties }) => properties.VpcConfig !== undefined,
    problem: ({ properties }, template) => {
      const zones = list(properties.VpcConfig.SubnetIds).map((subnet) => JSON.stringify(template.target(subnet)?.properties.AvailabilityZone));
      return unless(new Set(zones).size >= 2, 'in one zone');
    },
    refuses: { Function: { Type: FUNCTION, Properties: { VpcConfig: { SubnetIds: ['subnet-1'] } } } },
  },
  {
    key: 'lambda/dead-letter-target',
    types: [FUNCTION],
    problem: ({ properties }) => unless(at(properties, 'DeadLetterConfig.TargetArn'), 'no dead-letter target'),
  },
  {
    key: 'lambda/async-failure-destination',
    types: [FUNCTION],
    // a synchronous caller gets the error itself, and a queue keeps the message: Lambda never uses the destination
    when: isInvokedAsynchronously,
    problem: (target, template) => unless(
      invokeConfigsOf(target, template).some(({ properties }) => at(properties, 'DestinationConfig.OnFailure.Destination')), 'failed events are lost',
    ),
    refuses: {
      Function: { Type: FUNCTION },
      Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: { 'Fn::GetAtt': ['Function', 'Arn'] } }] } },
    },
  },
  ofQueue('lambda/sqs-visibility-timeout', (mapping, template) => unless(
    visibilityOf(mapping, template) >= 6 * (template.target(mapping.properties.FunctionName)?.properties.Timeout ?? 3),
    'messages become visible again while the function may still work on them',
  )),
  ofQueue('lambda/sqs-maximum-concurrency', ({ properties }) => unless(at(properties, 'ScalingConfig.MaximumConcurrency'), 'no maximum concurrency')),
  ofQueue('lambda/sqs-partial-batch-response', ({ properties }) => unless(
    properties.BatchSize === 1 || list(properties.FunctionResponseTypes).includes('ReportBatchItemFailures'), 'one failure repeats the batch',
  )),
  {
    key: 'lambda/reserved-concurrency',
    types: [FUNCTION],
    problem: ({ properties }) => unless(properties.ReservedConcurrentExecutions !== undefined, 'no reserved concurrency'),
  },
  {
    key: 'lambda/env-encrypted-with-cmk',
    types: [FUNCTION],
    when: ({ properties }) => Object.keys(at(properties, 'Environment.Variables') ?? {}).length > 0,
    problem: ({ properties }, template) => unless(isCustomerKey(properties.KmsKeyArn, template), 'environment under a key of AWS'),
    refuses: { Function: { Type: FUNCTION, Properties: { Environment: { Variables: { TABLE: 'orders' } } } } },
  },
  {
    key: 'lambda/no-secrets-in-env',
    types: [FUNCTION],
    problem: ({ properties }) => unless(!CREDENTIAL.test(JSON.stringify(properties.Environment ?? {})), 'a credential in the environment'),
    refuses: { Function: { Type: FUNCTION, Properties: { Environment: { Variables: { KEY: CREDENTIAL_EXAMPLE } } } } },
  },
  {
    key: 'lambda/no-secrets-in-code',
    types: [FUNCTION],
    problem: ({ properties }) => unless(!CREDENTIAL.test(String(at(properties, 'Code.ZipFile') ?? '')), 'a credential in the code'),
    refuses: { Function: { Type: FUNCTION, Properties: { Code: { ZipFile: `const key = "${CREDENTIAL_EXAMPLE}";` } } } },
  },
  {
    key: 'lambda/no-foreign-layers',
    types: [FUNCTION],
    problem: ({ properties }) => unless(
      list(properties.Layers).every((layer) => !/^arn:[^:]+:lambda:/.test(layer) || layer.includes(':111122223333:')), 'a layer of another account',
    ),
    refuses: { Function: { Type: FUNCTION, Properties: { Layers: ['arn:aws:lambda:eu-west-1:444455556666:layer:tools:1'] } } },
  },
  {
    key: 'lambda/code-signing',
    types: [FUNCTION],
    problem: ({ properties }, template) => unless(
      at(template.target(properties.CodeSigningConfigArn)?.properties, 'CodeSigningPolicies.UntrustedArtifactOnDeployment') === 'Enforce', 'unsigned code is taken',
    ),
  },
  {
    key: 'lambda/role-no-wildcards',
    types: ['AWS::IAM::Role', 'AWS::IAM::Policy'],
    when: (resource, template) => isAssumedBy(resource, template, 'lambda.amazonaws.com') && allowsOf(resource).length > 0,
    problem: (resource) => {
      const found = allowsOf(resource).filter(({ actions, resources }) => actions.includes('*') || resources.includes('*'));
      return unless(found.length === 0, found.map(({ actions }) => `${actions} on *`).join('; '));
    },
    refuses: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } } },
          Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' } } }],
        },
      },
    },
  },
  {
    key: 'lambda/one-role-per-function',
    types: [FUNCTION],
    problem: (target, template) => unless(
      template.target(target.properties.Role)
      && template.of(FUNCTION).filter((other) => template.target(other.properties.Role) === template.target(target.properties.Role)).length === 1,
      'shares its role',
    ),
  },
  {
    key: 'lambda/timeout-ceiling',
    types: [FUNCTION],
    // the ceilings that a template knows: API Gateway waits for 29 seconds, a queue for its visibility timeout
    when: (target, template) => callsOf(target, template).length > 0,
    problem: (target, template) => unless(
      callsOf(target, template).every((ceiling) => (target.properties.Timeout ?? 3) <= ceiling), `runs for ${target.properties.Timeout} seconds`,
    ),
    refuses: {
      Function: { Type: FUNCTION, Properties: { Timeout: 60 } },
      Permission: { Type: PERMISSION, Properties: { FunctionName: { Ref: 'Function' }, Principal: 'apigateway.amazonaws.com' } },
    },
  },
  {
    ...must('lambda/recursive-loop-terminate', FUNCTION, 'RecursiveLoop', 'Terminate'),
    refuses: { Function: { Type: FUNCTION, Properties: { RecursiveLoop: 'Allow' } } },
  },
  {
    key: 'cloudwatch/function-error-alarms',
    types: [FUNCTION],
    problem: (target, template) => {
      const missing = ['Errors', 'Throttles'].filter((metric) => !alarmed(target, template, metric));
      return unless(missing.length === 0, `no alarm on ${missing}`);
    },
  },
];

function callsOf(target: Resource, template: Template): number[] {
  return [
    ...template.of(PERMISSION).filter(({ properties }) => properties.Principal === 'apigateway.amazonaws.com'
      && template.target(properties.FunctionName) === target).map(() => 29),
    ...template.of(MAPPING).filter((mapping) => isOfQueue(mapping, template) && template.target(mapping.properties.FunctionName) === target)
      .map((mapping) => visibilityOf(mapping, template)),
  ];
}
