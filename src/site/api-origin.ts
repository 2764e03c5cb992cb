import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';

/** How a site reaches an API, and makes itself known to it. */
interface ApiOriginProps {
  /** Base path or stage, without slashes. */
  readonly below?: string;
  readonly customHeaders?: Record<string, string>;
  /** Certificate that CloudFront shows, which the L2 has no prop for. */
  readonly clientCertificateArn?: string;
}

/** An API as an origin, over TLS 1.2 only. */
export class ApiOrigin extends HttpOrigin {
  private readonly clientCertificateArn?: string;

  constructor(host: string, { below, customHeaders, clientCertificateArn }: ApiOriginProps) {
    super(host, {
      originPath: below && `/${below}`,
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      customHeaders,
    });
    this.clientCertificateArn = clientCertificateArn;
  }

  protected renderCustomOriginConfig(): cloudfront.CfnDistribution.CustomOriginConfigProperty | undefined {
    const config = super.renderCustomOriginConfig();
    const { clientCertificateArn } = this;
    return config && clientCertificateArn ? { ...config, originMtlsConfig: { clientCertificateArn } } : config;
  }
}
