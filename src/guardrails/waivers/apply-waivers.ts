import { matchesRule } from './rule-names';
import { isUnwaivable } from './unwaivable';
import { malformation } from './waiver';
import type { PlacedWaiver, WaiverEntry, WaiverFault } from './waiver';
import type { Rule } from '../engine/rule';
import { changed } from '../reports/judged-finding';
import type { Finding } from '../reports/report';

export interface WaiverResult {
  readonly findings: readonly Finding[];
  readonly faults: readonly WaiverFault[];
}

/** By what waivers are judged. */
export interface WaiverTerms {
  readonly rules: readonly Rule[];
  /** The day, as `YYYY-MM-DD`. */
  readonly today: string;
  /** Rules whose violations nobody may waive, by id or prefix. */
  readonly unwaivable?: readonly string[];
}

interface UsableWaiver {
  readonly entry: WaiverEntry;
  readonly place: string;
  /** What it did: nothing yet, waive something, or meet only what nobody may waive. */
  effect?: 'waived' | 'refused';
}

/** Marks what is waived today, and tells which waivers are malformed, expired, refused or match nothing. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly PlacedWaiver[], terms: WaiverTerms): WaiverResult {
  const { usable, faults } = sorted(waivers, terms.today);
  const byId = new Map(terms.rules.map((rule) => [rule.id, rule]));
  const marked = findings.map((finding) => {
    if (finding.waived !== undefined) return finding;
    const found = usable.filter(({ entry }) => matchesRule(entry.rule, finding, byId.get(finding.ruleId)) && covers(entry.scope, finding));
    if (found.length === 0) return finding;
    if (mayNotBeWaived(finding, terms.unwaivable)) {
      for (const waiver of found) waiver.effect ??= 'refused';
      return finding;
    }
    for (const waiver of found) waiver.effect = 'waived';
    const { reason, owner, expires } = found[0].entry;
    return changed(finding, { waived: { reason, owner, ...expires === undefined ? {} : { expires } } });
  });
  return { findings: marked, faults: [...faults, ...usable.flatMap(faultOf)] };
}

/** What is not known is no violation: it may be waived whatever the rule. */
export function mayNotBeWaived({ verdict, ruleId }: Finding, unwaivable?: readonly string[]): boolean {
  return verdict === 'NON_COMPLIANT' && isUnwaivable(ruleId, unwaivable);
}

function sorted(waivers: readonly PlacedWaiver[], today: string): { usable: UsableWaiver[]; faults: WaiverFault[] } {
  const usable: UsableWaiver[] = [];
  const faults: WaiverFault[] = [];
  for (const { entry, place } of waivers) {
    const wrong = malformation(entry);
    const waiver = entry as WaiverEntry;
    if (wrong !== undefined) faults.push({ kind: 'malformed', place, message: wrong });
    else if (waiver.expires === undefined || waiver.expires >= today) usable.push({ entry: waiver, place });
    else faults.push({ kind: 'expired', place, message: `the waiver of ${waiver.rule} on ${waiver.scope} (${waiver.owner}) ended on ${waiver.expires}` });
  }
  return { usable, faults };
}

function faultOf({ entry: { rule, scope }, place, effect }: UsableWaiver): WaiverFault[] {
  if (effect === 'waived') return [];
  if (effect === 'refused') return [{ kind: 'refused', place, message: `${rule} on ${scope} may not be waived: the settings list it as unwaivable` }];
  return [{ kind: 'unmatched', place, message: `nothing that ${rule} finds is in ${scope}` }];
}

/** The construct, or what is below it; by logical id in templates that name no constructs. */
function covers(scope: string, { constructPath, logicalId, template }: Finding): boolean {
  if (scope === '*') return true;
  return [constructPath, logicalId, template, logicalId && `${template}:${logicalId}`]
    .some((name) => name !== undefined && (name === scope || name.startsWith(`${scope}/`)));
}
