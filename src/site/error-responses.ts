import type { IConstruct } from 'constructs';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Errors of servers, whose answers may tell how they are built. */
const OF_SERVERS = [500, 501, 502, 503, 504];

/** The other errors for which CloudFront takes a setting: S3's tell of it too, a disabled key (400) by its ARN. */
const OF_VIEWERS = [400, 404, 405, 414, 416];

/** How long CloudFront remembers that an object is missing or S3 out of order, in seconds. */
const REMEMBERED = 10;

/**
 * Answers errors, as CloudFormation spells it, by the page of the site, so that nobody reads what S3 says.
 *
 * S3 answers a missing object by 403, as CloudFront may not list the bucket: that is 404 to viewers. An API behind the site answers 403 to
 * who may not call it; then 403 stays 403. Its other errors keep their answers, but those of servers: so do S3's then, as CloudFront has one
 * setting for all origins. None of them is remembered: what one caller is refused would be refused to the next one, too.
 *
 * CloudFront tells errors apart by their status alone: what a managed group of the firewall refuses looks like a missing object. What rules of
 * the firewall itself refuse keeps its 403 or 429: a custom response of AWS WAF comes before these pages
 * (https://docs.aws.amazon.com/waf/latest/developerguide/customizing-the-response-for-blocked-requests.html).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html
 */
export function errorResponses(errorPage: string, hasApi: boolean): object[] {
  const ErrorCachingMinTTL = hasApi ? 0 : REMEMBERED;
  const shown = [[403, hasApi ? 403 : 404], ...[...(hasApi ? [] : OF_VIEWERS), ...OF_SERVERS].map((code) => [code, code])];
  return [
    ...shown.map(([ErrorCode, ResponseCode]) => ({ ErrorCode, ResponseCode, ResponsePagePath: `/${errorPage}`, ErrorCachingMinTTL })),
    ...(hasApi ? OF_VIEWERS.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL })) : []),
  ];
}

/** Stops on what is no key of an object that a path can name. */
export function validateErrorPage(scope: IConstruct, key: string | undefined): void {
  if (key === undefined) return;
  requireLiteral(scope, 'errorPage', key);
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(key) || key.length > 1_024) {
    fail(scope, {
      prop: 'errorPage',
      value: key,
      problem: 'it is no key of an object: letters, digits, "_", "-", "." and "~", without a slash in front',
      instead: 'Write for example "error.html" or "errors/index.html".',
    });
  }
}
