import { GIVEN, selector, trail } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudtrail/s3-data-events';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const EVERY = { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] };
const OBJECTS = { 'eventCategory': { Equals: ['Data'] }, 'resources.type': { Equals: ['AWS::S3::Object'] } };
const CLASSIC = 'Properties.EventSelectors';
const ADVANCED = 'Properties.AdvancedEventSelectors';

function classic(...dataResources: readonly object[]): Situation {
  return trail({ EventSelectors: [{ ReadWriteType: 'All', DataResources: dataResources }] });
}

function advanced(fields: Readonly<Record<string, object>>): Situation {
  return trail({ S3BucketName: 'logs', AdvancedEventSelectors: [selector({ ...OBJECTS, ...fields })] });
}
/** A trail that writes to a bucket, and leaves objects out. */
function excluding(bucket: unknown, arn: unknown): Situation {
  return resources({
    Subject: {
      Type: 'AWS::CloudTrail::Trail',
      Properties: { S3BucketName: bucket, AdvancedEventSelectors: [selector({ ...OBJECTS, 'resources.ARN': { NotStartsWith: [arn] } })] },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'all objects': classic(EVERY),
    'all objects, in whatever partition': trail({
      EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::b/', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::' }] }] }],
    }),
    'reads and writes apart': trail({
      EventSelectors: [{ ReadWriteType: 'ReadOnly', DataResources: [EVERY] }, { ReadWriteType: 'WriteOnly', IncludeManagementEvents: false, DataResources: [EVERY] }],
    }),
    'an advanced selector': advanced({}),
    'an advanced selector with a prefix of every ARN': advanced({ 'resources.ARN': { StartsWith: ['arn:aws:s3:::'] } }),
    'all but the objects of the trail itself': advanced({ 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::logs/'] } }),
    'the same by reference': resources({
      Subject: {
        Type: 'AWS::CloudTrail::Trail',
        Properties: {
          S3BucketName: { Ref: 'Bucket' },
          AdvancedEventSelectors: [selector({ ...OBJECTS, 'resources.ARN': { NotStartsWith: [{ 'Fn::Sub': '${Bucket.Arn}/' }] } })],
        },
      },
      Bucket: { Type: 'AWS::S3::Bucket' },
    }),
    'all but some objects of the trail itself': advanced({ 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::logs/AWSLogs/'] } }),
  },
  nonCompliant: {
    'nothing said': [trail(), CLASSIC],
    'management events only': [trail({ EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] }), CLASSIC],
    'one bucket': [classic({ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::b/'] }), CLASSIC],
    'functions': [classic({ Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }), CLASSIC],
    'writes only': [trail({ EventSelectors: [{ ReadWriteType: 'WriteOnly', DataResources: [EVERY] }] }), CLASSIC],
    'advanced, writes only': [advanced({ readOnly: { Equals: ['false'] } }), ADVANCED],
    'advanced, one operation': [advanced({ eventName: { Equals: ['DeleteObject'] } }), ADVANCED],
    'advanced, one bucket': [advanced({ 'resources.ARN': { StartsWith: ['arn:aws:s3:::b/'] } }), ADVANCED],
    'advanced, all but one bucket': [advanced({ 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::b/'] } }), ADVANCED],
    'all but the objects of another bucket': [resources({
      Subject: {
        Type: 'AWS::CloudTrail::Trail',
        Properties: {
          S3BucketName: { Ref: 'Bucket' },
          AdvancedEventSelectors: [selector({ ...OBJECTS, 'resources.ARN': { NotStartsWith: [{ 'Fn::Sub': '${Other.Arn}/' }] } })],
        },
      },
      Bucket: { Type: 'AWS::S3::Bucket' },
      Other: { Type: 'AWS::S3::Bucket' },
    }), ADVANCED],
    'advanced, only what ends like the objects of the trail': [advanced({ 'resources.ARN': { EndsWith: ['arn:aws:s3:::logs/'] } }), ADVANCED],
    'advanced, every ARN but those of one bucket': [advanced({ 'resources.ARN': { StartsWith: ['arn:aws:s3'], NotStartsWith: ['arn:aws:s3:::b/'] } }), ADVANCED],
    'advanced, all but a bucket whose name begins so': [advanced({ 'resources.ARN': { NotStartsWith: ['arn:aws:s3:::logs-of-others/'] } }), ADVANCED],
    'advanced, all but what is no ARN of S3': [advanced({ 'resources.ARN': { NotStartsWith: ['logs/'] } }), ADVANCED],
    'advanced, another type': [advanced({ 'resources.type': { Equals: ['AWS::S3::AccessPoint'] } }), ADVANCED],
    'advanced, management events': [trail({ AdvancedEventSelectors: [selector({ eventCategory: { Equals: ['Management'] } })] }), ADVANCED],
    'advanced, data of no type': [trail({ AdvancedEventSelectors: [selector({ eventCategory: { Equals: ['Data'] } })] }), ADVANCED],
    'a bucket in a partition that a parameter tells': [
      trail({ EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: [{ 'Fn::Sub': '${Given}:s3:::b/' }] }] }] }, GIVEN), CLASSIC,
    ],
  },
  insufficientData: {
    'an ARN by a parameter': trail({ EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: [{ Ref: 'Given' }] }] }] }, GIVEN),
    'selectors by a parameter': trail({ AdvancedEventSelectors: { Ref: 'Given' } }, { Parameters: { Given: { Type: 'CommaDelimitedList' } } }),
    'all but the objects of a bucket by its name, where the trail refers to one': excluding({ Ref: 'Bucket' }, 'arn:aws:s3:::logs/'),
    'all but the objects of a bucket of the app, where the trail names one': excluding('logs', { 'Fn::Sub': '${Bucket.Arn}/' }),
  },
};
