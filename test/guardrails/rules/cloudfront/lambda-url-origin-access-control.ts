import { GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/lambda-url-origin-access-control';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.Origins.0.OriginAccessControlId';
const URL = { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'AWS_IAM' } };
const API = { Type: 'AWS::ApiGatewayV2::Api', Properties: {} };

function from(domain: unknown, more: object = {}): object {
  return { Origins: [{ Id: 'a', DomainName: domain, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' }, ...more }] };
}

/** The host as CDK cuts it out of a URL. */
function hostOf(url: object): object {
  return { 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] };
}

const HOST = hostOf({ 'Fn::GetAtt': ['Url', 'FunctionUrl'] });

function controlled(behaviour: string, type = 'lambda'): Situation {
  const config = { SigningBehavior: behaviour, OriginAccessControlOriginType: type };
  const control = { Type: 'AWS::CloudFront::OriginAccessControl', Properties: { OriginAccessControlConfig: config } };
  return among({ Url: URL, Control: control }, from(HOST, { OriginAccessControlId: { Ref: 'Control' } }));
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'signed': controlled('always'),
    'signed by one that exists': distribution(from('abc.lambda-url.eu-west-1.on.aws', { OriginAccessControlId: 'E1' })),
  },
  nonCompliant: {
    'not signed': [among({ Url: URL }, from(HOST)), AT],
    'not signed, the URL in a text': [among({ Url: URL }, from(hostOf({ 'Fn::Sub': '${Url.FunctionUrl}' }))), AT],
    'not signed, the host of a URL outside the app': [distribution(from('abc.lambda-url.eu-west-1.on.aws')), AT],
    'not signed, the region not known': [distribution(from({ 'Fn::Sub': 'abc.lambda-url.${AWS::Region}.on.aws' })), AT],
    'an empty one': [among({ Url: URL }, from(HOST, { OriginAccessControlId: '' })), AT],
    'never signed': [controlled('never'), AT],
    'signed as for a bucket': [controlled('always', 's3'), AT],
  },
  insufficientData: {
    'a host by a parameter': distribution(from({ Ref: 'Given' }), GIVEN),
    'signed by what a parameter names': distribution(from('abc.lambda-url.eu-west-1.on.aws', { OriginAccessControlId: { Ref: 'Given' } }), GIVEN),
  },
  notApplicable: {
    'a server': distribution(from('www.example.com')),
    'an API': among({ Api: API }, from(hostOf({ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }))),
    'a bucket': distribution({ Origins: [{ Id: 'a', DomainName: { Ref: 'Given' }, S3OriginConfig: {} }] }, GIVEN),
    'a server in a VPC': distribution({ Origins: [{ Id: 'a', DomainName: { Ref: 'Given' }, VpcOriginConfig: { VpcOriginId: 'vo_1' } }] }, GIVEN),
  },
};
