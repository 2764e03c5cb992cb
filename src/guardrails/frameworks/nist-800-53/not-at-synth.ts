import { PROCEDURE, RUNTIME_STATE } from '../not-at-synth';

/** Controls, and parts of controls, that no template shows, and why. Other parts of some of them are answered by rules, in part. */
export const NIST_NOT_AT_SYNTH = {
  'AT-4': PROCEDURE,
  'AU-8': RUNTIME_STATE,
  'CA-2': PROCEDURE,
  'CA-7(4)': PROCEDURE,
  'CM-9': PROCEDURE,
  'CP-1': PROCEDURE,
  'CP-2': PROCEDURE,
  'PM-11': PROCEDURE,
  'PM-14': PROCEDURE,
  'PM-17': PROCEDURE,
  'PM-21': PROCEDURE,
  'RA-1': PROCEDURE,
  'RA-3': PROCEDURE,
  'SA-1': PROCEDURE,
  'SA-15': PROCEDURE,
  'SI-1': PROCEDURE,
  'SI-5': PROCEDURE,
} as const;
