import { BUCKET, GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/s3-origin-exists';
import { app, given } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.Origins.0.DomainName';

function from(domain: unknown): object {
  return { Origins: [{ Id: 's3', DomainName: domain, S3OriginConfig: {} }] };
}

const NAMED = { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'site-${AWS::AccountId}' } } };
const elsewhere: Situation = given({ externalBuckets: ['shared.assets'] }, distribution(from('shared.assets.s3.eu-west-1.amazonaws.com')));

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a bucket of the app': among({ Bucket: BUCKET }, from({ 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] })),
    'a bucket of the app in a text': among({ Bucket: BUCKET }, from({ 'Fn::Sub': '${Bucket}.s3.${AWS::Region}.amazonaws.com' })),
    'a bucket of the app by its name': among({ Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'site' } } }, from('site.s3.amazonaws.com')),
    'a bucket of the app by a name with the account in it': among({ Bucket: NAMED }, from({ 'Fn::Sub': 'site-${AWS::AccountId}.s3.${AWS::Region}.${AWS::URLSuffix}' })),
    'a bucket of another stack': app(
      { file: 'a.json', body: { Resources: { Bucket: BUCKET }, Outputs: { Domain: { Value: { 'Fn::GetAtt': ['Bucket', 'DomainName'] }, Export: { Name: 'domain' } } } } },
      {
        file: 'b.json',
        body: { Resources: { Subject: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: from({ 'Fn::ImportValue': 'domain' }) } } } },
      },
    ),
    'a bucket that is said to exist': elsewhere,
  },
  nonCompliant: {
    'a bucket that nobody knows': [given({ externalBuckets: ['shared'] }, distribution(from('gone.s3.amazonaws.com'))), AT],
    'a bucket that nobody knows, beside others of the app': [
      given({ externalBuckets: [] }, among({ Bucket: BUCKET, Named: NAMED }, from('gone.s3.amazonaws.com'))), AT,
    ],
    'a bucket that nobody knows, by its domain only': [
      given({ externalBuckets: [] }, distribution({ Origins: [{ Id: 's3', DomainName: 'gone.s3.dualstack.eu-west-1.amazonaws.com' }] })), AT,
    ],
    'one of two': [
      given({ externalBuckets: ['a'] }, distribution({
        Origins: [
          { Id: 'a', DomainName: 'a.s3.amazonaws.com', S3OriginConfig: {} }, { Id: 'b', DomainName: 'b.s3.amazonaws.com', S3OriginConfig: {} },
        ],
      })),
      'Properties.DistributionConfig.Origins.1.DomainName',
    ],
  },
  insufficientData: {
    'a bucket outside the app': distribution(from('other.s3.amazonaws.com')),
    'a bucket by a parameter': given({ externalBuckets: [] }, distribution(from({ 'Fn::Sub': '${Given}.s3.amazonaws.com' }), GIVEN)),
    'a domain that is not that of a bucket': given({ externalBuckets: [] }, distribution(from('assets.example.com'))),
    'an access point': given({ externalBuckets: [] }, distribution(from('a-123456789012.s3-accesspoint.eu-west-1.amazonaws.com'))),
    'no domain': given({ externalBuckets: [] }, distribution({ Origins: [{ Id: 's3', S3OriginConfig: {} }] })),
    'a bucket that a custom resource makes': given({ externalBuckets: [] }, among({ Other: { Type: 'Custom::Bucket' } }, from({ 'Fn::Sub': '${Other}.s3.amazonaws.com' }))),
  },
  notApplicable: {
    'a server': distribution({ Origins: [{ Id: 'a', DomainName: 'www.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }] }),
    'no origins': distribution(),
  },
};
