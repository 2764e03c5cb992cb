import { isNameOfPolicy, policiesOf, statementsInDocument } from './policies';
import { Statement } from './statement';
import type { AppModel } from '../app-model';
import { managedPolicy } from '../iam/managed-policies';
import { Opaque } from '../resolved';
import type { Resource } from '../resource';
import { Unknown, unknown } from '../unknown';
import { openPart } from '../value';
import type { Value } from '../value';

/** A statement that counts for a principal. */
export interface EffectiveStatement {
  readonly statement: Statement;
  /** The resource in which its location is: the one with the document, or the one that names the policy of AWS. */
  readonly carrier: Resource;
  /** The AWS managed policy that it is of. */
  readonly managedPolicy?: string;
}

/** Statements that count together. */
export interface Grants {
  readonly allows: readonly EffectiveStatement[];
  readonly denies: readonly EffectiveStatement[];
  /** What else may be granted or denied, but is not known. */
  readonly gaps: readonly Unknown[];
}

/** What the policies of a role, user or group say of it, those of a user's groups included. */
export interface EffectiveStatements extends Grants {
  /** What it can do at most; undefined without a permissions boundary. */
  readonly boundary?: Grants;
}

export const ROLE = 'AWS::IAM::Role';
export const USER = 'AWS::IAM::User';
export const GROUP = 'AWS::IAM::Group';
export const MANAGED_POLICY = 'AWS::IAM::ManagedPolicy';

/** How policies of their own name the principals of each type: types of resources and paths. */
export const ATTACHED_BY: Readonly<Record<string, readonly (readonly [string, string])[] | undefined>> = {
  [ROLE]: [['AWS::IAM::Policy', 'Roles'], [MANAGED_POLICY, 'Roles'], ['AWS::IAM::RolePolicy', 'RoleName']],
  [USER]: [['AWS::IAM::Policy', 'Users'], [MANAGED_POLICY, 'Users'], ['AWS::IAM::UserPolicy', 'UserName']],
  [GROUP]: [['AWS::IAM::Policy', 'Groups'], [MANAGED_POLICY, 'Groups'], ['AWS::IAM::GroupPolicy', 'GroupName']],
};

/** SAM takes the names of managed policies too, among documents. */
const OF_SERVERLESS: Readonly<Record<string, string>> = { 'AWS::Serverless::Function': 'Policies', 'AWS::Serverless::StateMachine': 'Policies' };

/** Where managed policies are named, if not in `ManagedPolicyArns`. */
const NAMED_AT: Readonly<Record<string, string | undefined>> = { 'AWS::SSO::PermissionSet': 'ManagedPolicies', ...OF_SERVERLESS };

/** Everything that the app says about what a role, user or group may do. */
export function effectiveStatementsOf(principal: Resource, app: AppModel): EffectiveStatements {
  return app.once('effective statements', principal, () => {
    const gathering = new Gathering(app);
    gathering.addPrincipal(principal);
    if (principal.type === USER) gathering.addGroupsOf(principal);
    const limit = principal.get('PermissionsBoundary');
    if (limit.isAbsent) return gathering.grants;
    const boundary = new Gathering(app);
    boundary.addNamed(limit, principal);
    return { ...gathering.grants, boundary: boundary.grants };
  });
}

/** What the documents say that a resource carries itself. */
export function statementsOfCarrier(carrier: Resource, app: AppModel): Grants {
  const gathering = new Gathering(app);
  gathering.addDocumentsOf(carrier);
  gathering.addManagedPoliciesOf(carrier);
  return gathering.grants;
}

/** The ARN of a managed policy, in whatever partition, with a mark for what else is not known. */
export function arnOfPolicy(arn: Value): string {
  return (arn.parts() ?? []).map((part) => (typeof part === 'string' ? part : part instanceof Opaque && part.why === 'AWS::Partition' ? 'aws' : '…')).join('');
}

/** Of a policy of AWS its name is known: what it allows is not. */
export function whyUnknownPolicy(arn: Value): string {
  const [, ofAws] = /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/…]+)$/.exec(arnOfPolicy(arn)) ?? [];
  if (ofAws !== undefined) return `what ${ofAws} of AWS allows is not known here`;
  return openPart(arn.parts() ?? [])?.why ?? 'the statements of a managed policy outside the app';
}

/** Collects statements; what is not known becomes a gap, so that it hides nothing of the rest. */
class Gathering {
  public readonly grants = { allows: [] as EffectiveStatement[], denies: [] as EffectiveStatement[], gaps: [] as Unknown[] };

  public constructor(private readonly app: AppModel) {}

  public addPrincipal(principal: Resource): void {
    this.addDocumentsOf(principal);
    this.addManagedPoliciesOf(principal);
    for (const [type, path] of ATTACHED_BY[principal.type] ?? []) {
      for (const policy of this.naming(principal, type, path)) this.addDocumentsOf(policy);
    }
  }

  public addGroupsOf(user: Resource): void {
    this.attempt(() => {
      for (const name of user.get('Groups').list()) this.addGroup(name);
    });
    for (const addition of this.naming(user, 'AWS::IAM::UserToGroupAddition', 'Users')) this.addGroup(addition.get('GroupName'));
  }

  public addDocumentsOf(carrier: Resource): void {
    this.attempt(() => {
      for (const { value } of policiesOf(carrier, 'identity')) {
        this.attempt(() => statementsInDocument(value).forEach((statement) => this.add({ statement, carrier })));
      }
    });
  }

  public addManagedPoliciesOf(carrier: Resource): void {
    this.attempt(() => {
      const named = carrier.get(NAMED_AT[carrier.type] ?? 'ManagedPolicyArns').list();
      const isAmongDocuments = carrier.type in OF_SERVERLESS;
      for (const policy of named) if (!isAmongDocuments || isNameOfPolicy(carrier, policy)) this.addNamed(policy, carrier);
      for (const other of carrier.type === 'AWS::SSO::PermissionSet' ? carrier.get('CustomerManagedPolicyReferences').list() : []) {
        unknown('a policy of the target accounts is attached by its name', other.location);
      }
    });
  }

  /** A managed policy by its ARN. */
  public addNamed(arn: Value, carrier: Resource): void {
    this.attempt(() => {
      const text = arnOfPolicy(arn);
      const known = text.startsWith('arn:') || carrier.type in OF_SERVERLESS ? managedPolicy(text) : undefined;
      if (known !== undefined) {
        for (const { actions, notActions, resources } of known.statements) {
          const json = { Effect: 'Allow', ...actions ? { Action: actions } : { NotAction: notActions }, Resource: resources };
          this.add({ statement: new Statement(arn.holding(json)), carrier, managedPolicy: known.name });
        }
        if (!known.complete) unknown(`${known.name} allows more than what is known of it here`, arn.location);
        return;
      }
      const policy = this.app.meantBy(arn, MANAGED_POLICY);
      if (policy === undefined) unknown(whyUnknownPolicy(arn), arn.location);
      else this.addDocumentsOf(policy);
    });
  }

  private addGroup(name: Value): void {
    this.attempt(() => {
      const group = this.app.meantBy(name, GROUP);
      if (group === undefined) unknown(name.whyUnknown ?? 'the policies of a group outside the app', name.location);
      else this.addPrincipal(group);
    });
  }

  private naming(target: Resource, type: string, path: string): readonly Resource[] {
    const { resources, maybeMore } = this.app.naming(target, type, path);
    if (maybeMore !== undefined) this.grants.gaps.push(new Unknown(maybeMore));
    return resources;
  }

  private add(found: EffectiveStatement): void {
    this.attempt(() => (found.statement.allows ? this.grants.allows : this.grants.denies).push(found));
  }

  private attempt(add: () => void): void {
    try {
      add();
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      this.grants.gaps.push(signal);
    }
  }
}
