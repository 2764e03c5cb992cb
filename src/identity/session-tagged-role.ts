import { CfnResource, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { sessionTagConditions } from './session-tag-conditions';
import type { SessionTaggedRoleProps } from './session-tagged-role-props';
import { validateSessionTags } from './validate-session-tags';
import { grantToPrincipal } from '../data/grant-to-principal';
import { sealPermissions } from '../functions/function-role';
import { descriptionOf } from '../private/description';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';
import { openNetworkPath, whenPathNeeded } from '../private/network-path';
import { isEqual, seal } from '../private/seal';
import { everyStatement } from '../private/sealed-policy';
import { sessionsHave } from '../private/session-variables';

const ASSUME = ['sts:AssumeRole', 'sts:TagSession'];

/**
 * A role that a function assumes for one user, or one tenant, at a time: what it may do is decided by tags that the function gives each
 * session, and that nobody can change afterwards.
 *
 * The function takes the tag from a token that was verified, calls `sts:AssumeRole` with it, and works with what it gets; a mistake in its
 * queries then reaches nobody else's items. Sessions without every tag, or with others, are refused.
 *
 * Costs nothing; calls of STS are free.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 *
 * @example
 * declare const orders: SecureTable;
 * declare const worker: SecureFunction;
 * const tenant = new SessionTaggedRole(this, 'Tenant', { tags: ['tenant'], assumedBy: [worker] });
 * orders.grantOwnItems(tenant, { owner: ItemOwner.principalTag('tenant'), actions: [ItemAction.GET, ItemAction.QUERY] });
 */
export class SessionTaggedRole extends Construct implements iam.IGrantable {
  /** The L2 role. */
  public readonly role: iam.Role;

  /** The principal that grants are made to: the role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * @throws when nobody assumes it, a tag is malformed, or who assumes it is no role of the same stack: the two refer to each other.
   */
  constructor(scope: Construct, id: string, props: SessionTaggedRoleProps) {
    super(scope, id);
    this.validate(props);
    const conditions = sessionTagConditions(props.tags);
    const assumers = props.assumedBy.map((grantee) => this.roleOf(grantee).roleArn);
    this.role = new iam.Role(this, 'Resource', {
      description: descriptionOf(`Sessions for one ${props.tags.join(', ')} at a time: ${this.node.path}`),
      maxSessionDuration: Duration.hours(1), // STS allows no more where one role assumes another
      assumedBy: new iam.CompositePrincipal(...assumers.map((arn) => new iam.ArnPrincipal(arn).withConditions(conditions).withSessionTags())),
    });
    this.grantPrincipal = this.role;
    sessionsHave(this.role, props.tags.map((tag) => `aws:PrincipalTag/${tag}`));
    for (const grantee of props.assumedBy) {
      grantToPrincipal(this, { grantee, actions: ASSUME, resourceArns: [this.role.roleArn] });
      openNetworkPath(grantee, 'sts');
    }
    // calls of the session leave from the same network
    whenPathNeeded(this.role, (service) => props.assumedBy.forEach((grantee) => openNetworkPath(grantee, service)));
    this.sealTrust(assumers, conditions);
    sealPermissions(this, this.role);
  }

  private sealTrust(assumers: string[], conditions: Record<string, unknown>): void {
    seal(this, this.role.node.defaultChild as CfnResource, [everyStatement({
      path: 'AssumeRolePolicyDocument',
      promise: 'it is assumed by the functions it was made for, with all of its tags and no others',
      instead: 'Give other principals roles of their own.',
      holds: ({ Principal, Condition }) => assumers.some((arn) => isEqual(this, Principal, { AWS: arn })) && isEqual(this, Condition, conditions),
    })]);
  }

  private roleOf(grantee: iam.IGrantable): iam.IRole {
    const principal = grantee.grantPrincipal as Partial<iam.IRole>;
    if (principal.roleArn === undefined || !Construct.isConstruct(principal) || Stack.of(principal) !== Stack.of(this)) {
      return fail(this, {
        prop: 'assumedBy',
        value: Construct.isConstruct(principal) ? principal.node.path : String(principal),
        problem: 'it is no role of this stack, and the two roles refer to each other',
        instead: 'Put the SessionTaggedRole into the stack of the function that assumes it.',
      });
    }
    return principal as iam.IRole;
  }

  private validate({ tags, assumedBy }: SessionTaggedRoleProps): void {
    requireLiteral(this, 'tags', tags);
    validateSessionTags(this, 'tags', tags, 'Write for example ["tenant"].');
    if (assumedBy.length === 0) {
      fail(this, { prop: 'assumedBy', value: [], problem: 'nobody would assume the role', instead: 'Name the function: [worker].' });
    }
  }
}
