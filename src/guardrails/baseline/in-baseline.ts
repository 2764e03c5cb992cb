/** Why what a baseline holds is waived. */
export const IN_BASELINE = 'in the baseline';
