import { BUCKET, GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/s3-origin-access-control';
import { given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.Origins.0';
const streaming = subjectOf('AWS::CloudFront::StreamingDistribution');
const IDENTITY = { S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' } };
const OLDER = { acceptOriginAccessIdentity: true };

function bucket(more: object): Situation {
  return distribution({ Origins: [{ Id: 'a', DomainName: 'site.s3.eu-west-1.amazonaws.com', S3OriginConfig: {}, ...more }] }, GIVEN);
}

function controlled(behaviour: unknown, type: unknown = 's3'): Situation {
  const config = { SigningBehavior: behaviour, SigningProtocol: 'sigv4', OriginAccessControlOriginType: type };
  return among({
    Bucket: BUCKET,
    Control: { Type: 'AWS::CloudFront::OriginAccessControl', Properties: { OriginAccessControlConfig: config } },
  }, {
    Origins: [{
      Id: 'a',
      DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] },
      S3OriginConfig: { OriginAccessIdentity: '' },
      OriginAccessControlId: { 'Fn::GetAtt': ['Control', 'Id'] },
    }],
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'signed': controlled('always'),
    'signed unless the viewer has signed': controlled('no-override'),
    'signed by one that exists': bucket({ OriginAccessControlId: 'E1' }),
    'the older way, where it is enough': given(OLDER, bucket(IDENTITY)),
    'a streaming distribution': streaming({ StreamingDistributionConfig: { S3Origin: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' } } }),
    'the newer way, where the older is enough': given(OLDER, bucket({ OriginAccessControlId: 'E1' })),
    'the older way, and an empty one of the newer': given(OLDER, bucket({ ...IDENTITY, OriginAccessControlId: '' })),
  },
  nonCompliant: {
    'nothing said': [bucket({}), `${AT}.OriginAccessControlId`],
    'an empty one': [bucket({ OriginAccessControlId: '' }), `${AT}.OriginAccessControlId`],
    'the older way': [bucket(IDENTITY), `${AT}.OriginAccessControlId`],
    'not even the older way': [given(OLDER, bucket({})), `${AT}.S3OriginConfig.OriginAccessIdentity`],
    'never signed': [controlled('never'), `${AT}.OriginAccessControlId`],
    'signed as for a function': [controlled('always', 'lambda'), `${AT}.OriginAccessControlId`],
    'a bucket like any server': [
      distribution({ Origins: [{ Id: 'a', DomainName: 'site.s3.amazonaws.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }] }),
      `${AT}.OriginAccessControlId`,
    ],
    'the second of two': [distribution({
      Origins: [
        { Id: 'a', DomainName: 'a.s3.amazonaws.com', S3OriginConfig: {}, OriginAccessControlId: 'E1' },
        { Id: 'b', DomainName: 'b.s3.amazonaws.com', S3OriginConfig: {} },
      ],
    }), 'Properties.DistributionConfig.Origins.1.OriginAccessControlId'],
    'in the oldest form': [
      distribution({ S3Origin: { DNSName: 'site.s3.amazonaws.com', OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' } }),
      'Properties.DistributionConfig.S3Origin.OriginAccessControlId',
    ],
    'a streaming distribution': [
      streaming({ StreamingDistributionConfig: { S3Origin: { DomainName: 'a.s3.amazonaws.com', OriginAccessIdentity: '' } } }),
      'Properties.StreamingDistributionConfig.S3Origin.OriginAccessIdentity',
    ],
    ...Object.fromEntries(['DomainName', 'RegionalDomainName', 'DualStackDomainName'].map((attribute) =>
      [`by its ${attribute}`, [
        among({ Bucket: BUCKET }, { Origins: [{ Id: 'a', DomainName: { 'Fn::GetAtt': ['Bucket', attribute] } }] }), `${AT}.OriginAccessControlId`,
      ]])),
    'in whatever partition': [
      distribution({ Origins: [{ Id: 'a', DomainName: { 'Fn::Sub': 'site.s3.${AWS::URLSuffix}' } }] }), `${AT}.OriginAccessControlId`,
    ],
  },
  insufficientData: {
    'a parameter': bucket({ OriginAccessControlId: { Ref: 'Given' } }),
    'an oldest form that is not known': distribution({ S3Origin: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'a server': distribution({ Origins: [{ Id: 'a', DomainName: 'www.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }] }),
    'the website of a bucket': distribution({
      Origins: [{ Id: 'a', DomainName: 'site.s3-website.eu-central-1.amazonaws.com', CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } }],
    }),
    'something else that has a domain name': among({ Other: { Type: 'AWS::CloudFront::Distribution', Properties: {} } }, {
      Origins: [{ Id: 'a', DomainName: { 'Fn::GetAtt': ['Other', 'DomainName'] }, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
    }),
    'the website of a bucket of the app': among({ Bucket: BUCKET }, {
      Origins: [{ Id: 'a', DomainName: { 'Fn::GetAtt': ['Bucket', 'WebsiteURL'] }, CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } }],
    }),
  },
};
