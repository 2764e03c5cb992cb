import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { type AccessStatement, allowedOfDynamoDb, elementsOf } from './item-access';
import { TableInPolicies } from './table-in-policies';
import { asWrittenIn, referenceIn } from '../../private/as-written-in';
import { canonicalJson } from '../../private/canonical-json';
import { literalText } from '../../private/literal-text';
import { describeMisuse, fail, warn } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import { resourcesOfStage } from '../../private/validation-memory';
import { matchesWildcard } from '../../private/wildcard';
import { attachedPolicies } from '../attached-policies';
import { resourceOfPrincipal } from '../principal-resource';

/** AWS's own policies for what functions and machines do beside their work; none of them says anything of DynamoDB. */
const HARMLESS = new RegExp(`:aws:policy/(${[
  'service-role/AWSLambdaBasicExecutionRole', 'service-role/AWSLambdaVPCAccessExecutionRole', 'service-role/AWSLambdaSQSQueueExecutionRole',
  'service-role/AmazonECSTaskExecutionRolePolicy', 'AWSXRayDaemonWriteAccess', 'AWSXrayWriteOnlyAccess', 'CloudWatchLambdaInsightsExecutionRolePolicy',
  'CloudWatchAgentServerPolicy', 'AmazonSSMManagedInstanceCore',
].join('|')})$`);

/** Managed by AWS, whatever the partition. */
const OF_AWS = /:iam::aws:policy\//;

/** What one grant on own items wrote into the policy of its principal. */
export interface OwnItemsGrant {
  readonly actions: string[];
  readonly resource: string;
  readonly conditions: Record<string, Record<string, unknown>>;
}

/** A statement, where it stands, and in whose template. */
interface Found {
  readonly where: string;
  readonly stack: Stack;
  readonly statement: AccessStatement;
}

/**
 * The promise that who was granted own items of a table has no statement that leads to those of others: none on the table without the conditions
 * of such a grant, however it came into the template. Statements of elsewhere are not seen: policies of AWS or other apps, groups that a user is in.
 */
export class OwnItemsPromise {
  private readonly granted = new Map<iam.IPrincipal & IConstruct, OwnItemsGrant[]>();
  private readonly meaning: TableInPolicies;
  private readonly warned = new Set<IConstruct>();

  constructor(private readonly owner: IConstruct, private readonly table: dynamodb.ITable) {
    this.meaning = new TableInPolicies(table);
  }

  /** Keeps the principal to what these grants allow, and to those of earlier calls. */
  public keep({ grantPrincipal }: iam.IGrantable, grants: OwnItemsGrant[]): void {
    if (!Construct.isConstruct(grantPrincipal)) {
      fail(this.owner, {
        prop: 'grantOwnItems grantee',
        value: grantPrincipal.constructor.name,
        problem: 'it is no role, user or group, and what else those may do whom it is attached to is not known',
        instead: 'Grant to the role itself.',
      });
    }
    const earlier = this.granted.get(grantPrincipal);
    this.granted.set(grantPrincipal, [...earlier ?? [], ...grants]);
    if (earlier === undefined) this.owner.node.addValidation({ validate: () => this.broken(grantPrincipal) });
  }

  private broken(principal: iam.IPrincipal & IConstruct): string[] {
    const grants = this.granted.get(principal)!;
    const resource = resourceOfPrincipal(principal);
    const managed = resource ? managedPoliciesOf(this.owner, resource) : { here: [], elsewhere: [] };
    const policies = new Set([...attachedPolicies(this.owner, principal), ...managed.here]);
    const statements = [...resource ? inlineStatements(resource) : [], ...[...policies].flatMap(statementsOf), ...this.statementsOfTable(principal)];
    const subject = `grantOwnItems promises that ${principal.node.path} reaches items of its own only`;
    return [
      ...statements.filter((found) => this.leadsToOthers(found, grants)).map(({ where, statement }) => describeMisuse(this.owner, {
        prop: where,
        value: statement,
        problem: `${subject}, and this statement allows more on the table or its indexes, without the conditions of grantOwnItems`,
        instead: 'Take it away, or give it to a role of its own; where it means other tables, name their ARNs.',
      })),
      ...managed.elsewhere.filter((arn) => OF_AWS.test(literalText(arn))).map((arn) => describeMisuse(this.owner, {
        prop: `ManagedPolicyArns of ${resource!.node.path}`,
        value: arn,
        problem: `${subject}, and what this policy allows on tables is not seen in this app`,
        instead: 'Write the statements that the role needs into a policy of this app, with the ARNs they are about.',
      })),
      ...this.warnOfOthers(principal, managed.elsewhere.filter((arn) => !OF_AWS.test(literalText(arn))), subject),
    ];
  }

  /** Organizations attach policies of their own to every role, often by an Aspect: what is in them is for people to know. */
  private warnOfOthers(principal: IConstruct, arns: unknown[], subject: string): never[] {
    if (arns.length > 0 && !this.warned.has(principal)) {
      this.warned.add(principal);
      warn(principal, 'own-items-managed-policy', `[${principal.node.path}] ${subject}, and what ${JSON.stringify(arns[0])} allows on tables is not seen in this app: `
        + 'see to it that it says nothing of DynamoDB.');
    }
    return [];
  }

  /** Statements of the table's own policy that name the principal: within an account, either policy suffices. */
  private statementsOfTable(principal: iam.IPrincipal): Found[] {
    const table = this.table.node.defaultChild as CfnResource;
    const { ResourcePolicy, Replicas } = resolveResource(table).Properties ?? {};
    const arn: unknown = Reflect.get(principal, 'roleArn') ?? Reflect.get(principal, 'userArn');
    const names = Construct.isConstruct(principal) && arn !== undefined ? [referenceIn(table.stack, arn, Stack.of(principal))] : [];
    return [ResourcePolicy, ...elementsOf(Replicas).map((replica) => (replica as { ResourcePolicy?: unknown }).ResourcePolicy)]
      .flatMap((policy) => elementsOf((policy as { PolicyDocument?: unknown } | undefined)?.PolicyDocument))
      .flatMap((document) => statementsOfDocument(document, `ResourcePolicy of ${table.node.path}`, table.stack))
      .filter(({ statement }) => elementsOf((statement as { Principal?: { AWS?: unknown } }).Principal?.AWS)
        .some((each) => names.includes(canonicalJson(each))));
  }

  private leadsToOthers({ statement, stack }: Found, grants: OwnItemsGrant[]): boolean {
    const actions = allowedOfDynamoDb(statement);
    if (actions.length === 0) return false;
    return this.meaning.resourcesOf(statement, stack).some((resource) => {
      const home = Stack.of(this.table);
      const alike = grants.filter((grant) => referenceIn(stack, grant.resource, home) === canonicalJson(resource));
      return actions.some((pattern) => !isKept(pattern, alike, statement, stack));
    });
  }
}

/** Whether the statement has the conditions under which each of these actions was granted; those of any grant, for an action that none names. */
function isKept(pattern: string, grants: OwnItemsGrant[], { Condition }: AccessStatement, stack: Stack): boolean {
  const named = grants.flatMap(({ actions }) => actions).filter((action) => matchesWildcard(pattern, action.toLowerCase()));
  const carries = ({ conditions }: OwnItemsGrant): boolean => Object.entries(asWrittenIn(stack, conditions) as OwnItemsGrant['conditions'])
    .every(([operator, keys]) => Object.entries(keys).every(([key, value]) => canonicalJson(Condition?.[operator]?.[key]) === canonicalJson(value)));
  return named.length > 0
    ? named.every((action) => grants.some((grant) => grant.actions.includes(action) && carries(grant)))
    : grants.some(carries);
}

function statementsOf(policy: CfnResource): Found[] {
  const where = `${policy.cfnResourceType} ${policy.node.path}`;
  return statementsOfDocument(resolveResource(policy).Properties?.PolicyDocument, where, policy.stack);
}

function inlineStatements(resource: CfnResource): Found[] {
  const policies = elementsOf(resolveResource(resource).Properties?.Policies) as { PolicyDocument?: unknown }[];
  return policies.flatMap(({ PolicyDocument }) => statementsOfDocument(PolicyDocument, `Policies of ${resource.node.path}`, resource.stack));
}

/** What is known at deployment only is a statement without anything, which may allow everything. */
function statementsOfDocument(policyDocument: unknown, where: string, stack: Stack): Found[] {
  return elementsOf(policyDocument ?? {}).flatMap((document) => elementsOf((document as { Statement?: unknown }).Statement ?? {}))
    .map((statement) => ({ where, stack, statement: statement as AccessStatement }));
}

/** The managed policies that the resource lists: resources of the stage, and ARNs of others. */
function managedPoliciesOf(asking: IConstruct, resource: CfnResource): { here: CfnResource[]; elsewhere: unknown[] } {
  const arns = elementsOf(resolveResource(resource).Properties?.ManagedPolicyArns).map((arn) => ({ arn, json: canonicalJson(arn) }));
  const all = resourcesOfStage(asking, ['AWS::IAM::ManagedPolicy']).map((policy) => ({ policy, json: referenceIn(resource.stack, policy.ref, policy.stack) }));
  return {
    here: all.filter(({ json }) => arns.some((each) => each.json === json)).map(({ policy }) => policy),
    elsewhere: arns.filter(({ arn, json }) => !all.some((each) => each.json === json) && !HARMLESS.test(literalText(arn))).map(({ arn }) => arn),
  };
}
