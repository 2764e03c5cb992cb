import { GIVEN, selector, trail } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudtrail/multi-region';
import { app, given, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const MULTI = { IsMultiRegionTrail: true };
const MANAGEMENT = selector({ eventCategory: { Equals: ['Management'] } });
const DATA = selector({ 'eventCategory': { Equals: ['Data'] }, 'resources.type': { Equals: ['AWS::S3::Object'] } });
const REGION = 'Properties.IsMultiRegionTrail';
const CLASSIC = 'Properties.EventSelectors';
const ADVANCED = 'Properties.AdvancedEventSelectors';

function advanced(...selectors: readonly object[]): Situation {
  return trail({ ...MULTI, AdvancedEventSelectors: selectors });
}

function classic(...selectors: readonly object[]): Situation {
  return trail({ ...MULTI, EventSelectors: selectors });
}

function managementIf(fields: Readonly<Record<string, object>>): object {
  return selector({ eventCategory: { Equals: ['Management'] }, ...fields });
}

function beside(other: object): Situation {
  return resources({
    Subject: { Type: 'AWS::CloudTrail::Trail', Properties: { ...MULTI, AdvancedEventSelectors: [DATA] } },
    Other: { Type: 'AWS::CloudTrail::Trail', Properties: other },
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'all regions, without selectors': trail({ IsMultiRegionTrail: 'true' }),
    'global services written out': trail({ ...MULTI, IncludeGlobalServiceEvents: true }),
    'an empty list of selectors, which is none': classic(),
    'a selector for everything': classic({ IncludeManagementEvents: true, ReadWriteType: 'All', ExcludeManagementEventSources: [] }),
    'a selector for data, which includes management events': classic({ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }),
    'reads and writes in two selectors': classic({ ReadWriteType: 'ReadOnly' }, { ReadWriteType: 'WriteOnly' }),
    'an advanced selector': advanced(MANAGEMENT, DATA),
    'reads and writes in two advanced selectors': advanced(managementIf({ readOnly: { Equals: ['true'] } }), managementIf({ readOnly: { Equals: ['false'] } })),
  },
  nonCompliant: {
    'nothing said': [trail(), REGION],
    'one region': [trail({ IsMultiRegionTrail: false }), REGION],
    'no global services': [trail({ ...MULTI, IncludeGlobalServiceEvents: false }), 'Properties.IncludeGlobalServiceEvents'],
    'writes only': [classic({ ReadWriteType: 'WriteOnly' }), CLASSIC],
    'one region and no writes': [trail({ EventSelectors: [{ ReadWriteType: 'ReadOnly' }] }), REGION, CLASSIC],
    'reads only, beside a trail for management events': [resources({
      Subject: { Type: 'AWS::CloudTrail::Trail', Properties: { ...MULTI, EventSelectors: [{ ReadWriteType: 'ReadOnly' }] } },
      Other: { Type: 'AWS::CloudTrail::Trail', Properties: MULTI },
    }), CLASSIC],
    'reads only': [classic({ ReadWriteType: 'ReadOnly' }), CLASSIC],
    'writes only, beside a trail outside the app': [given({ managementEventsElsewhere: true }, classic({ ReadWriteType: 'WriteOnly' })), CLASSIC],
    'advanced, reads only, beside a trail outside the app': [
      given({ managementEventsElsewhere: true }, advanced(DATA, managementIf({ readOnly: { Equals: ['true'] } }))), ADVANCED,
    ],
    'one region, beside a trail outside the app': [given({ managementEventsElsewhere: true }, trail()), REGION],
    'without KMS': [classic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }), CLASSIC],
    'advanced, without KMS': [advanced(managementIf({ eventSource: { NotEquals: ['kms.amazonaws.com'] } })), ADVANCED],
    'advanced, reads only': [advanced(managementIf({ readOnly: { Equals: ['true'] } })), ADVANCED],
    'reads only, beside a selector for data': [classic({ IncludeManagementEvents: false, DataResources: [] }, { ReadWriteType: 'ReadOnly' }), CLASSIC],
  },
  insufficientData: {
    'no management events': classic({ IncludeManagementEvents: false, DataResources: [] }),
    'for data only': advanced(DATA),
    'for data only, of one region': trail({ AdvancedEventSelectors: [DATA] }),
    'advanced selectors for data beside others that would do': trail({ ...MULTI, EventSelectors: [{ ReadWriteType: 'All' }], AdvancedEventSelectors: [DATA] }),
    'for data only, beside a trail of one region': beside({ IsLogging: true }),
    'for data only, beside a trail of another account': app(
      { file: 'a.json', facts: { account: '111122223333' }, body: { Resources: { Subject: { Type: 'AWS::CloudTrail::Trail', Properties: { ...MULTI, AdvancedEventSelectors: [DATA] } } } } },
      { file: 'b.json', facts: { account: '444455556666' }, body: { Resources: { Other: { Type: 'AWS::CloudTrail::Trail', Properties: MULTI } } } },
    ),
    'a parameter': trail({ IsMultiRegionTrail: { Ref: 'Given' } }, GIVEN),
    'selectors by a parameter': trail({ ...MULTI, EventSelectors: [{ ReadWriteType: { Ref: 'Given' } }] }, GIVEN),
  },
  notApplicable: {
    'for data only, beside a trail for management events': beside(MULTI),
    'for data only, beside a trail outside the app': given({ managementEventsElsewhere: true }, advanced(DATA)),
    'the same with selectors of the older kind': given({ managementEventsElsewhere: true }, classic({ IncludeManagementEvents: false })),
  },
};
