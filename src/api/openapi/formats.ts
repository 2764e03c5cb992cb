import type { JsonSchema } from 'aws-cdk-lib/aws-apigateway';
import type { Part } from './read-document';

/** Formats that say which number or program type holds the value, and nothing about which values are valid. */
const WIDTHS = ['int64', 'float', 'double', 'binary', 'password'];

/** What a text of a format looks like, as far as a pattern can say it. */
const PATTERNS: Readonly<Record<string, string>> = {
  'date': '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  'date-time': '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$',
  'uuid': '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  'ipv4': '^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$',
  'byte': '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
};

const INT32 = 2 ** 31;

/** What a format comes to in words that API Gateway checks for certain: it promises to check draft 4, which leaves formats to the validator. */
export interface FormatWords {
  readonly words: JsonSchema;
  /** Whether nobody is certain to check it. */
  readonly isUnchecked: boolean;
}

/** The words for a format, beside the others of its schema. */
export function formatWords(part: Part): FormatWords {
  const format = String(part.format);
  if (WIDTHS.includes(format)) return { words: {}, isUnchecked: false };
  if (format === 'int32') {
    const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = part;
    return {
      words: {
        ...typeof minimum !== 'number' && typeof exclusiveMinimum !== 'number' && { minimum: -INT32 },
        ...typeof maximum !== 'number' && typeof exclusiveMaximum !== 'number' && { maximum: INT32 - 1 },
      },
      isUnchecked: false,
    };
  }
  const pattern = Object.hasOwn(PATTERNS, format) && part.pattern === undefined ? PATTERNS[format] : undefined;
  return pattern === undefined ? { words: { format }, isUnchecked: true } : { words: { format, pattern }, isUnchecked: false };
}
