import { CERTIFICATE, GIVEN, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/sni';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.ViewerCertificate.SslSupportMethod';

function method(value: unknown): Situation {
  return distribution({ ViewerCertificate: { AcmCertificateArn: CERTIFICATE, SslSupportMethod: value } }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'SNI': method('sni-only'),
    'SNI with a certificate of IAM': distribution({ ViewerCertificate: { IamCertificateId: 'ASCAEXAMPLE', SslSupportMethod: 'sni-only' } }),
  },
  nonCompliant: {
    'addresses of its own': [method('vip'), AT],
    'fixed addresses': [method('static-ip'), AT],
    'addresses of its own without a certificate': [distribution({ ViewerCertificate: { SslSupportMethod: 'vip' } }), AT],
    'nothing said': [method({ Ref: 'AWS::NoValue' }), AT],
  },
  insufficientData: {
    'a parameter': method({ Ref: 'Given' }),
  },
  notApplicable: {
    'no certificate': distribution(),
    'the certificate of cloudfront.net, whatever is said beside it': distribution({
      ViewerCertificate: { CloudFrontDefaultCertificate: true, SslSupportMethod: 'vip' },
    }),
    'a version of TLS only': distribution({ ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' } }),
    'the certificate of cloudfront.net': distribution({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
  },
};
