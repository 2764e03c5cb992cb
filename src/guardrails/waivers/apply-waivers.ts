import { matchesRule, namesRule } from './rule-names';
import { mayNotBeWaived } from './unwaivable';
import { malformation } from './waiver';
import type { PlacedWaiver, WaiverEntry, WaiverFault } from './waiver';
import type { Rule } from '../engine/rule';
import { changed } from '../reports/changed-finding';
import type { Finding } from '../reports/report';
import { nearRules } from '../rule-sets/near-rules';
import { rulesOf } from '../rule-sets/selection';

export interface WaiverResult {
  readonly findings: readonly Finding[];
  /** Found when they are asked for. */
  readonly faults: readonly WaiverFault[];
}

/** By what waivers are judged. */
export interface WaiverTerms {
  /** The rules that were asked. */
  readonly rules: readonly Rule[];
  /** Rules that a waiver may name although nobody asked them. Default: all of the package. */
  readonly known?: readonly Rule[];
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
  /** A finding about a resource whose logical id is the scope: it was meant, and is not named by it. */
  meant?: Finding;
}

/** Marks what is waived today, and tells which waivers are malformed, expired, refused or match nothing. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly PlacedWaiver[], terms: WaiverTerms): WaiverResult {
  const { usable, faults } = sorted(waivers, terms.today);
  const byId = new Map(terms.rules.map((rule) => [rule.id, rule]));
  const marked = findings.map((finding) => {
    if (finding.waived !== undefined) return finding;
    const found = usable.filter((waiver) => {
      if (!matchesRule(waiver.entry.rule, finding, byId.get(finding.ruleId))) return false;
      if (covers(waiver.entry.scope, finding)) return true;
      if (finding.logicalId === waiver.entry.scope) waiver.meant ??= finding;
      return false;
    });
    if (found.length === 0) return finding;
    if (mayNotBeWaived(finding, terms.unwaivable)) {
      for (const waiver of found) waiver.effect ??= 'refused';
      return finding;
    }
    for (const waiver of found) waiver.effect = 'waived';
    const { reason, owner, expires } = found[0].entry;
    return changed(finding, { waived: { reason, owner, ...expires === undefined ? {} : { expires } } });
  });
  return {
    findings: marked,
    get faults() { return [...faults, ...usable.flatMap((waiver) => faultOf(waiver, terms))]; },
  };
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

function faultOf({ entry: { rule, scope }, place, effect, meant }: UsableWaiver, { rules, known = rulesOf(() => true) }: WaiverTerms): WaiverFault[] {
  if (effect === 'waived') return [];
  if (effect === 'refused') return [{ kind: 'refused', place, message: `${rule} on ${scope} may not be waived: the settings list it as unwaivable` }];
  const all = [...known, ...rules];
  if (!all.some((each) => namesRule(rule, each))) return [{ kind: 'unmatched', place, message: `no rule is called ${rule}${suggestionFor(rule, all)}` }];
  const hint = meant === undefined ? '' : `; ${howToName(meant)}`;
  return [{ kind: 'unmatched', place, message: `nothing that ${rule} finds is in ${scope}${hint}` }];
}

/** In an app of CDK logical ids alone name nothing. */
function howToName({ constructPath, stackPath, template, logicalId }: Finding): string {
  if (constructPath !== undefined) return `what has a construct is named by its path, here ${constructPath}`;
  return `what has no construct, in a stack of CDK, is named by its template, here ${template}:${logicalId}, or by the stack, ${stackPath}`;
}

function suggestionFor(rule: string, known: readonly Rule[]): string {
  const near = nearRules(rule, [...new Set(known.map(({ id }) => id))]);
  return near.length > 0 ? `: did you mean ${near.join(', ')}?` : '';
}

/**
 * The construct, or what is below it; by the path of the stack what no construct made, such as settings of the stack. Outside CDK, the resource
 * by its logical id, or all of a template by its path. `template:logicalId` names one resource either way.
 */
function covers(scope: string, { constructPath, stackPath, logicalId, template }: Finding): boolean {
  if (scope === '*' || (logicalId !== undefined && scope === `${template}:${logicalId}`)) return true;
  const path = constructPath ?? stackPath;
  // a stack may have the name that a resource of another one has
  if (path !== undefined) return path === scope || path.startsWith(`${scope}/`) || (logicalId === undefined && scope === template);
  return scope === logicalId || scope === template;
}
