import { GIVEN, among, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/security-response-headers';
import { given } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId';
const SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';
const SIMPLE_CORS = '60669652-455b-4ae9-85a4-c4c02393f86c';

function managed(id: unknown, ...others: readonly unknown[]): Situation {
  return distribution({
    DefaultCacheBehavior: { ResponseHeadersPolicyId: id },
    ...others.length === 0 ? {} : { CacheBehaviors: others.map((other) => ({ PathPattern: '/a', ResponseHeadersPolicyId: other })) },
  }, GIVEN);
}

function own(config: object): Situation {
  return among(
    { Policy: { Type: 'AWS::CloudFront::ResponseHeadersPolicy', Properties: { ResponseHeadersPolicyConfig: { Name: 'own', ...config } } } },
    { DefaultCacheBehavior: { ResponseHeadersPolicyId: { Ref: 'Policy' } } },
  );
}

function remembered(seconds: unknown): Situation {
  return own({ SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec: seconds, Override: true } } });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'managed headers': managed(SECURITY_HEADERS),
    'managed headers everywhere': managed(SECURITY_HEADERS, 'e61eb60c-9c35-4d20-a928-2b84e02af89c', 'eaab4381-ed33-4a86-88ca-d9558dc6cd63'),
    'two years': remembered(63072000),
    'a year, as text': remembered('31536000'),
    'less, where less is enough': given({ minimumMaxAge: 86400 }, remembered(86400)),
  },
  nonCompliant: {
    'nothing said': [distribution({ DefaultCacheBehavior: { TargetOriginId: 'a' } }), AT],
    'an empty policy': [managed(''), AT],
    'a managed policy without it': [managed(SIMPLE_CORS), AT],
    'another behaviour': [managed(SECURITY_HEADERS, SIMPLE_CORS), 'Properties.DistributionConfig.CacheBehaviors.0.ResponseHeadersPolicyId'],
    'an hour': [remembered(3600), AT],
    'not at all': [remembered(0), AT],
    'other headers': [own({ SecurityHeadersConfig: { ContentTypeOptions: { Override: true } } }), AT],
    'no security headers': [own({ CustomHeadersConfig: { Items: [] } }), AT],
    'managed headers, where more is asked for': [given({ minimumMaxAge: 63072000 }, managed(SECURITY_HEADERS)), AT],
    'a managed policy without it, that answers pre-flight requests': [managed('5cc3b908-e619-4b99-88e5-2cf7f45965bd'), AT],
    'none, where any time is enough': [given({ minimumMaxAge: 0 }, managed(SIMPLE_CORS)), AT],
  },
  insufficientData: {
    'a policy by a parameter': managed({ Ref: 'Given' }),
    'a policy outside the app': managed('11111111-2222-3333-4444-555555555555'),
    'a time that is not known': remembered({ 'Fn::ImportValue': 'seconds' }),
  },
};
