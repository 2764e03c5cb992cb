/** A finding that is accepted: which, where, why, by whom and until when. As in a waiver file. */
export interface WaiverEntry {
  /** Rule id (`s3/tls-only`), prefix (`s3/policy-*`), service (`s3`), or the id of a cdk-nag rule (`AwsSolutions-S10`, `S3BucketSSLRequestsOnly`). */
  readonly rule: string;
  /**
   * Construct path of what is waived, with everything below: `Shop/Orders/Bucket`. `*` for everything. Where a template names no constructs: a
   * logical id, or the path of the template. `template.json:Orders` names one resource either way.
   */
  readonly scope: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `YYYY-MM-DD`, in UTC. Default: no end. */
  readonly expires?: string;
}

/** A waiver that cannot be used, or is not needed: a finding of its own. */
export interface WaiverFault {
  readonly kind: 'expired' | 'malformed' | 'refused' | 'unmatched';
  readonly message: string;
  /** Where the waiver stands: the file and its number in it, or what the code calls it. */
  readonly place: string;
}

/** Whether it fails what asks for it; the others are no danger. */
export function isUnusable({ kind }: WaiverFault): boolean {
  return kind === 'expired' || kind === 'malformed';
}

/** A waiver with the place where it stands. */
export interface PlacedWaiver {
  readonly entry: unknown;
  readonly place: string;
}

/** What is wrong with a waiver as such, or undefined. */
export function malformation(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'a waiver is an object with rule, scope, reason and owner';
  const waiver = entry as Record<string, unknown>;
  for (const name of ['rule', 'scope', 'reason', 'owner']) {
    const value = waiver[name];
    if (typeof value !== 'string' || value.trim() === '') return `${name} is missing or empty`;
  }
  if (waiver.expires !== undefined && !isDay(waiver.expires)) return `expires is ${JSON.stringify(waiver.expires)}: write a day as YYYY-MM-DD`;
  const unknown = Object.keys(waiver).filter((name) => !['rule', 'scope', 'reason', 'owner', 'expires'].includes(name));
  return unknown.length > 0 ? `${unknown.join(', ')} is no field of a waiver` : undefined;
}

/** A day of the calendar: the 30th of February is none. */
function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
