import { CERTIFICATE, GIVEN, distribution } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudfront/viewer-tls-policy';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.DistributionConfig.ViewerCertificate';

function policy(value: unknown, certificate: object = { AcmCertificateArn: CERTIFICATE, SslSupportMethod: 'sni-only' }): Situation {
  return distribution({ ViewerCertificate: { ...certificate, MinimumProtocolVersion: value } }, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'TLS 1.2 of 2021': policy('TLSv1.2_2021'),
    'TLS 1.2 of 2018': policy('TLSv1.2_2018'),
    'TLS 1.3': policy('TLSv1.3_2025'),
    'a certificate of IAM': policy('TLSv1.2_2019', { IamCertificateId: 'ASCAEXAMPLE' }),
    'tenants with a certificate of the distribution': distribution({
      ConnectionMode: 'tenant-only', ViewerCertificate: { AcmCertificateArn: CERTIFICATE, MinimumProtocolVersion: 'TLSv1.2_2021' },
    }),
    'TLS 1.2 of 2025': policy('TLSv1.2_2025'),
  },
  nonCompliant: {
    'nothing said': [distribution(), AT],
    'the certificate of cloudfront.net': [policy('TLSv1.2_2021', { CloudFrontDefaultCertificate: true }), AT],
    'both certificates': [policy('TLSv1.2_2021', { CloudFrontDefaultCertificate: 'true', AcmCertificateArn: CERTIFICATE }), AT],
    'a policy, but no certificate': [policy('TLSv1.2_2021', {}), AT],
    'no policy': [distribution({ ViewerCertificate: { AcmCertificateArn: CERTIFICATE } }), `${AT}.MinimumProtocolVersion`],
    'TLS 1.1': [policy('TLSv1.1_2016'), `${AT}.MinimumProtocolVersion`],
    'TLS 1.0': [policy('TLSv1'), `${AT}.MinimumProtocolVersion`],
    'TLS 1.2 without the year, which is no policy': [policy('TLSv1.2'), `${AT}.MinimumProtocolVersion`],
    'an old policy, and a certificate that is not known': [policy('TLSv1_2016', { AcmCertificateArn: { Ref: 'Given' } }), `${AT}.MinimumProtocolVersion`],
  },
  insufficientData: {
    'a policy by a parameter': policy({ Ref: 'Given' }),
    'a certificate by a parameter that may be empty': policy('TLSv1.2_2021', { AcmCertificateArn: { Ref: 'Given' } }),
    'tenants with certificates of their own': distribution({ ConnectionMode: 'tenant-only' }),
  },
};
