import { REST_STAGES, everyMethodHas, ofStage } from './stage-settings';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'apigateway/rest-execution-logging',
  title: 'Stages of REST APIs log the execution of all methods',
  severity: 'medium',
  resourceTypes: REST_STAGES,
  controls: {
    fsbp: ['APIGateway.1'],
    cis: ['CIS AWS v7.0 4.10'],
    pciDss4: [
      '5.3.4', '10.2.1', '10.2.1.1', '10.2.1.2', '10.2.1.3', '10.2.1.4', '10.2.1.5', '10.2.1.6', '10.2.1.7', '10.2.2', '10.3.1',
      '10.6.3', 'A1.2.1',
    ],
    hipaa: ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)'],
    nist80053r5: [
      'AC-4(26)', 'AU-2', 'AU-2(b)', 'AU-3', 'AU-3(a)', 'AU-3(b)', 'AU-3(c)', 'AU-3(d)', 'AU-3(e)', 'AU-3(f)', 'AU-6(3)', 'AU-6(4)',
      'AU-6(6)', 'AU-6(9)', 'AU-8(b)', 'AU-10', 'AU-12', 'AU-12(1)', 'AU-12(2)', 'AU-12(3)', 'AU-12(4)', 'AU-12(a)', 'AU-12(c)',
      'AU-14(3)', 'AU-14(a)', 'AU-14(b)', 'CA-7', 'CA-7(b)', 'CM-5(1)(b)', 'IA-3(3)(b)', 'MA-4(1)(a)', 'PM-14(a)(1)', 'PM-14(b)',
      'PM-31', 'SC-7(9)', 'SC-7(9)(b)', 'SI-4(17)', 'SI-7(8)',
    ],
    soc2: ['A1.2', 'CC7.2', 'CC7.3', 'PI1.2'],
    wellArchitected: ['REL06-BP01', 'SEC04-BP01'],
    owaspServerless: ['S10'],
  },
  peers: {
    cdkNag: ['APIGWExecutionLoggingEnabled'],
    guard: ['API_GW_EXECUTION_LOGGING_ENABLED'],
    prowler: ['apigateway_restapi_logging_enabled'],
    other: ['checkov-tf:CKV2_AWS_4', 'config:api-gw-execution-logging-enabled'],
  },
  rationale: 'Failed authorizers, rejected requests and integration errors appear in the execution logs only: without them an attack that API'
    + ' Gateway fends off, and why a request failed, stay unseen.',
  whenNotToUse: 'Throw-away environments. The level INFO on a busy API costs more than it tells: ERROR is enough.',
  fix: 'Set `deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.ERROR }` and `cloudWatchRole: true` on the `RestApi`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1',
  ],
  absent: {
    means: 'Execution logging is off.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  },
  divergences: [{
    peer: 'guard:API_GW_EXECUTION_LOGGING_ENABLED',
    how: 'It is content if the listed methods have it, although others have none; Security Hub asks for all methods.',
    source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1',
  }, {
    peer: 'cdkNag:APIGWExecutionLoggingEnabled',
    how: 'It is content with the setting for all methods, although others may turn logging off.',
    source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWExecutionLoggingEnabled.ts',
  }],
  check: ofStage((prefix) => everyMethodHas('LoggingLevel', prefix, (level) => level.is('ERROR', 'INFO'))),
});
