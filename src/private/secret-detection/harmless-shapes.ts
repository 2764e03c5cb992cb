import { NAME_RUN_LENGTH, runLength, wordShare } from './randomness';

/** First characters of base64 of files and of public keys. */
const FILE_STARTS = [
  'iVBORw0KGgo', '/9j/', 'R0lGOD', 'UklGR', 'PHN2Zy', 'PD94bWw', 'AAABAA', 'SUkq', 'TU0A', // images
  'JVBERi0', 'H4sI', 'UEsDB', 'AGFzbQ', 'd09GR', 'd09GMg', 'AAEAAAA', 'T1RUTw', 'SUQz', 'T2dnUw', 'QlpoO', '/Td6WFo', 'KLUv', // files
  'AAAAB3NzaC1', 'AAAAC3NzaC1', 'AAAAE2VjZHNh', 'AAAAGnNrL', // SSH public keys
];

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const SHAPES: RegExp[] = [
  /^arn:[a-z-]+:/, // ARN
  new RegExp(`^(?:[a-z]{2}(?:-[a-z]+)+-\\d:)?${UUID}$`, 'i'), // UUID, Cognito identity
  /^(?:sha\d{1,3}[:-]|md5[:-])[A-Za-z0-9+/=_-]+$/i, // digest with its algorithm
  /^(?:0x)?[0-9a-f]+$/i, // hash, object id, trace id
  /^[0-9 .,:;+\-/TZ]+$/, // number, date, IP, semver
  /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/, // semver
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, // e-mail
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?$/, // host name
  /^(?:[a-z]+-){0,2}[a-z]{1,12}-[0-9a-f]{8,17}$/, // vpc-, subnet-, vpce- and the like
  /^1-[0-9a-f]{8}-[0-9a-f]{24}$/, // X-Ray trace
  /^[0-9A-Z]+$/, // ULID, hosted zone, distribution
];

/** Whether the text is an ARN, an identifier, a digest, a host name or a file: random looking, and no credential. */
export function hasHarmlessShape(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text)) || isFile(text) || isGeneratedName(text) || isPath(text);
}

/** Base64 of a file or a public key. */
export function isFile(text: string): boolean {
  return FILE_STARTS.some((start) => text.startsWith(start)) || isPublicDer(text);
}

/** DER: a sequence that starts with another sequence is a certificate or public key, one that starts with a number a private key. */
export function isPrivateDer(text: string): boolean {
  const inner = innerTagOfDer(text);
  return inner?.tag === 0x02 && inner.length > 40 && (inner.integer === 0 || inner.integer === 1);
}

function isPublicDer(text: string): boolean {
  return innerTagOfDer(text)?.tag === 0x30;
}

function innerTagOfDer(text: string): { tag: number; length: number; integer: number } | undefined {
  if (!/^M[A-P][A-Za-z0-9+/\s]{40,}={0,2}$/.test(text)) return undefined; // the first byte is 0x30: a sequence
  const bytes = Buffer.from(text, 'base64');
  const lengthBytes = bytes[1] >= 0x80 ? bytes[1] - 0x80 : 0;
  const start = 2 + lengthBytes;
  const length = lengthBytes === 0 ? bytes[1] : bytes.readUIntBE(2, Math.min(lengthBytes, 4));
  if (lengthBytes > 3 || length !== bytes.length - start) return undefined;
  return { tag: bytes[start], length, integer: bytes[start + 1] === 1 ? bytes[start + 2] : -1 };
}

/** Names that CloudFormation generates: letters, then 8 hexadecimal digits; or words, then 12 to 13 characters. */
function isGeneratedName(text: string): boolean {
  if (/^[A-Za-z][A-Za-z0-9_]*[0-9A-F]{8}$/.test(text)) return true;
  const words = /^([A-Za-z][\w-]*)-[A-Za-z0-9]{12,13}$/.exec(text)?.[1];
  return words !== undefined && wordShare(words) >= 0.35;
}

/** A path, object key or parameter name; base64 has slashes too, but no words between them. */
export function isPath(text: string): boolean {
  if (!text.includes('/')) return false;
  const segments = text.split('/').filter((segment) => segment !== '');
  const [stem] = segments.slice(-1).map((segment) => segment.replace(/\.[a-z0-9]{1,5}$/i, ''));
  return [...segments.slice(0, -1), stem ?? ''].every((segment) =>
    segment.length <= 4 || wordShare(segment) >= 0.4 || /^[0-9a-f-]+$/i.test(segment) || /^[a-z0-9.-]{1,12}$/.test(segment)
    || runLength(segment) >= NAME_RUN_LENGTH || /^[a-z0-9]{1,14}(?:[._-][a-z0-9]{1,14})+$/.test(segment)
    || /^[{$:*<@].*/.test(segment) || /^[0-9A-Z]+$/.test(segment) || isGeneratedName(segment));
}

export function isDataUri(text: string): boolean {
  return /^data:[\w.+-]+\/[\w.+-]+[;,]/.test(text);
}

/** AWS gives its secret access keys no prefix, but always 40 characters; some read like paths. */
export function isAwsSecretKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{40}$/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && wordShare(text) < 0.7
    && runLength(text) < NAME_RUN_LENGTH && !(isGeneratedName(text) && wordShare(text) >= 0.35);
}
