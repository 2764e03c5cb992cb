import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { isLiteral } from '../../private/literal';

/** Longest id of a group, or by which duplicates are known. */
export const LONGEST_ID = 128;

/** A schema whose values SQS takes, for errors to show. */
export const FITTING_SCHEMA = `{ type: STRING, minLength: 1, maxLength: ${LONGEST_ID}, pattern: "^[A-Za-z0-9_-]+$" }`;

/** Letters, digits and punctuation of ASCII: no spaces, nothing beyond. */
const ID = new RegExp(`^[!-~]{1,${LONGEST_ID}}$`);

/** What matches nothing else, as far as that is plain to see: an anchored row of characters and classes of them, without groups and choices. */
const ESCAPE = '\\\\[dw!-/:-@[-`{-~]';
const CLASS = `\\[(?!\\^)(?:${ESCAPE}|[!-[^-~])+\\]`;
const CHARACTER = '[\\w!"#%&\',/:;<=>@`~-]';
const ROW = new RegExp(`^\\^(?:(?:${ESCAPE}|${CLASS}|${CHARACTER})(?:[*+?]|\\{\\d+(?:,\\d*)?\\})?)+\\$$`);

/**
 * Whether SQS takes every value of this schema as the id of a group or for deduplication: another one passes the schema and comes back from SQS
 * as an error, which the caller sees as one of the server.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function fitsMessageId(schema: apigateway.JsonSchema | undefined): boolean {
  if (schema?.type !== apigateway.JsonSchemaType.STRING) return false;
  const { enum: values, minLength, maxLength, pattern } = schema;
  if (Array.isArray(values)) return values.length > 0 && values.every((value) => typeof value === 'string' && ID.test(value));
  return isLiteral(minLength) && minLength >= 1 && isLiteral(maxLength) && maxLength <= LONGEST_ID && isLiteral(pattern) && ROW.test(pattern);
}
