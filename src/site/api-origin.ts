import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, type HttpOriginProps } from 'aws-cdk-lib/aws-cloudfront-origins';

/** An origin to which CloudFront may show a certificate, which the L2 has no prop for. */
export class ApiOrigin extends HttpOrigin {
  constructor(host: string, props: HttpOriginProps, private readonly clientCertificateArn?: string) {
    super(host, props);
  }

  protected renderCustomOriginConfig(): cloudfront.CfnDistribution.CustomOriginConfigProperty | undefined {
    const config = super.renderCustomOriginConfig();
    return config && this.clientCertificateArn ? { ...config, originMtlsConfig: { clientCertificateArn: this.clientCertificateArn } } : config;
  }
}
