/**
 * Whether some object in a JSON text has two members of one name. Parsers differ in which of them they take, so that who issued a token and
 * who checks it may read different claims (RFC 7519, section 4). The text must be valid JSON.
 */
export function hasDuplicateMembers(json: string): boolean {
  const names: (Set<string> | undefined)[] = []; // of each object around; undefined for lists
  let expectsName = false;
  for (let index = 0; index < json.length; index += 1) {
    const sign = json[index];
    if (sign === '"') {
      const end = endOfString(json, index);
      if (expectsName) {
        const known = names[names.length - 1]!;
        const name = JSON.parse(json.slice(index, end + 1)) as string; // `"\u0061"` is `"a"`
        if (known.has(name)) return true;
        known.add(name);
        expectsName = false;
      }
      index = end;
    } else if (sign === '{' || sign === '[') {
      names.push(sign === '{' ? new Set() : undefined);
      expectsName = sign === '{';
    } else if (sign === '}' || sign === ']') {
      names.pop();
      expectsName = false;
    } else if (sign === ',') {
      expectsName = names[names.length - 1] !== undefined;
    }
  }
  return false;
}

function endOfString(json: string, start: number): number {
  let index = start + 1;
  while (json[index] !== '"') index += json[index] === '\\' ? 2 : 1;
  return index;
}
