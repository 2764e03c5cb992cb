import { MANAGEMENT, TRAIL, logsEvery, logsManagementEvents, selectorsOf } from './event-selectors';
import type { AppModel } from '../../engine/app-model';
import { judgeInAllWorlds } from '../../engine/evaluate';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every, some, violation } from '../../engine/violation';

export const rule = defineRule<{ readonly managementEventsElsewhere: boolean }>({
  id: 'cloudtrail/multi-region',
  title: 'CloudTrail trails record all management events of all regions',
  severity: 'high',
  resourceTypes: [TRAIL],
  controls: {
    fsbp: ['CloudTrail.1'],
    cis: ['CIS AWS v3.0 3.1', 'CIS AWS v5.0 3.1', 'CIS AWS v7.0 4.1'],
    pciDss4: [
      '3.5.1.3', '5.3.4', '7.3.3', '10.2.1', '10.2.1.1', '10.2.1.2', '10.2.1.3', '10.2.1.4', '10.2.1.5', '10.2.1.6', '10.2.1.7',
      '10.2.2', '10.3.1', '10.3.2', '10.3.3', '10.3.4', '10.6.3', '11.3.1.3', '11.5.2', 'A1.2.1',
    ],
    hipaa: ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)', '164.312(e)(2)(i)'],
    nist80053r5: [
      'AC-2(4)', 'AC-3(1)', 'AC-3(10)', 'AC-4(26)', 'AC-6(9)', 'AU-2', 'AU-2(b)', 'AU-3', 'AU-3(1)', 'AU-3(a)', 'AU-3(b)',
      'AU-3(c)', 'AU-3(d)', 'AU-3(e)', 'AU-3(f)', 'AU-6(3)', 'AU-6(4)', 'AU-6(6)', 'AU-6(9)', 'AU-8(b)', 'AU-10', 'AU-12',
      'AU-12(1)', 'AU-12(2)', 'AU-12(3)', 'AU-12(4)', 'AU-12(a)', 'AU-12(c)', 'AU-14(1)', 'AU-14(3)', 'AU-14(a)', 'AU-14(b)',
      'CA-7', 'CA-7(b)', 'CM-5(1)(b)', 'CM-6(a)', 'CM-9(b)', 'IA-3(3)(b)', 'MA-4(1)(a)', 'PM-14(a)(1)', 'PM-14(b)', 'PM-31',
      'SA-8(22)', 'SC-7(9)', 'SC-7(9)(b)', 'SI-1(1)(c)', 'SI-3(8)', 'SI-3(8)(b)', 'SI-4(2)', 'SI-4(17)', 'SI-4(20)', 'SI-7(8)',
      'SI-10(1)(c)',
    ],
    soc2: ['A1.2', 'CC2.1', 'CC7.2', 'PI1.3'],
    gdpr: ['Article 25', 'Article 30'],
    wellArchitected: ['SEC04-BP02', 'SEC04-BP03'],
    owaspServerless: ['S10'],
  },
  peers: {
    guard: ['MULTI_REGION_CLOUD_TRAIL_ENABLED'],
    checkov: ['CKV_AWS_67'],
    prowler: ['cloudtrail_multi_region_enabled', 'cloudtrail_multi_region_enabled_logging_management_events'],
    other: ['config:multi-region-cloudtrail-enabled', 'trivy:AWS-0014'],
  },
  rationale: 'Whoever steals credentials works in the region, or with the calls, that nobody records: new users, roles and keys are made unseen.',
  whenNotToUse: 'Trails for data events beside a trail of the organisation cannot be judged: say that there is one by the option `managementEventsElsewhere`.',
  fix: 'Leave `isMultiRegionTrail` and `includeGlobalServiceEvents` of the `Trail` as they are (true), set `managementEvents: '
    + 'cloudtrail.ReadWriteType.ALL` and no `excludeManagementEventSources`.',
  sources: [
    'https://docs.aws.amazon.com/config/latest/developerguide/multi-region-cloudtrail-enabled.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html',
  ],
  absent: {
    means: 'A trail is of one region; without event selectors it logs all management events; a trail of all regions logs global services too.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  },
  options: {
    managementEventsElsewhere: {
      type: 'boolean',
      description: 'A trail outside the app, such as that of the organisation, records management events: trails that record only data events are not judged',
      default: false,
    },
  },
  divergences: [
    {
      peer: 'checkov:CKV_AWS_67',
      how: 'It looks at `IsMultiRegionTrail` only.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/CloudtrailMultiRegion.py',
    },
    {
      peer: 'guard:MULTI_REGION_CLOUD_TRAIL_ENABLED',
      how: 'It asks for explicit event selectors, where the default of CloudTrail logs the same, and knows no advanced ones.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/blob/main/rules/aws/cloudtrail/multi_region_cloud_trail_enabled.guard',
    },
  ],
  check: (trail, app, { managementEventsElsewhere }) => {
    if (logsManagementEvents(trail)) return judge(trail);
    if (managementEventsElsewhere || some(trailsBeside(trail, app), (other) => judge(other) === 'COMPLIANT')) return 'NOT_APPLICABLE';
    // the control asks for one such trail in the account, and each further one is billed: https://aws.amazon.com/cloudtrail/pricing/
    return unknown('it logs data events only, and whether a trail outside the app logs management events is in no template', selectorsOf(trail).location);
  },
  remediation: {
    kind: 'property',
    // what selectors leave out is the choice of the author: then the rest alone would not make it comply
    changes: (trail) => (judgeInAllWorlds(trail.template.app.world, () => logsEveryManagementEvent(trail)).verdict === 'COMPLIANT'
      ? [
        // a trail of all regions has to include global services
        { path: 'IsMultiRegionTrail', value: true, together: true },
        { path: 'IncludeGlobalServiceEvents', value: true, together: true },
      ]
      : []),
  },
});

const logsEveryManagementEvent = logsEvery(MANAGEMENT, 'management events');

function judge(trail: Resource): Outcome {
  const [region, services] = ['IsMultiRegionTrail', 'IncludeGlobalServiceEvents'].map((name) => trail.get(name));
  return every([
    () => (region.isAbsent || !region.is(true) ? violation(region, 'it records one region only') : 'COMPLIANT' as const),
    () => (services.is(false) ? violation(services, 'it records no events of global services, such as IAM') : 'COMPLIANT' as const),
    () => logsEveryManagementEvent(trail),
  ], (check) => check());
}

/** The trails of the same account. */
function trailsBeside(trail: Resource, app: AppModel): readonly Resource[] {
  const accountOf = ({ template }: Resource): string | undefined => template.root.facts.account;
  return app.ofType(TRAIL).filter((other) => accountOf(other) === accountOf(trail));
}
