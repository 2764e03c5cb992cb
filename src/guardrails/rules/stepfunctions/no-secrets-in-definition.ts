import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every } from '../../engine/violation';
import { judgeLiterals } from '../ssm/literal-document';

export const rule = defineRule({
  id: 'stepfunctions/no-secrets-in-definition',
  title: 'Definitions of state machines hold no credentials',
  severity: 'critical',
  resourceTypes: ['AWS::StepFunctions::StateMachine'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    prowler: ['stepfunctions_statemachine_no_secrets_in_definition'],
  },
  rationale: 'Whoever may call `states:DescribeStateMachine`, or reads the history of an execution, has the credential.',
  whenNotToUse: 'Values that look like credentials and are none: waive those with the reason.',
  fix: 'Call HTTP endpoints through an EventBridge connection (`tasks.HttpInvoke`), which keeps the credential, and hand functions the ARN of a secret '
    + 'that they read themselves. A step that calls `secretsmanager:getSecretValue` is no way out: its result is in the history of the execution.',
  sources: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  ],
  partly: 'Definitions in S3, and values that are only given at deployment.',
  check: (machine) => {
    const written = ['Definition', 'DefinitionString', 'DefinitionSubstitutions'].filter((property) => !machine.get(property).isAbsent);
    const inS3 = machine.get('DefinitionS3Location');
    if (written.length === 0 && inS3.isAbsent) return undefined;
    return every([
      ...written.map((property) => () => judgeLiterals(machine, property)),
      (): Outcome => (inS3.isAbsent ? 'NOT_APPLICABLE' : unknown('the definition is in S3', inS3.location)),
    ], (judge) => judge());
  },
  unreachable: { NOT_APPLICABLE: 'every state machine has a definition' },
});
