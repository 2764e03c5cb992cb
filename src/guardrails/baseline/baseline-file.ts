/** How the files end that reports are written to as a baseline. */
export const BASELINE_ENDING = '.baseline.json';

export function isBaselineFile(file: string): boolean {
  return file.endsWith(BASELINE_ENDING);
}
