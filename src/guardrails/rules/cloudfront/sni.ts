import { hasOwnCertificate, viewerCertificate } from './viewer-certificate';
import { mustBe, set } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'cloudfront/sni',
  title: 'CloudFront distributions with a certificate of their own serve it by SNI',
  severity: 'low',
  resourceTypes: ['AWS::CloudFront::Distribution'],
  controls: {
    fsbp: ['CloudFront.8'],
    pciDss4: ['1.2.5', '2.2.5'],
    nist80053r5: ['CA-9(1)', 'CM-2'],
  },
  peers: {
    guard: ['CLOUDFRONT_SNI_ENABLED'],
    prowler: ['cloudfront_distributions_https_sni_enabled'],
    other: ['config:cloudfront-sni-enabled'],
  },
  rationale: 'Dedicated addresses cost several hundred dollars a month for clients from before 2010, and take part in no newer '
    + 'feature of TLS at CloudFront.',
  whenNotToUse: 'Clients without SNI that you cannot replace.',
  fix: 'Leave `sslSupportMethod` out, or set it to `cloudfront.SSLMethod.SNI`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-viewercertificate.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-8',
  ],
  absent: {
    means: 'CloudFront asks for it with a certificate of your own; its own certificate, which it takes otherwise, is served by SNI.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-viewercertificate.html',
  },
  divergences: [
    {
      peer: 'guard:CLOUDFRONT_SNI_ENABLED',
      how: 'It reports the certificate of cloudfront.net too, which always takes SNI: here cloudfront/custom-certificate.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/cloudfront',
    },
  ],
  check: (distribution) => {
    const certificate = viewerCertificate(distribution);
    if (certificate.isAbsent || certificate.at('CloudFrontDefaultCertificate').boolean(false)) return 'NOT_APPLICABLE';
    if (certificate.at('SslSupportMethod').isAbsent && !hasOwnCertificate(distribution)) return 'NOT_APPLICABLE';
    return usesSni(distribution);
  },
  remediation: set({ 'DistributionConfig.ViewerCertificate.SslSupportMethod': 'sni-only' }),
});

const usesSni = mustBe('DistributionConfig.ViewerCertificate.SslSupportMethod', 'sni-only');
