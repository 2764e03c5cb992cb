import type { ControlTable } from './control-table';
import { ACCESS_CONTROL } from './nist-800-53/access-control';
import { ASSESSMENT_AND_CONFIGURATION } from './nist-800-53/assessment-and-configuration';
import { AUDIT_AND_ACCOUNTABILITY } from './nist-800-53/audit-and-accountability';
import type { NistIds, NistTable } from './nist-800-53/nist-table';
import { NIST_NOT_AT_SYNTH } from './nist-800-53/not-at-synth';
import { PLANNING_AND_OPERATIONS } from './nist-800-53/planning-and-operations';
import { RISK_AND_ACQUISITION } from './nist-800-53/risk-and-acquisition';
import { SYSTEM_AND_COMMUNICATIONS_PROTECTION } from './nist-800-53/system-and-communications-protection';
import { SYSTEM_AND_INFORMATION_INTEGRITY } from './nist-800-53/system-and-information-integrity';

type Listed =
  | NistIds<typeof ACCESS_CONTROL>
  | NistIds<typeof ASSESSMENT_AND_CONFIGURATION>
  | NistIds<typeof AUDIT_AND_ACCOUNTABILITY>
  | NistIds<typeof PLANNING_AND_OPERATIONS>
  | NistIds<typeof RISK_AND_ACQUISITION>
  | NistIds<typeof SYSTEM_AND_COMMUNICATIONS_PROTECTION>
  | NistIds<typeof SYSTEM_AND_INFORMATION_INTEGRITY>;

/** The ids that rules can answer to. */
export type NistId = Exclude<Listed, keyof typeof NIST_NOT_AT_SYNTH>;

/** The controls by id; a part of a control has the title of the control. */
export function nistControls(): ControlTable {
  const families: readonly NistTable[] = [
    ACCESS_CONTROL,
    AUDIT_AND_ACCOUNTABILITY,
    ASSESSMENT_AND_CONFIGURATION,
    PLANNING_AND_OPERATIONS,
    RISK_AND_ACQUISITION,
    SYSTEM_AND_COMMUNICATIONS_PROTECTION,
    SYSTEM_AND_INFORMATION_INTEGRITY,
  ];
  const titles = new Map(families.flatMap((family) => Object.entries(family)
    .flatMap(([control, [title, ...parts]]) => ['', ...parts].map((part) => [control + part, title] as const))));
  const notAtSynth: Readonly<Record<string, string | undefined>> = NIST_NOT_AT_SYNTH;
  return Object.fromEntries([...titles].map(([id, title]) => {
    const reason = notAtSynth[id];
    return [id, reason === undefined ? title : { title, checkableAtSynth: false, reason }];
  }));
}
