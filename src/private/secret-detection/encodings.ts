import { isNestedTooDeep } from './json-nesting';

/** The object or list that the text is in JSON; a reference may stand where a number or an object would. */
export function parsed(value: string): unknown {
  if (!/^\s*[[{]/.test(value) || isNestedTooDeep(value)) return undefined;
  try {
    return JSON.parse(value.replace(/([:[,]\s*)\uFFFC(?=\s*[,}\]])/g, '$1null')) as unknown;
  } catch {
    return undefined;
  }
}

/** The readable text that the value is in base64; random bytes hardly ever read as text. */
export function decoded(value: string, shortest = 16): string | undefined {
  if (value.length < shortest || !/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(value.trimEnd())) return undefined;
  const text = Buffer.from(value, 'base64').toString('utf8');
  const readable = text.match(/[\x09\x0a\x0d\x20-\x7e\u00a0-\u024f]/g)?.length ?? 0;
  return readable >= text.length * 0.8 ? text : undefined; // some serializations put control characters between
}
