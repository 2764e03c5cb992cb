/**
 * Whether some object in a JSON text has two members of one name. Parsers differ in which of them they take, so that who issued a token and
 * who checks it may read different claims (RFC 7519, section 4). `parsed` is what the text holds, with one member for each name: as many as there
 * are colons outside of strings, or else some were lost.
 */
export function hasDuplicateMembers(json: string, parsed: object): boolean {
  return membersOf(parsed) !== colonsOf(json);
}

/** Colons outside of strings. */
function colonsOf(json: string): number {
  let count = 0;
  let isInString = false;
  for (let index = 0; index < json.length; index += 1) {
    switch (json[index]) {
      case '"': isInString = !isInString; break;
      case '\\': index += 1; break; // with what it escapes; outside of strings there is none
      case ':': if (!isInString) count += 1;
    }
  }
  return count;
}

/** Members of the value and of all in it. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const child of Object.values(value)) count += membersOf(child);
  return count;
}
