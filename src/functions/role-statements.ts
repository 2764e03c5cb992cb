import type * as iam from 'aws-cdk-lib/aws-iam';
import { literalText } from '../private/literal-text';

/**
 * Actions that AWS authorizes on all resources only, as the service authorization reference lists them (no resource type),
 * and the network interface actions whose resources Lambda itself creates.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ACTIONS_WITHOUT_RESOURCES = new Set([
  'xray:puttracesegments', 'xray:puttelemetryrecords', 'xray:getsamplingrules', 'xray:getsamplingtargets',
  'xray:getsamplingstatisticsummaries', 'cloudwatch:putmetricdata', 'sts:getcalleridentity', 'kms:generaterandom',
  'kms:listaliases', 'secretsmanager:getrandompassword', 'ecr:getauthorizationtoken', 's3:listallmybuckets',
  'ec2:createnetworkinterface', 'ec2:deletenetworkinterface', 'ec2:describenetworkinterfaces', 'ec2:describesubnets',
  'ec2:assignprivateipaddresses', 'ec2:unassignprivateipaddresses', 'ec2:describesecuritygroups', 'ec2:describevpcs',
  'ec2:getsecuritygroupsforvpc', 'ec2:describemanagedprefixlists',
]);

/** One statement of a policy document in a template, resolved. */
interface Statement {
  readonly Effect?: string;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
}

/** What makes a statement broader than one function needs, as a clause; undefined when it is exact. */
export function tooBroad(statement: Statement): string | undefined {
  if (statement.Effect === 'Deny') return undefined;
  if (statement.NotAction !== undefined) return 'NotAction allows every other action of AWS';
  if (statement.NotResource !== undefined) return 'NotResource allows every other resource';
  const actions = listOf(statement.Action);
  const wide = actions.find((action) => typeof action === 'string' && /^([a-z0-9-]*:)?\*+$/i.test(action));
  if (wide !== undefined) return `the action ${JSON.stringify(wide)} allows everything that ${wide === '*' ? 'AWS' : 'the service'} can do`;
  if (!listOf(statement.Resource).some(isEveryResource)) return undefined;
  const bound = actions.find((action) => typeof action === 'string' && !ACTIONS_WITHOUT_RESOURCES.has(action.toLowerCase()));
  return bound === undefined ? undefined : `${String(bound)} is allowed on every resource`;
}

/** The statements of a policy document, resolved. */
export function statementsOf(document: unknown): Statement[] {
  return listOf((document as { Statement?: unknown } | undefined)?.Statement) as Statement[];
}

/** The same for a statement that is about to be added; wildcards inside an action are refused too. */
export function statementTooBroad(statement: iam.PolicyStatement, resolve: (value: unknown) => unknown): string | undefined {
  const resolved = resolve(statement.toStatementJson()) as Statement;
  const wildcard = resolved.Effect === 'Deny'
    ? undefined
    : listOf(resolved.Action).find((action) => typeof action === 'string' && /[*?]/.test(action));
  return tooBroad(resolved) ?? (wildcard === undefined ? undefined : `the action ${JSON.stringify(wildcard)} grows with the service`);
}

/** `*`, and ARNs that name a service but no resource. */
function isEveryResource(resource: unknown): boolean {
  return /^([*?]+|arn:[^:]*:[^:]*:[^:]*:[^:]*:[*?]+)$/.test(literalText(resource));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
