/** A value and the name that it is given. */
export type NamedValue = readonly [name: string, value: string];

/** A string literal of source code, with the variable, property or quoted key that it is given to or compared with, if any. */
const LITERAL = /(?:(?<![\w$.-])(["']?)([\w$.-]+)\1\]?\s*(?::=|[:=]|={2,3}|=>|\|\||\?\?)\s*)?(?:(?<!\\)(["'])((?:\\[\s\S]|(?!\3)[^\\\n]){0,8000})\3|`((?:\\[\s\S]|[^`\\])*)`)/g;

/** `set('api-key', '...')`, `getenv("DB_PASSWORD", "...")`: what follows a name in a call; a list of words is none. */
const CALL = /(?<=\w)\(\s*(["'])([\w.-]{2,60})\1\s*,\s*(["'])([^"'\s]*\d[^"'\s]*)\3\s*\)/g;

/** What a source file gives a name to, and its other string literals, under the name ''. */
export function namedLiterals(code: string): NamedValue[] {
  return [
    ...[...code.matchAll(LITERAL)].map(([, , name = '', , literal, template]): NamedValue => [name, unescaped(literal ?? template)])
      .filter(([name, value]) => !isNameItself(name, value)),
    ...[...code.matchAll(CALL)].map(([, , name, , literal]): NamedValue => [name, literal]),
  ];
}

/** Tables of names: `{ password: 'password', adminPassword: 'AdminPassword' }`. */
function isNameItself(name: string, value: string): boolean {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '') === value.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The text that a quoted literal stands for. */
export function unescaped(literal: string): string {
  return literal.includes('\\') ? literal.replace(/\\n/g, '\n').replace(/\\(["'`\\/])/g, '$1') : literal;
}
