/** A string with its quotes. */
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/**
 * Whether some object in a JSON text has two members of one name. Parsers differ in which of them they take, so that who issued a token and
 * who checks it may read different claims (RFC 7519, section 4). `parsed` is what the text holds, with one member for each name: as many as there
 * are colons outside of strings, or else some were lost.
 */
export function hasDuplicateMembers(json: string, parsed: object): boolean {
  return membersOf(parsed) !== json.replace(STRINGS, '').split(':').length - 1;
}

/** Members of the value and of all in it. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const child of Object.values(value)) count += membersOf(child);
  return count;
}
