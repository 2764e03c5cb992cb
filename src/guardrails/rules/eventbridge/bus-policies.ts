import type { AppModel } from '../../engine/app-model';
import type { Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { eachStatement } from '../s3/policy-statements';

/** Types that carry a policy of an event bus. */
export const BUS_POLICY_TYPES = ['AWS::Events::EventBus', 'AWS::Events::EventBusPolicy', 'AWS::EventsV2::ResourcePolicy'] as const;

type Judge<Options, Subject> = (subject: Subject, carrier: Resource, options: Options) => Outcome;

/** Judges each statement; a policy that says the same by `Principal`, `Action` and `Condition` of its own is judged as such. */
export function eachBusStatement<Options = object>(judge: Judge<Options, Statement>, judgeOldForm: Judge<Options, Resource>) {
  const judgeStatements = eachStatement(judge);
  return (carrier: Resource, app: AppModel, options: Options): Outcome => {
    const isOldForm = carrier.type === 'AWS::Events::EventBusPolicy' && carrier.get('Statement').isAbsent;
    return isOldForm ? judgeOldForm(carrier, carrier, options) : judgeStatements(carrier, app, options);
  };
}

/** Whether the old form names an organization: the only condition that it takes. */
export function namesOrganization(policy: Resource): boolean {
  const condition = policy.get('Condition');
  const value = condition.get('Value');
  return condition.get('Key').is('aws:PrincipalOrgID') && condition.get('Type').is('StringEquals') && value.isSet && !value.is('*');
}
