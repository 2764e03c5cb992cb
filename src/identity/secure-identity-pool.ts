import { CfnResource, Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { clientsOfPool, isClientOfAnother } from './clients-of-pool';
import { keepOnlyOne } from './only-one';
import type { SecureIdentityPoolProps } from './secure-identity-pool-props';
import { sessionTagConditions } from './session-tag-conditions';
import { validateSessionTags } from './validate-session-tags';
import { outlivesStack } from '../data/outlives-stack';
import { sealPermissions } from '../functions/function-role';
import { descriptionOf } from '../private/description';
import { isLiteral } from '../private/literal';
import { describeMisuse, fail } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { isEqual, seal, stays, staysAbsent, staysEqual } from '../private/seal';
import { everyStatement } from '../private/sealed-policy';
import { sessionsHave } from '../private/session-variables';
import { Profile } from '../profile';

const IDENTITIES = 'cognito-identity.amazonaws.com';

/**
 * AWS credentials for the signed-in users of a user pool, and for nobody else: no guests, and one role, which the users of this pool alone
 * assume. It may do nothing until it is granted something, such as a user's own items of a table.
 *
 * In production it outlives its stack: a new pool gives users new identities, under which they would not find their items.
 *
 * Costs nothing.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 *
 * @example
 * declare const users: SecureUserPool;
 * declare const web: cognito.UserPoolClient;
 * declare const orders: SecureTable;
 * const identities = new SecureIdentityPool(this, 'Identities', { userPool: users, clients: [web] });
 * orders.grantOwnItems(identities, { owner: ItemOwner.cognitoIdentity(), actions: [ItemAction.GET, ItemAction.QUERY] });
 */
export class SecureIdentityPool extends Construct implements iam.IGrantable {
  /** The identity pool (the L2 of aws-cdk-lib makes a role for guests, too). */
  public readonly identityPool: cognito.CfnIdentityPool;

  /** The role of signed-in users. */
  public readonly role: iam.Role;

  /** The principal that grants are made to: the role of signed-in users. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** @throws when there is no client or one of another user pool, a tag or claim is malformed, or there are more than 50 tags. */
  constructor(scope: Construct, id: string, props: SecureIdentityPoolProps) {
    super(scope, id);
    this.validate(props);
    this.identityPool = this.definePool(props);
    const tags = Object.keys(props.principalTags ?? {});
    this.role = this.defineRole(tags);
    sessionsHave(this.role, [`${IDENTITIES}:sub`, ...tags.map((tag) => `aws:PrincipalTag/${tag}`)]);
    this.grantPrincipal = this.role;
    this.attachRole();
    if (props.principalTags) this.defineTags(props.userPool.userPool, props.principalTags);
  }

  /** Id of the identity pool, for the configuration of the app. */
  public get identityPoolId(): string {
    return this.identityPool.ref;
  }

  private definePool({ userPool, clients }: SecureIdentityPoolProps): cognito.CfnIdentityPool {
    const cognitoIdentityProviders = clients.map((client) => ({
      clientId: client.userPoolClientId,
      providerName: userPool.userPool.userPoolProviderName,
      serverSideTokenCheck: true, // users who were signed out or disabled get nothing
    }));
    const pool = new cognito.CfnIdentityPool(this, 'Resource', {
      allowUnauthenticatedIdentities: false,
      allowClassicFlow: false, // lets the app choose the role
      cognitoIdentityProviders,
    });
    pool.applyRemovalPolicy(Profile.of(this).removalPolicy);
    seal(this, pool, [
      stays('AllowUnauthenticatedIdentities', false, 'guests get no credentials', 'Serve guests through an API with RouteAuth.public.'),
      stays('AllowClassicFlow', false, 'apps do not choose the role of their users', 'Use the enhanced flow: GetCredentialsForIdentity.'),
      staysEqual(
        this,
        'CognitoIdentityProviders',
        cognitoIdentityProviders.map((each) => ({ ClientId: each.clientId, ProviderName: each.providerName, ServerSideTokenCheck: true })),
        'users of its clients alone get credentials, and none who were signed out or disabled',
        'Leave the providers to the construct, and add apps to clients.',
      ),
      ...['DeveloperProviderName', 'OpenIdConnectProviderARNs', 'SamlProviderARNs', 'SupportedLoginProviders'].map((path) =>
        staysAbsent(path, 'only users of its user pool get credentials', 'Make another identity pool for them.')),
      ...outlivesStack(this),
    ]);
    return pool;
  }

  private defineRole(tags: string[]): iam.Role {
    const conditions = {
      'StringEquals': { [`${IDENTITIES}:aud`]: this.identityPool.ref },
      'ForAnyValue:StringLike': { [`${IDENTITIES}:amr`]: 'authenticated' },
      ...tags.length > 0 ? sessionTagConditions(tags) : {},
    };
    const users = new iam.WebIdentityPrincipal(IDENTITIES, conditions);
    const role = new iam.Role(this, 'Role', {
      description: descriptionOf(`Signed-in users of ${this.node.path}`),
      assumedBy: tags.length > 0 ? users.withSessionTags() : users,
      maxSessionDuration: Duration.hours(1),
    });
    seal(this, role.node.defaultChild as CfnResource, [everyStatement({
      path: 'AssumeRolePolicyDocument',
      promise: 'signed-in users of this identity pool alone assume the role, with all of its tags and no others',
      instead: 'Give other principals roles of their own.',
      holds: ({ Principal, Condition }) => isEqual(this, Principal, { Federated: IDENTITIES }) && isEqual(this, Condition, conditions),
    })]);
    sealPermissions(this, role);
    return role;
  }

  private attachRole(): void {
    const attachment = new cognito.CfnIdentityPoolRoleAttachment(this, 'Roles', {
      identityPoolId: this.identityPool.ref, roles: { authenticated: this.role.roleArn },
    });
    const instead = 'Leave the roles to the construct; make another identity pool for other users.';
    seal(this, attachment, [
      staysEqual(this, 'Roles', { authenticated: this.role.roleArn }, 'signed-in users have the one role, and guests none', instead),
      staysAbsent('RoleMappings', 'no claim of a token leads to another role', instead),
      staysEqual(this, 'IdentityPoolId', this.identityPool.ref, 'they are the roles of this pool', instead),
    ]);
    keepOnlyOne(this, {
      said: attachment, by: 'identityPoolId', pool: this.identityPool, problem: 'signed-in users have the one role of the construct, and guests none', instead,
    });
  }

  private defineTags(userPool: cognito.UserPool, principalTags: Record<string, string>): void {
    this.node.addValidation({ validate: () => clientsOfPool(this, userPool).flatMap((client) => this.writable(client, principalTags)) });
    const tags = new cognito.CfnIdentityPoolPrincipalTag(this, 'Tags', {
      identityPoolId: this.identityPool.ref, identityProviderName: userPool.userPoolProviderName, useDefaults: false, principalTags,
    });
    const kept = ['tags of a session are made of the claims that were named', 'Change principalTags.'] as const;
    seal(this, tags, [
      staysEqual(this, 'PrincipalTags', principalTags, ...kept),
      stays('UseDefaults', false, ...kept),
      staysEqual(this, 'IdentityPoolId', this.identityPool.ref, ...kept),
      staysEqual(this, 'IdentityProviderName', userPool.userPoolProviderName, ...kept),
    ]);
    keepOnlyOne(this, {
      said: tags, by: 'identityPoolId', pool: this.identityPool, problem: 'tags of a session are made of the claims that the construct was given', instead: kept[1],
    });
  }

  /** Tags decide whose data a user reaches: a claim that the user may write would let everybody choose. */
  private writable(client: CfnResource, principalTags: Record<string, string>): string[] {
    const attributes = resolveResource(client).Properties?.WriteAttributes as unknown;
    const written = Object.entries(principalTags).filter(([, claim]) => !Array.isArray(attributes) || attributes.includes(claim));
    return written.map(([tag, claim]) => describeMisuse(this, {
      prop: 'principalTags',
      value: { [tag]: claim },
      problem: `users of the client ${client.node.path} may write this attribute themselves, and with it choose whose data they reach`,
      instead: 'Take an attribute that only your own code sets, such as "custom:tenant", and leave it out of writeAttributes of all clients.',
    }));
  }

  private validate({ clients, principalTags = {}, userPool: { userPool } }: SecureIdentityPoolProps): void {
    if (clients.length === 0) {
      fail(this, { prop: 'clients', value: [], problem: 'no app could get credentials for its users', instead: 'Pass what users.addClient(...) returned.' });
    }
    const foreign = clients.find((client) => isClientOfAnother(client, userPool));
    if (foreign !== undefined) {
      fail(this, {
        prop: 'clients',
        value: foreign.node.path,
        problem: `it is no client of the user pool ${userPool.node.path}, and its users would get no credentials`,
        instead: 'Pass what addClient of userPool returned, and make another SecureIdentityPool for the other user pool.',
      });
    }
    const instead = 'Write for example { tenant: "custom:tenant" }.';
    if (Object.keys(principalTags).length > 0) validateSessionTags(this, 'principalTags', Object.keys(principalTags), instead);
    for (const [tag, claim] of Object.entries(principalTags)) {
      if (!isLiteral(claim) || /^[\w:.-]{1,256}$/.test(claim)) continue;
      fail(this, { prop: 'principalTags', value: { [tag]: claim }, problem: 'a tag is made of one claim of the ID token', instead });
    }
  }
}
