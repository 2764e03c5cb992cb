import type { AppModel } from '../../engine/app-model';
import { MANAGED_POLICY } from '../../engine/policy/effective-statements';
import { policiesOf, statementsInDocument } from '../../engine/policy/policies';
import { Statement } from '../../engine/policy/statement';
import { POLICY_CARRIERS } from '../../engine/policy-carriers';
import type { PolicyKind } from '../../engine/policy-carriers';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { Unknown, known, unknown } from '../../engine/unknown';
import { every } from '../../engine/violation';

/** Types that carry what principals may do. */
export const IDENTITY_TYPES: readonly string[] = typesWith('identity');

/** Types that carry who may become a role. */
export const TRUST_TYPES: readonly string[] = typesWith('trust');

function typesWith(kind: PolicyKind): readonly string[] {
  return Object.keys(POLICY_CARRIERS).filter((type) => POLICY_CARRIERS[type].some((carrier) => carrier.kind === kind)).sort();
}

/** Judges each statement that allows something, in each document that a resource carries; what is not known of one hides nothing of another. */
export function eachAllow<Options = object>(
  kind: 'identity' | 'trust', judge: (statement: Statement, carrier: Resource, options: Options) => Outcome, whenItDenies: Outcome = 'COMPLIANT',
) {
  return (carrier: Resource, app: AppModel, options: Options): Outcome => {
    const parts = app.once(kind === 'identity' ? 'identity statements' : 'trust statements', carrier, () => partsOf(carrier, app, kind));
    if (parts === undefined) return 'NOT_APPLICABLE';
    return every(parts, (part) => {
      if (part instanceof Statement) return judge(part, carrier, options);
      if (part instanceof Unknown) return unknown(part);
      return part === 'denies' ? whenItDenies : 'COMPLIANT';
    });
  };
}

/** A statement that allows, one that denies, a document without any, or one that is not known. */
type Part = Statement | 'denies' | 'empty' | Unknown;

/** All parts of the documents that a resource carries; undefined where it grants nothing. Twenty rules ask for them. */
function partsOf(carrier: Resource, app: AppModel, kind: 'identity' | 'trust'): readonly Part[] | undefined {
  const documents = policiesOf(carrier, kind);
  if (documents.length === 0 || isOnlyBoundary(carrier, app)) return undefined;
  return documents.flatMap(({ value }): readonly Part[] => {
    const statements = known(() => statementsInDocument(value));
    if (statements instanceof Unknown) return [statements];
    return statements.length === 0 ? ['empty'] : statements.map((statement) => {
      const allows = known(() => statement.allows);
      return allows instanceof Unknown ? allows : allows ? statement : 'denies';
    });
  });
}

const BOUNDED_TYPES = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'];

/** Whether the app uses a managed policy as a permissions boundary only: then it grants nothing, however much it allows. */
export function isOnlyBoundary(policy: Resource, app: AppModel): boolean {
  if (policy.type !== MANAGED_POLICY) return false;
  if (!BOUNDED_TYPES.some((type) => app.naming(policy, type, 'PermissionsBoundary').resources.length > 0)) return false;
  return !isAttached(policy, app);
}

const ATTACHED_AT: readonly (readonly [type: string, path: string])[] = [
  ['AWS::IAM::Role', 'ManagedPolicyArns'], ['AWS::IAM::User', 'ManagedPolicyArns'], ['AWS::IAM::Group', 'ManagedPolicyArns'],
  ['AWS::Serverless::Function', 'Policies'], ['AWS::Serverless::StateMachine', 'Policies'],
];

function isAttached(policy: Resource, app: AppModel): boolean {
  return ['Roles', 'Users', 'Groups'].some((path) => policy.get(path).isSet)
    || ATTACHED_AT.some(([type, path]) => app.naming(policy, type, path).resources.length > 0);
}
