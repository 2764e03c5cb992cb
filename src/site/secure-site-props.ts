import type { GeoRestriction } from 'aws-cdk-lib/aws-cloudfront';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { SiteOpenerPolicy, SiteResourcePolicy } from './cross-origin-policies';
import type { SiteDomain } from './site-domain';
import type { SiteLogDestination } from './site-log-destination';
import type { SiteRouting } from './site-routing';
import type { SiteTlsPolicy } from './site-tls-policy';
import type { WebFirewall } from '../api/firewall/web-firewall';

/** Properties of a hardened site. */
export interface SecureSiteProps {
  /** Domain name of the site: under `cloudfront.net`, where CloudFront would accept TLS 1.0, it answers 421. */
  readonly domain: SiteDomain;

  /**
   * What browsers may load for the pages, as a Content-Security-Policy.
   *
   * @default "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
   */
  readonly contentSecurityPolicy?: string;

  /**
   * What pages, and what they embed, may ask of a device, as a Permissions-Policy.
   *
   * @default "accelerometer=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(),
   * microphone=(), midi=(), payment=(), serial=(), usb=()"
   */
  readonly permissionsPolicy?: string;

  /**
   * Which windows may keep hold of the site's, as Cross-Origin-Opener-Policy.
   *
   * @default SiteOpenerPolicy.SAME_ORIGIN
   */
  readonly openerPolicy?: SiteOpenerPolicy;

  /**
   * Which sites may embed its files, as Cross-Origin-Resource-Policy. Calls to an API behind the site that CORS allows are not concerned.
   *
   * @default SiteResourcePolicy.SAME_ORIGIN
   */
  readonly resourcePolicy?: SiteResourcePolicy;

  /**
   * Which object answers a path that is not the name of one.
   *
   * @default SiteRouting.FOLDERS
   */
  readonly routing?: SiteRouting;

  /**
   * Object that answers errors, with its key in the bucket. Upload it with the site: while it is missing, viewers get what S3 or the
   * API answered.
   *
   * @default 'error.html'
   */
  readonly errorPage?: string;

  /**
   * Countries that are served, or that are not. Addresses are easily moved to another country: this is no access control.
   *
   * @default - every country is served
   */
  readonly geoRestriction?: GeoRestriction;

  /**
   * Web firewall with `FirewallScope.CLOUDFRONT`; share one between sites to share its cost.
   *
   * @default - a `WebFirewall` of its own, with its defaults
   */
  readonly firewall?: WebFirewall;

  /**
   * Where the alarm on requests that the firewall blocks goes.
   *
   * It is in us-east-1, as the site is.
   *
   * @default - the stack's shared topic, `SecureTopic.alarmsOf(this).topic`, encrypted with the stack's shared key, also beside an `encryptionKey`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * TLS versions and ciphers.
   *
   * @default SiteTlsPolicy.TLS_1_2_2021
   */
  readonly tlsPolicy?: SiteTlsPolicy;

  /**
   * Where requests are logged. Changing it leaves the earlier log behind in production.
   *
   * @default SiteLogDestination.LOG_GROUP
   */
  readonly logDestination?: SiteLogDestination;

  /**
   * How long requests are logged, by the site and by the firewall that it makes.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Customer-managed key of the bucket and of the log, in us-east-1.
   *
   * @default - the stack's shared key, `SecureKey.of(this).key`
   */
  readonly encryptionKey?: kms.IKey;
}
