import type { CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { canonicalJson } from '../private/canonical-json';
import { seal, staysEqual, type Protection } from '../private/seal';

/** The headers of a site, as they were made. */
interface SealedHeaders {
  readonly contentSecurityPolicy: string;
  /** How long browsers come back over HTTPS only, in seconds. */
  readonly hstsSeconds: number;
  /** Headers that CloudFront has no setting for. */
  readonly further: [header: string, value: string, promise: string][];
  readonly removed: string[];
}

const INSTEAD = 'Set contentSecurityPolicy, permissionsPolicy, openerPolicy or resourcePolicy; leave the other headers to the construct.';

/** Seals every header as it was made, whatever an origin says of it. */
export function sealResponseHeaders(scope: Construct, policy: CfnResponseHeadersPolicy, headers: SealedHeaders): void {
  const { contentSecurityPolicy: ContentSecurityPolicy, hstsSeconds: AccessControlMaxAgeSec, further, removed } = headers;
  const stays = (name: string, expected: object, promise: string) =>
    staysEqual(scope, `ResponseHeadersPolicyConfig.SecurityHeadersConfig.${name}`, { ...expected, Override: true }, promise, INSTEAD);
  seal(scope, policy, [
    stays('ContentSecurityPolicy', { ContentSecurityPolicy }, 'browsers load what the policy names only'),
    stays('StrictTransportSecurity', { AccessControlMaxAgeSec, IncludeSubdomains: true }, 'browsers come back over HTTPS only'),
    stays('FrameOptions', { FrameOption: 'DENY' }, 'nobody frames its pages'),
    stays('ContentTypeOptions', {}, 'browsers take files for what they are said to be'),
    stays('ReferrerPolicy', { ReferrerPolicy: 'same-origin' }, 'other sites do not learn which page led to them'),
    ...further.map(([Header, Value, promise]) => contains('CustomHeadersConfig', [{ Header, Value, Override: true }], promise)),
    contains('RemoveHeadersConfig', removed.map((Header) => ({ Header })), 'nobody learns by which key its files are encrypted'),
  ]);
}

/** The promise that a list keeps these items; others may stand beside them. */
function contains(list: string, items: object[], promise: string): Protection {
  return {
    path: `ResponseHeadersPolicyConfig.${list}.Items`,
    promise,
    instead: INSTEAD,
    holds: (emitted) => {
      const present = (Array.isArray(emitted) ? emitted : []).map(canonicalJson);
      return items.every((item) => present.includes(canonicalJson(item)));
    },
  };
}
