import { identityStatementsOf, roleNamed } from './execution-roles';
import { matchesWildcard } from '../../engine/policy/action-patterns';
import { isEveryResource } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { some, violation } from '../../engine/violation';

const LOG_GROUP = 'AWS::Logs::LogGroup';
const WRITING = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export const rule = defineRule({
  id: 'lambda/role-can-write-logs',
  title: 'Execution roles of Lambda functions may write the logs of the function',
  severity: 'low',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {
    owaspServerless: ['S10'],
  },
  peers: {
    other: ['cfn_nag:W58'],
  },
  rationale: 'A function whose role cannot write logs runs blind: errors, attacks and its own audit messages leave no trace.',
  whenNotToUse: 'Functions that deliberately log elsewhere.',
  fix: 'Leave `role` out; or add `iam.ManagedPolicy.fromAwsManagedPolicyName(\'service-role/AWSLambdaBasicExecutionRole\')`, or '
    + '`logGroup.grantWrite(role)`.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  ],
  partly: 'What managed policies outside the app allow, except those of AWS that are known to allow it; what a permissions boundary takes away.',
  check: (fn, app) => {
    const role = roleNamed(fn.get('Role'), app) ?? unknown('the role is not in the app', fn.get('Role').location);
    const { statements, maybeMore } = identityStatementsOf(role, app);
    if (some(statements, forbids)) return violation('Properties.Role', 'a statement denies its role to write logs');
    const managed = role.get('ManagedPolicyArns').list().map((arn) => arn.textWith('…') ?? '');
    if (managed.some((arn) => WRITES_LOGS.test(arn))) return 'COMPLIANT';
    const allows = (statement: Statement, action: string): boolean => statement.allows && statement.covers(action) && reachesLogsOf(fn, statement);
    if (WRITING.every((action) => some(statements, (statement) => allows(statement, action)))) return 'COMPLIANT';
    const foreign = role.get('ManagedPolicyArns').list().find((arn) => arn.target() === undefined)?.textWith('…');
    if (maybeMore !== undefined || foreign !== undefined) return unknown(maybeMore ?? `what the policy ${foreign} allows is not known`);
    return violation('Properties.Role', 'nothing allows its role to write logs');
  },
  unreachable: {
    NOT_APPLICABLE: 'every function has a role',
  },
});

/** Managed policies of AWS: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
const WRITES_LOGS = new RegExp(':iam::aws:policy/(?:AdministratorAccess|PowerUserAccess|CloudWatchLogsFullAccess|AWSLambdaExecute'
  + '|service-role/AWSLambda(?:Basic|VPCAccess|Kinesis|DynamoDB|SQSQueue|MSK)ExecutionRole)$');

function forbids(statement: Statement): boolean {
  return !statement.allows && !statement.isConditional && WRITING.some((action) => statement.covers(action)) && statement.isForEveryResource;
}

function reachesLogsOf(fn: Resource, statement: Statement): boolean {
  return !statement.hasNotResource && some(statement.resources, (resource) => isEveryResource(resource) || isGroupOf(fn, resource));
}

/** Stands for a name that CloudFormation generates. */
const GENERATED = '<generated>';

function isGroupOf(fn: Resource, resource: Value): boolean {
  const own = fn.get('LoggingConfig').get('LogGroup');
  const group = resource.targets().find(({ type }) => type === LOG_GROUP);
  // not by their names: those that CloudFormation generates are not known, but differ
  if (group !== undefined && own.target()?.type === LOG_GROUP) return own.target() === group;
  const pattern = group === undefined ? /:log-group:(.+?)(?::\*|:log-stream:.*)?$/.exec(resource.key ?? '')?.[1] : nameOf(group);
  if (pattern === undefined) return false;
  const name = nameOfGroup(fn, own);
  if (matchesWildcard(pattern, name)) return true;
  return pattern.includes('<') || name.includes('<') ? unknown('whether it is the log group of the function is not known', resource.location) : false;
}

function nameOfGroup(fn: Resource, own: Value): string {
  if (own.isAbsent) return `/aws/lambda/${fn.get('FunctionName').key ?? GENERATED}`;
  const group = own.target();
  return group === undefined ? own.key ?? GENERATED : nameOf(group);
}

function nameOf(group: Resource): string {
  return group.get('LogGroupName').key ?? GENERATED;
}
