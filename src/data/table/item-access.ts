import { literalText, REFERENCE } from '../../private/literal-text';
import { wildcardsOverlap } from '../../private/wildcard';

/** Actions that tell of tables and leave their items alone. */
const METADATA = /^dynamodb:(describe|list)/;

/** A statement of an emitted identity policy. */
export interface AccessStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Record<string, Record<string, unknown> | undefined>;
}

/** The elements of a list of a template, or the one that stands for it, of all branches of its conditions. */
export function elementsOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  const { 'Fn::If': branches, Ref } = (value ?? {}) as { 'Fn::If'?: unknown; 'Ref'?: unknown };
  if (Array.isArray(branches)) return branches.slice(1).flatMap(elementsOf);
  return Ref === 'AWS::NoValue' ? [] : [value];
}

/**
 * Patterns of what a statement allows of DynamoDB beside metadata, in lower case: everything that reads or writes items, or the table as a
 * whole. What is not known at synth may be anything.
 */
export function allowedOfDynamoDb({ Effect, Action, NotAction }: AccessStatement): string[] {
  if (Effect === 'Deny') return [];
  if (NotAction !== undefined) return patternsOf(NotAction).some((pattern) => /^(dynamodb:)?\*$/.test(pattern)) ? [] : ['dynamodb:*'];
  return patternsOf(Action ?? '*').filter((pattern) => !METADATA.test(pattern) && wildcardsOverlap(pattern, 'dynamodb:*'));
}

function patternsOf(actions: unknown): string[] {
  return elementsOf(actions).map((action) => literalText(action).replaceAll(REFERENCE, '*').toLowerCase());
}
