import type { Mode } from './nag';

/** Findings that a hardened app keeps, and why: each (id, resource) must occur exactly as listed, in both modes unless `mode` says so. */
export interface ExpectedFindings {
  /** What a security engineer reads. */
  readonly reason: string;
  /** Exact ids: every one of them is expected at every resource below. */
  readonly ids: string[];
  /** App name to construct paths. */
  readonly at: Record<string, string[]>;
  /** Only where the judge sees it in one mode alone. */
  readonly mode?: Mode;
}

export const EXPECTED_FINDINGS: ExpectedFindings[] = [
];
