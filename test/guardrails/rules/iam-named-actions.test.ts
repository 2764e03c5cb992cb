import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import { rule } from '../../../src/guardrails/rules/iam/no-credentials-exposure';

/** What the rule says of a policy that allows this on everything. */
function messageOn(statement: object): string {
  const PolicyDocument = { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] };
  const body = { Resources: { Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } } };
  const [{ violations }] = evaluate(new AppModel([{ file: 'template.json', body }]), [rule]).judgements;
  return violations.map(({ message }) => message).join();
}

test.each([
  ['an exact action is named as it is written', { Action: 'IAM:createAccessKey' }, 'it allows IAM:createAccessKey on *'],
  ['an action that a pattern covers is named with the pattern', { Action: ['iam:CreateAccess*'] }, 'it allows iam:CreateAccessKey (by iam:CreateAccess*) on *'],
  ['an action that is not excluded is named with what lets it in', { NotAction: ['airflow:*', 'appsync:*'] }, 'it allows chime:CreateApiKey (by NotAction) on *'],
])('%s', (_, statement, message) => {
  expect(messageOn(statement)).toBe(message);
});
