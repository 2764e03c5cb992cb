import { Annotations, Stack, StackProps } from 'aws-cdk-lib';
import { HostedZone, HostedZoneAttributes } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { SecureApi, SecureSite, SecureTopic } from 'cdk-hardened';
import { Construct } from 'constructs';

export interface FrontPageStackProps extends StackProps {
  readonly domainName: string;
  readonly zone: HostedZoneAttributes;
  readonly api: SecureApi;
  readonly originSecretArn: string;
  readonly signIn: string;
  readonly webClientId: string;
}

/** The page where customers place orders, with the API behind the same name: in us-east-1, where AWS keeps what belongs to CloudFront. */
export class FrontPageStack extends Stack {
  constructor(scope: Construct, id: string, props: FrontPageStackProps) {
    super(scope, id, props);
    SecureTopic.alarmsOf(this).subscribeEmail('security@example.com');
    const site = new SecureSite(this, 'Site', {
      domain: { domainName: props.domainName, hostedZone: HostedZone.fromHostedZoneAttributes(this, 'Zone', props.zone) },
      contentSecurityPolicy: `default-src 'self'; connect-src 'self' ${props.signIn}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    Annotations.of(site.bucket).acknowledgeWarning('cdk-hardened:unwatched-data', 'public files, which the upload function alone writes');
    const { region } = Stack.of(props.api);
    site.addApi('/api/*', props.api, {
      secret: Secret.fromSecretCompleteArn(this, 'OriginSecret', props.originSecretArn),
      replicaOfSecret: Secret.fromSecretCompleteArn(this, 'Replica', props.originSecretArn.replace(region, this.region)),
    });
    site.deploy(`${__dirname}/site`, { data: { 'settings.json': { signIn: props.signIn, clientId: props.webClientId } } });
  }
}
