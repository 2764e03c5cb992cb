import type { Finding } from '../reports/report';

/** A finding as a warning at its construct. */
export function textOfAnnotation({ title, message, location, fix, profile }: Finding): string {
  const place = location.startsWith('Properties.') ? ` (${location})` : ''; // anything else says no more than the construct
  const yielding = profile === undefined ? '' : `, by the ${profile} profile a warning only`;
  return `${title}: ${message}${place}${yielding}. ${fix}`;
}

/** What tells one annotation from another. */
export function identityOfAnnotation(finding: Finding): string {
  return [finding.constructPath, finding.ruleId, textOfAnnotation(finding)].join('\n');
}
