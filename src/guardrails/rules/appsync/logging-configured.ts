import { all, mustBeSet, mustNotBe } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'appsync/logging-configured',
  title: 'AppSync APIs write logs',
  severity: 'medium',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  controls: {
    owaspServerless: ['S10'],
  },
  peers: {
    cdkNag: ['AppSyncGraphQLRequestLogging'],
    checkov: ['CKV_AWS_193'],
  },
  rationale: 'Without logs nobody can tell afterwards who asked for what: neither an attack nor its extent can be reconstructed.',
  whenNotToUse: 'Throw-away environments.',
  fix: 'Set `logConfig: { fieldLogLevel: appsync.FieldLogLevel.ERROR }` on the `GraphqlApi`: it makes the role too.',
  sources: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  absent: {
    means: 'AppSync writes no logs.',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
  },
  outsideDefault: 'appsync/field-level-logging asks for the same',
  divergences: [
    {
      peer: 'cdkNag:AppSyncGraphQLRequestLogging',
      how: 'It refuses `excludeVerboseContent`, which keeps personal data out of the logs, and takes the level NONE.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/appsync/AppSyncGraphQLRequestLogging.ts',
    },
  ],
  check: all(mustBeSet('LogConfig.CloudWatchLogsRoleArn'), mustNotBe('LogConfig.FieldLogLevel', 'NONE', 'violates')),
  remediation: { kind: 'companion', adds: 'a role with which AppSync writes logs' },
  unreachable: { NOT_APPLICABLE: 'every API can log' },
});
