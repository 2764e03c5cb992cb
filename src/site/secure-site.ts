import { Lazy } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { connectApi, type ConnectedApi } from './api-behind-site';
import type { ApiAtPath } from './api-seals';
import { bucketOrigin, defineAccessControl, letDistributionRead } from './bucket-origin';
import { validateContentSecurityPolicy } from './content-security-policy';
import { errorResponses, validateErrorPage } from './error-responses';
import { connectHttpApi } from './http-api-behind-site';
import { validatePermissionsPolicy } from './permissions-policy';
import { defineResponseHeaders } from './response-headers';
import type { SecureSiteProps } from './secure-site-props';
import type { SiteApiOptions } from './site-api-options';
import type { SiteDeployOptions } from './site-deploy-options';
import { SiteFiles } from './site-files';
import { defineAddressFunction, definePathFunction } from './site-function';
import type { SiteHttpApiOptions } from './site-http-api-options';
import { SiteLogDestination } from './site-log-destination';
import { defineSiteLogs } from './site-logs';
import { certificateFor, defineRecords, namesOf, validateNames } from './site-names';
import { SiteRouting } from './site-routing';
import { sealDistributionOfSite } from './site-seals';
import { SiteTlsPolicy } from './site-tls-policy';
import { type TakenPaths, validateApiPath } from './validate-site-api';
import { alarmOnBlockedRequests } from '../api/firewall/blocked-requests-alarm';
import { FirewallScope } from '../api/firewall/firewall-scope';
import { validateInRegionOfCloudFront } from '../api/firewall/region-of-cloudfront';
import { WebFirewall } from '../api/firewall/web-firewall';
import type { SecureHttpApi } from '../api/http/secure-http-api';
import type { SecureApi } from '../api/secure-api';
import { SecureBucket } from '../data/bucket/secure-bucket';
import { grantToPrincipal } from '../data/grant-to-principal';
import { validateKey } from '../data/keys/validate-key';
import { SecureTopic } from '../data/messaging/secure-topic';

/**
 * A web site: CloudFront in front of a private bucket, by HTTPS and under your domain name only, behind a web firewall, with strict
 * security headers and a log without cookies and query strings.
 *
 * Its stack must be in us-east-1, where AWS keeps the firewalls, certificates and log deliveries of CloudFront; viewers everywhere are
 * served from near them all the same. Its alarm goes to `SecureTopic.alarmsOf(stack)`: subscribe somebody.
 *
 * Costs about 12 USD a month before traffic: the web firewall 11 USD, the key 1 USD (shared); then 0.085 USD per GB and 1 USD per million
 * requests in the cheapest regions, the first TB and 10 million a month free (https://aws.amazon.com/cloudfront/pricing/).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GettingStarted.SimpleDistribution.html
 *
 * @example
 * declare const zone: route53.IHostedZone;
 * declare const deployRole: iam.IRole;
 * const site = new SecureSite(this, 'Site', { domain: { domainName: 'shop.example.com', hostedZone: zone } });
 * site.grantDeploy(deployRole);
 */
export class SecureSite extends Construct {
  /** The bucket of the files. */
  public readonly bucket: SecureBucket;

  /** The L2 distribution. Behaviors that are added to it without HTTPS or `responseHeadersPolicy` are refused at synth. */
  public readonly distribution: cloudfront.Distribution;

  /** The security headers, for behaviors of your own. */
  public readonly responseHeadersPolicy: cloudfront.ResponseHeadersPolicy;

  /** The web firewall in front of the distribution. */
  public readonly firewall: WebFirewall;

  /** Rings when the firewall blocks more than 200 requests in 5 minutes. */
  public readonly blockedRequestsAlarm: cloudwatch.Alarm;

  /** Log of the requests, where they go to a log group. */
  public readonly logGroup?: logs.LogGroup;

  /** Bucket of the log, where requests go to a bucket. */
  public readonly logBucket?: SecureBucket;

  /** Where the site is, with a slash at the end: `https://shop.example.com/`. */
  public readonly url: string;

  private readonly names: string[];
  private readonly apis: ApiAtPath[] = [];
  private readonly errorPage: string;
  private files: string[] = [];

  /**
   * @throws when the stack is not, or not known to be, in us-east-1; on malformed or repeated names, a zone that does not hold them, a
   * certificate or key of another region, an error page that is no key of an object, or a malformed Content-Security-Policy or Permissions-Policy.
   */
  constructor(scope: Construct, id: string, props: SecureSiteProps) {
    super(scope, id);
    this.validate(props);
    this.names = namesOf(props.domain);
    this.errorPage = props.errorPage ?? 'error.html';
    this.bucket = new SecureBucket(this, 'Files', { encryptionKey: props.encryptionKey });
    this.responseHeadersPolicy = defineResponseHeaders(this, props);
    const accessControl = defineAccessControl(this);
    const paths = definePathFunction(this, this.names, props.routing ?? SiteRouting.FOLDERS);
    this.distribution = this.defineDistribution(props, bucketOrigin(this.bucket, accessControl), paths);
    letDistributionRead(this, this.bucket, this.distribution);
    this.firewall = props.firewall ?? new WebFirewall(this, 'Firewall', {
      scope: FirewallScope.CLOUDFRONT, encryptionKey: props.encryptionKey, logRetention: props.logRetention,
    });
    this.firewall.associateDistribution(this.distribution);
    this.blockedRequestsAlarm = alarmOnBlockedRequests(this, {
      firewall: this.firewall, topic: props.alarmTopic ?? SecureTopic.alarmsOf(this).topic, name: this.node.path,
    });
    const log = defineSiteLogs(this, this.distribution, {
      destination: props.logDestination ?? SiteLogDestination.LOG_GROUP, retention: props.logRetention, encryptionKey: props.encryptionKey,
    });
    this.logGroup = log.logGroup;
    this.logBucket = log.bucket;
    defineRecords(this, props.domain, this.distribution);
    this.url = `https://${props.domain.domainName}/`;
    sealDistributionOfSite(this, this.resource, {
      tlsPolicy: props.tlsPolicy ?? SiteTlsPolicy.TLS_1_2_2021,
      responseHeadersPolicyId: this.responseHeadersPolicy.responseHeadersPolicyId,
      bucketDomainName: this.bucket.bucket.bucketRegionalDomainName,
      accessControlId: accessControl.attrId,
      pathFunctionArn: paths.functionArn,
      geoRestriction: props.geoRestriction,
      errorResponses: () => this.errorResponses,
      apis: () => this.apis,
      addressFunctionArn: () => (this.node.tryFindChild('ViewerAddress') as cloudfront.Function | undefined)?.functionArn,
    });
  }

  /**
   * Serves an API below a path of the site, and has the API refuse whoever does not come through the site. Its routes carry the path:
   * behind `/api/*`, a route is `/api/orders`.
   *
   * All APIs of the API's firewall are then reached through the site only. Callers of routes with `RouteAuth.iam()` must sign requests for
   * the host name of the API, not of the site, and for the path with the stage or base path in front.
   *
   * @param path path below the root, such as `/api/*`
   * @throws when the path is malformed or taken, the API or secret cannot be reached from us-east-1, the API takes named addresses or VPC
   * endpoints only, the error page or a file of `deploy` lies below the path, or one side expects a certificate and the other not.
   */
  public addApi(path: string, api: SecureApi, options: SiteApiOptions): void {
    validateApiPath(this, 'addApi(path)', path, this.taken);
    this.serve(path, connectApi(this, api, options));
    this.firewall._letUploadsThrough(api.firewall, path);
  }

  /**
   * Serves an HTTP API below a path of the site: behind the site's firewall, which is the only one that an HTTP API can have. Its routes carry
   * the path: behind `/api/*`, a route is `/api/orders`. The API takes nobody without a certificate of the truststore in `domain.mutualTls`.
   *
   * Callers of routes with `RouteAuth.iam()` must sign requests for the host name of the API, not of the site, and for the path with the base
   * path in front.
   *
   * @param path path below the root, such as `/api/*`
   * @throws when the path is malformed or taken, the error page or a file of `deploy` lies below it, the API asks for no certificate, or the
   * certificate is known not to be in us-east-1.
   */
  public addHttpApi(path: string, api: SecureHttpApi, options: SiteHttpApiOptions): void {
    validateApiPath(this, 'addHttpApi(path)', path, this.taken);
    this.serve(path, connectHttpApi(this, api, options));
  }

  /**
   * Uploads the files of a folder with every deployment that changes one of them: pages last, so that a page finds what it asks for. Then
   * deletes the files that are no longer there, and has CloudFront forget what it keeps.
   *
   * A function does it, which may read this archive, write to this bucket and nothing else. Content types follow from the endings of names.
   *
   * Text files of up to 2 MiB in all, the smallest first, and `data` are searched for credentials: everybody could read them.
   *
   * @param folder what your build made, with `index.html` and the error page in it
   * @throws when the folder is missing, lacks a page, holds hidden files (`.env`, `.git`), links, files over 50 MB or more than 20,000 of
   * them; when the site has files already, one lies below the path of an API or holds a credential, or an option names
   * what is not there.
   */
  public deploy(folder: string, options: SiteDeployOptions = {}): void {
    this.files = SiteFiles.of(this, folder, this.taken, options).names;
  }

  /** Lets a role of your pipeline upload, delete and list the files, and have CloudFront forget what it keeps of them. */
  public grantDeploy(grantee: iam.IGrantable): iam.Grant {
    const list = grantToPrincipal(this.bucket, { grantee, actions: ['s3:ListBucket'], resourceArns: [this.bucket.bucketArn] });
    const forget = grantToPrincipal(this, { grantee, actions: ['cloudfront:CreateInvalidation'], resourceArns: [this.distribution.distributionArn] });
    return this.bucket.grantWriteOnly(grantee).combine(this.bucket.grantDelete(grantee)).combine(list).combine(forget);
  }

  private serve(path: string, api: ConnectedApi): void {
    this.distribution.addBehavior(path, api.origin, {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY, // a redirect would come after the token was sent in the clear
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: this.responseHeadersPolicy,
      functionAssociations: [this.atViewerRequest(this.addressFunction())],
    });
    this.apis.push({ ...api, path });
  }

  private validate(props: SecureSiteProps): void {
    validateInRegionOfCloudFront(this, 'stack', undefined, 'what AWS keeps for CloudFront (firewall, certificate, log delivery)');
    validateNames(this, props.domain);
    validateErrorPage(this, props.errorPage);
    validateContentSecurityPolicy(this, props.contentSecurityPolicy);
    validatePermissionsPolicy(this, props.permissionsPolicy);
    validateKey(this, props.encryptionKey);
  }

  private defineDistribution(props: SecureSiteProps, origin: cloudfront.IOrigin, paths: cloudfront.Function): cloudfront.Distribution {
    const distribution = new cloudfront.Distribution(this, 'Resource', {
      comment: this.node.path.slice(0, 128),
      domainNames: this.names,
      certificate: certificateFor(this, props.domain),
      minimumProtocolVersion: (props.tlsPolicy ?? SiteTlsPolicy.TLS_1_2_2021) as string as cloudfront.SecurityPolicyProtocol,
      sslSupportMethod: cloudfront.SSLMethod.SNI,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      geoRestriction: props.geoRestriction,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.responseHeadersPolicy,
        functionAssociations: [this.atViewerRequest(paths)],
      },
    });
    (distribution.node.defaultChild as cloudfront.CfnDistribution).addPropertyOverride('DistributionConfig.CustomErrorResponses', Lazy.any({
      produce: () => this.errorResponses,
    }));
    return distribution;
  }

  private get errorResponses(): object[] {
    return errorResponses(this.errorPage, this.apis.length > 0);
  }

  private get taken(): TakenPaths {
    return { apis: this.apis.map(({ path }) => path), errorPage: this.errorPage, files: this.files };
  }

  private addressFunction(): cloudfront.Function {
    return (this.node.tryFindChild('ViewerAddress') as cloudfront.Function | undefined) ?? defineAddressFunction(this, this.names);
  }

  private atViewerRequest(edgeFunction: cloudfront.Function): cloudfront.FunctionAssociation {
    return { function: edgeFunction, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST };
  }

  private get resource(): cloudfront.CfnDistribution {
    return this.distribution.node.defaultChild as cloudfront.CfnDistribution;
  }
}
