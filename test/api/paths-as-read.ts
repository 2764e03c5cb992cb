/** A request as AWS WAF sees it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * The text transformations that statements on paths use, as AWS documents them.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html
 */
const TRANSFORMATIONS: Record<string, (text: string) => string> = {
  NONE: (text) => text,
  // what is no encoding stays
  URL_DECODE: (text) => decoded(text.replace(/\+/g, ' ')),
  // multiple slashes, self-references and back-references that are not at the beginning go
  NORMALIZE_PATH: (text) => normalized(text),
};

/** Whether a statement, as emitted, matches a request. */
export function matches(statement: any, request: SeenRequest): boolean {
  const [[kind, content]] = Object.entries<any>(statement);
  switch (kind) {
    case 'AndStatement': return content.Statements.every((inner: any) => matches(inner, request));
    case 'OrStatement': return content.Statements.some((inner: any) => matches(inner, request));
    case 'NotStatement': return !matches(content.Statement, request);
    case 'ByteMatchStatement': return content.PositionalConstraint === 'EXACTLY' && seen(content, request) === content.SearchString;
    case 'RegexMatchStatement': return new RegExp(content.RegexString).test(seen(content, request));
    default: throw new Error(`${kind} is not known here`);
  }
}

function seen({ FieldToMatch, TextTransformations }: any, { method, path }: SeenRequest): string {
  const part = FieldToMatch.Method ? method : FieldToMatch.UriPath ? path : undefined;
  if (part === undefined) throw new Error(`${JSON.stringify(FieldToMatch)} is not known here`);
  return [...TextTransformations].sort((left: any, right: any) => left.Priority - right.Priority)
    .reduce((text: string, { Type }: any) => TRANSFORMATIONS[Type](text), part);
}

/**
 * The ways in which servers read a path, as lists of segments: they decode it not at all, once or twice, before or after they split it, resolve
 * dot segments and empty ones before or after that or never, and drop what follows a semicolon or not. AWS does not say which API Gateway does.
 */
export function readingsOf(path: string): string[][] {
  const readings: string[][] = [];
  for (const times of [0, 1, 2]) {
    for (const normalizes of [undefined, 'before', 'after']) {
      for (const dropsMatrix of [undefined, 'before', 'after']) {
        for (const splitsFirst of [true, false]) readings.push(read(path, times, splitsFirst, normalizes, dropsMatrix));
      }
    }
  }
  return readings;
}

function read(path: string, times: number, splitsFirst: boolean, normalizes: string | undefined, dropsMatrix: string | undefined): string[] {
  const decode = (text: string) => Array.from({ length: times }).reduce<string>(decoded, text);
  const withoutMatrix = (text: string) => text.replace(/;[^/]*/g, '');
  let text = path;
  if (dropsMatrix === 'before') text = withoutMatrix(text);
  if (normalizes === 'before') text = normalized(text);
  let segments = splitsFirst ? text.split('/').map(decode) : decode(text).split('/');
  if (dropsMatrix === 'after') segments = segments.map(withoutMatrix);
  if (normalizes === 'after') segments = normalized(segments.join('/')).split('/');
  return segments.slice(1, segments[segments.length - 1] === '' ? -1 : undefined); // a slash at the end makes no difference
}

/** Whether segments, below one of a stage or none, lead to the route. */
export function leadsTo(route: string, segments: string[]): boolean {
  const wanted = route.split('/').filter(Boolean);
  return [segments, segments.slice(1)].some((candidate, index) => segments.length >= index && fits(wanted, candidate));
}

function fits(wanted: string[], segments: string[]): boolean {
  const isGreedy = wanted.length > 0 && wanted[wanted.length - 1].endsWith('+}');
  if (isGreedy ? segments.length < wanted.length : segments.length !== wanted.length) return false;
  return wanted.every((segment, index) => (segment.startsWith('{') ? segments[index] !== '' : segment === segments[index]));
}

function decoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function normalized(path: string): string {
  const kept: string[] = [];
  for (const segment of path.replace(/\/+/g, '/').split('/')) {
    if (segment === '.') continue;
    if (segment === '..' && kept.length > 1) kept.pop();
    else kept.push(segment);
  }
  const endsInFolder = /\/(\.|\.\.)?$/.test(path);
  return kept.join('/') + (endsInFolder && kept[kept.length - 1] !== '' ? '/' : '');
}
