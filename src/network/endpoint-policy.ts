import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { AwsService } from './aws-service';
import { literalText } from '../private/literal-text';
import type { Protection } from '../private/seal';
import { Statement, statementsOf } from '../private/sealed-policy';

/** A statement of an emitted endpoint policy. */
interface EndpointStatement extends Statement {
  readonly Resource?: unknown;
}

/** Whose principals and resources an endpoint serves: this account's, or an organization's. */
interface Owner {
  readonly principalKey: string;
  readonly resourceKey: string;
  readonly id: string;
}

/**
 * The statements of an endpoint policy: stolen credentials of another account cannot be used inside the VPC, and code in it
 * cannot carry data to resources of another account.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * @see https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html
 */
export function endpointPolicy(service: AwsService, organizationId: string | undefined): iam.PolicyStatement[] {
  const owner: Owner = organizationId === undefined
    ? { principalKey: 'aws:PrincipalAccount', resourceKey: 'aws:ResourceAccount', id: Aws.ACCOUNT_ID }
    : { principalKey: 'aws:PrincipalOrgID', resourceKey: 'aws:ResourceOrgID', id: organizationId };
  const ownPrincipals = { StringEquals: { [owner.principalKey]: owner.id } };
  const exemption = service._exemption;
  return [
    statement('OwnPrincipalsOnOwnResources', [`${service.actionPrefix}:*`], ['*'], service._resourceInEveryCall
      ? { StringEquals: { [owner.principalKey]: owner.id, [owner.resourceKey]: owner.id } }
      // metrics, identities and the like belong to no resource: a call without one carries nothing away to another account
      : { ...ownPrincipals, StringEqualsIfExists: { [owner.resourceKey]: owner.id } }),
    // services that act inside a VPC for its owner
    statement('AwsServicesOnOwnResources', [`${service.actionPrefix}:*`], ['*'], {
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
      StringEquals: { [owner.resourceKey]: owner.id },
    }),
    ...(exemption === undefined ? [] : [
      statement(exemption.sid, exemption.actions, exemption.resources(), exemption.ownPrincipals ? ownPrincipals : undefined),
    ]),
  ];
}

function statement(sid: string, actions: string[], resources: string[], conditions?: Record<string, Record<string, unknown>>): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, principals: [new iam.StarPrincipal()], actions, resources, conditions });
}

/** Condition keys that bind a statement of an endpoint policy to somebody or something known. */
const BINDING_KEYS = [
  'aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths',
  'aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths',
];

/** The promise that an endpoint policy never lets everybody reach everything. */
export function staysWithinPerimeter(): Protection {
  return {
    path: 'PolicyDocument',
    promise: 'the endpoint serves known principals and resources only',
    instead: 'In statements that you add, name the resources, or bind them by aws:PrincipalAccount, aws:PrincipalOrgID or aws:ResourceAccount.',
    holds: (document) => statementsOf(document).length > 0 && outside(document).length === 0,
    shows: outside,
  };
}

/** Statements that let somebody unknown reach something unknown. */
function outside(document: unknown): EndpointStatement[] {
  return (statementsOf(document) as EndpointStatement[])
    .filter((each) => each.Effect === 'Allow' && !namesResources(each.Resource) && !isBound(each.Condition));
}

function namesResources(resource: unknown): boolean {
  return resource !== undefined && [resource].flat().every((arn) => namesSomething(literalText(arn)));
}

/** An ARN that names a service, and no account or resource of it, names nothing; one of whatever account, or of buckets by a pattern, may be anybody's. */
function namesSomething(arn: string): boolean {
  if (!arn.startsWith('arn:')) return !/^[*?]*$/.test(arn);
  const [, , service, , account = '', ...resource] = arn.split(':');
  if (account !== '') return !/[*?]/.test(account);
  return service === 's3' ? /^[^*?/]+(\/|$)/.test(resource.join(':')) : /[^*?/]/.test(resource.join(''));
}

function isBound(conditions: Record<string, Record<string, unknown>> = {}): boolean {
  return Object.entries(conditions).some(([operator, keys]) =>
    /^(ForAnyValue:)?(String|Arn)(Equals|EqualsIgnoreCase|Like)$/.test(operator) && Object.entries(keys).some(([key, value]) =>
      BINDING_KEYS.includes(key.toLowerCase()) && [value].flat().every((each) => isOneOwner(key.toLowerCase(), literalText(each)))));
}

/** Whether a value of a binding key is of one account or organization: no pattern that others fit, and nothing that the caller brings along. */
function isOneOwner(key: string, value: string): boolean {
  if (value.includes('${')) return false; // `${aws:ResourceOrgID}` compares a stranger with himself
  const owner = key.endsWith('orgpaths') ? value.split('/')[0] : key === 'aws:principalarn' ? value.split(':')[4] ?? value : value;
  return !/^$|[*?]/.test(owner);
}
