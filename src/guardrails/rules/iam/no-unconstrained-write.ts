import { needsEveryResource } from './actions-on-every-resource';
import { allowedByFacts } from './allowed-actions';
import { eachAllow, IDENTITY_TYPES } from './allowing-statements';
import { neverUnscoped } from './unscoped-statements';
import { accessLevelOf, supportsResource } from '../../engine/iam/actions';
import { isEveryResource } from '../../engine/policy/statement';
import { isUnscoped } from '../../engine/policy/unscoped-resources';
import { defineRule } from '../../engine/rule';
import { WRITING_LOGS, isOfLogs } from '../log-writing';

export const rule = defineRule({
  id: 'iam/no-unconstrained-write',
  title: 'IAM policies allow writing to named resources only',
  severity: 'medium',
  resourceTypes: IDENTITY_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    checkov: ['CKV_AWS_111'],
  },
  rationale: 'One bug in the code that holds the permission changes or deletes everything of that kind in the account.',
  whenNotToUse: 'Tools that clean up or configure a whole account by design.',
  fix: 'Use grants such as `table.grantWriteData(role)`, or name the `resources` in the `iam.PolicyStatement`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  divergences: [
    {
      peer: 'checkov:CKV_AWS_111',
      how: 'It looks for the resource `*` only, and counts the writing actions of IAM as managing permissions; here ARNs that name nothing'
        + ' count too, and actions as AWS classifies them.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
    },
  ],
  check: eachAllow('identity', (statement) => {
    const writesMoreThanLogs = (): boolean =>
      allowedByFacts(statement, (action) => writes(action) && !WRITING_LOGS.has(action.toLowerCase())).length > 0;
    return neverUnscoped(statement, (mayConcern) => allowedByFacts(statement, (action) => writes(action) && mayConcern(action)), {
      isTooWide: (resource) => (isEveryResource(resource) && !isOfLogs(resource)) || (isUnscoped(resource) && writesMoreThanLogs()),
    });
  }),
});

function writes(action: string): boolean {
  return accessLevelOf(action) === 'Write' && supportsResource(action) === true && !needsEveryResource(action);
}
