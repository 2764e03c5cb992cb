import { BUCKET, GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/default-root-object';
import type { Verdicts } from '../verdicts';

const S3 = { Id: 's3', DomainName: 'site.s3.eu-west-1.amazonaws.com', S3OriginConfig: {} };
const API = { Id: 'api', DomainName: 'a.execute-api.eu-west-1.amazonaws.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } };
const TO_S3 = { DefaultCacheBehavior: { TargetOriginId: 's3', ViewerProtocolPolicy: 'https-only' } };
const TO_API = { DefaultCacheBehavior: { TargetOriginId: 'api', ViewerProtocolPolicy: 'https-only' } };
const AT = 'Properties.DistributionConfig.DefaultRootObject';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a bucket with one': distribution({ Origins: [S3], ...TO_S3, DefaultRootObject: 'index.html' }),
    'an API with one': distribution({ Origins: [API], ...TO_API, DefaultRootObject: 'index.html' }),
  },
  nonCompliant: {
    'a bucket without': [distribution({ Origins: [S3], ...TO_S3 }), AT],
    'an empty one': [distribution({ Origins: [S3], ...TO_S3, DefaultRootObject: '' }), AT],
    'a bucket at the root beside an API': [distribution({ Origins: [API, S3], ...TO_S3 }), AT],
    'a bucket in a group': [distribution({
      Origins: [S3, API],
      OriginGroups: { Quantity: 1, Items: [{ Id: 'group', Members: { Quantity: 2, Items: [{ OriginId: 's3' }, { OriginId: 'api' }] } }] },
      DefaultCacheBehavior: { TargetOriginId: 'group', ViewerProtocolPolicy: 'https-only' },
    }), AT],
    'a default behaviour that names no origin': [distribution({ Origins: [S3], DefaultCacheBehavior: { TargetOriginId: 'other' } }), AT],
    'a bucket by its domain': [distribution({ Origins: [{ Id: 's3', DomainName: 'site.s3.amazonaws.com' }], ...TO_S3 }), AT],
    'a bucket of the app': [among({ Bucket: BUCKET }, {
      Origins: [{ Id: 's3', DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] }, OriginAccessControlId: 'E1' }], ...TO_S3,
    }), AT],
    'a bucket in the oldest form': [distribution({ S3Origin: { DNSName: 'site.s3.amazonaws.com' } }), AT],
  },
  insufficientData: {
    'an origin by an id that a parameter gives, beside others': distribution({
      Origins: [S3, API], DefaultCacheBehavior: { TargetOriginId: { Ref: 'Given' }, ViewerProtocolPolicy: 'https-only' },
    }, GIVEN),
    'one by a parameter': distribution({ Origins: [S3], ...TO_S3, DefaultRootObject: { Ref: 'Given' } }, GIVEN),
    'origins that are not known': distribution({ Origins: [{ Ref: 'Given' }], ...TO_S3 }, GIVEN),
  },
  notApplicable: {
    'an API': distribution({ Origins: [API], ...TO_API }),
    'an API by an id that begins with a parameter, beside a bucket': distribution({
      Origins: [{ ...S3, Id: { 'Fn::Sub': '${Given}-s3' } }, { ...API, Id: { 'Fn::Sub': '${Given}-api' } }],
      DefaultCacheBehavior: { TargetOriginId: { 'Fn::Sub': '${Given}-api' }, ViewerProtocolPolicy: 'https-only' },
    }, GIVEN),
    'an API at the root, a bucket elsewhere': distribution({
      Origins: [API, S3], ...TO_API, CacheBehaviors: [{ PathPattern: '/static/*', TargetOriginId: 's3', ViewerProtocolPolicy: 'https-only' }],
    }),
    'the website of a bucket': distribution({
      Origins: [{ Id: 's3', DomainName: 'site.s3-website-eu-west-1.amazonaws.com', CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } }], ...TO_S3,
    }),
  },
};
