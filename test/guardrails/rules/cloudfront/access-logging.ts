import { GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/access-logging';
import { app, resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.Logging';
const streaming = subjectOf('AWS::CloudFront::StreamingDistribution');
const SELF = { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Subject}' };
const DISTRIBUTION = { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Enabled: true } } };

function source(arn: unknown, type = 'ACCESS_LOGS'): object {
  return { Type: 'AWS::Logs::DeliverySource', Properties: { Name: 'site', LogType: type, ResourceArn: arn } };
}

function delivery(name: unknown): object {
  return { Type: 'AWS::Logs::Delivery', Properties: { DeliverySourceName: name, DeliveryDestinationArn: 'arn:aws:logs:us-east-1:123456789012:delivery-destination:a' } };
}

function delivered(from: object, to: object): Situation {
  return resources({ Subject: DISTRIBUTION, Source: from, Delivery: to }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'into a bucket': distribution({ Logging: { Bucket: 'logs.s3.amazonaws.com' } }),
    'into a bucket of the app': among({ Logs: { Type: 'AWS::S3::Bucket', Properties: {} } }, { Logging: { Bucket: { 'Fn::GetAtt': ['Logs', 'RegionalDomainName'] } } }),
    'by a delivery': delivered(source(SELF), delivery({ Ref: 'Source' })),
    'by a delivery that says the name of the source': delivered(source(SELF), delivery('site')),
    'by a delivery of another stack': app(
      { file: 'a.json', body: { Resources: { Subject: DISTRIBUTION }, Outputs: { Id: { Value: { Ref: 'Subject' }, Export: { Name: 'id' } } } } },
      {
        file: 'b.json',
        body: {
          Resources: {
            Source: source({ 'Fn::Join': ['', ['arn:aws:cloudfront::123456789012:distribution/', { 'Fn::ImportValue': 'id' }]] }),
            Delivery: delivery({ Ref: 'Source' }),
          },
        },
      },
    ),
    'a streaming distribution': streaming({ StreamingDistributionConfig: { Logging: { Enabled: true, Bucket: 'logs.s3.amazonaws.com' } } }),
  },
  nonCompliant: {
    'nothing said': [distribution(), AT],
    'an empty bucket': [distribution({ Logging: { Bucket: '' } }), AT],
    'cookies, but no bucket': [distribution({ Logging: { IncludeCookies: true } }), AT],
    'real-time logs only': [distribution({ DefaultCacheBehavior: { RealtimeLogConfigArn: 'arn:aws:cloudfront::123456789012:realtime-log-config/a' } }), AT],
    'a source without a delivery': [delivered(source(SELF), delivery('other')), AT],
    'a delivery of something else': [delivered(source(SELF, 'OTHER_LOGS'), delivery({ Ref: 'Source' })), AT],
    'a delivery of another distribution': [delivered(source('arn:aws:cloudfront::123456789012:distribution/E1'), delivery({ Ref: 'Source' })), AT],
    'a streaming distribution': [streaming(), 'Properties.StreamingDistributionConfig.Logging'],
    'a streaming distribution with logs switched off': [
      streaming({ StreamingDistributionConfig: { Logging: { Enabled: false, Bucket: 'logs.s3.amazonaws.com' } } }),
      'Properties.StreamingDistributionConfig.Logging',
    ],
    'a streaming distribution that does not say that logs are on': [
      streaming({ StreamingDistributionConfig: { Logging: { Bucket: 'logs.s3.amazonaws.com' } } }), 'Properties.StreamingDistributionConfig.Logging',
    ],
    'a delivery of nothing, and a source without a name': [
      delivered({ Type: 'AWS::Logs::DeliverySource', Properties: { LogType: 'ACCESS_LOGS', ResourceArn: SELF } }, delivery(undefined)), AT,
    ],
  },
  insufficientData: {
    'a bucket by a parameter that may be empty': distribution({ Logging: { Bucket: { Ref: 'Given' } } }, GIVEN),
    'a delivery of what a parameter names': delivered(source({ Ref: 'Given' }), delivery({ Ref: 'Source' })),
    'a delivery from what a parameter names': delivered(source(SELF), delivery({ Ref: 'Given' })),
  },
};
