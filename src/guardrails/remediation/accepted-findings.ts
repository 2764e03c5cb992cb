import type { Rule } from '../engine/rule';
import { applyWaivers } from '../waivers/apply-waivers';
import type { PlacedWaiver } from '../waivers/waiver';

/**
 * Tells what somebody accepted, by waivers or through CDK: it stays as it is, or a remediation would close what is open for a reason. The
 * waivers are read when they are first asked for.
 */
export function acceptedFindings(
  waivers: () => readonly PlacedWaiver[], unwaivable?: readonly string[],
): (rule: Rule, constructPath: string) => boolean {
  let read: readonly PlacedWaiver[] | undefined;
  return (rule, constructPath) => {
    read ??= waivers();
    const { id: ruleId, severity, title, controls } = rule;
    const finding = {
      ruleId,
      severity,
      title,
      controls,
      constructPath,
      catalogueKey: ruleId,
      verdict: 'NON_COMPLIANT',
      message: '',
      fix: '',
      template: '',
      location: '',
      fingerprint: '',
    } as const;
    const terms = { rules: [rule], today: new Date().toISOString().slice(0, 10), unwaivable };
    return applyWaivers([finding], read, terms).findings[0].waived !== undefined;
  };
}
