import { needsEveryResource } from './actions-on-every-resource';
import { allowedByFacts } from './allowed-actions';
import { eachAllow, IDENTITY_TYPES } from './allowing-statements';
import { neverUnscoped } from './unscoped-statements';
import { supportsResource } from '../../engine/iam/actions';
import { isEveryResource } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import { WRITING_LOGS, isOfLogs } from '../log-writing';

export const rule = defineRule({
  id: 'iam/no-star-resource',
  title: 'IAM policies name resources for every action that can be limited to some',
  severity: 'medium',
  resourceTypes: IDENTITY_TYPES,
  controls: {
    owaspServerless: ['S5'],
  },
  peers: {
    cdkNag: ['IAMNoWildcardPermissions'],
    guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
    other: ['cfn_nag:W11', 'cfn_nag:W12', 'cfn_nag:W13'],
  },
  rationale: 'A principal that was meant to read one table then reads every table of the account, those of other apps and of tomorrow included.',
  whenNotToUse: 'Inventories, backups and other tools whose task is the whole account.',
  fix: 'Set `resources` of the `iam.PolicyStatement` to the ARNs, or use grants such as `table.grantReadData(role)`. Keep actions '
    + 'that know no resources, such as `xray:PutTraceSegments`, in a statement of their own. Conditions, on tags for example, do not count here.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  partly: 'Actions that are newer than the list of actions in this library: whether they can be limited is not known.',
  divergences: [
    {
      peer: 'cdkNag:IAMNoWildcardPermissions',
      how: 'It also refuses `*` for actions that know no other resource, and any wildcard inside an ARN.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/iam/IAMNoWildcardPermissions.ts',
    },
  ],
  check: eachAllow('identity', (statement) => neverUnscoped(
    statement,
    (mayConcern) => allowedByFacts(statement, (action) => canBeLimited(action) && mayConcern(action)),
    { conditionsCount: false, isTooWide: (resource) => isEveryResource(resource) && !(isOfLogs(resource) && onlyWritesLogs(statement)) },
  )),
});

function onlyWritesLogs(statement: Statement): boolean {
  return allowedByFacts(statement, (action) => !WRITING_LOGS.has(action.toLowerCase())).length === 0;
}

function canBeLimited(action: string): boolean {
  return supportsResource(action) === true && !needsEveryResource(action);
}
