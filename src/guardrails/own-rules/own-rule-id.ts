import type { OwnRuleProps } from './own-rule-props';
import { failWithoutConstruct } from '../../private/misuse';
import { isToken } from '../../private/token';
import type { Rule, RuleMetadata } from '../engine/rule';

/** Metadata of a rule that a user wrote, once it is usable. */
export function metadataOf(owner: string, props: OwnRuleProps): RuleMetadata {
  const { id, title, severity, resourceTypes, fix, aboutDataLife } = props;
  const refuse = (prop: string, value: unknown, problem: string, instead: string) => failWithoutConstruct(owner, { prop, value, problem, instead });
  for (const [prop, value] of Object.entries(props)) {
    const values: unknown[] = Array.isArray(value) ? [value, ...value] : [value];
    if (values.some(isToken)) refuse(prop, values.find(isToken), 'this is a token, and rules are judged when all tokens are gone', 'Write the value itself.');
  }
  if (!/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/.test(id)) refuse('id', id, 'is no rule id', 'Write prefix/name in small letters: acme/bucket-prefix.');
  if (title.trim() === '') refuse('title', title, 'is empty', 'Say what must hold, in one clause.');
  if (fix.trim() === '') refuse('fix', fix, 'is empty', 'Say what to write instead.');
  if (resourceTypes.length === 0) refuse('resourceTypes', resourceTypes, 'is empty', 'Name CloudFormation types: AWS::S3::Bucket.');
  const wrong = resourceTypes.find((type) => !/^[A-Za-z0-9]+::[A-Za-z0-9@_-]+(::[A-Za-z0-9@_-]+)*$/.test(type));
  if (wrong !== undefined) refuse('resourceTypes', wrong, 'is no type of CloudFormation', 'Write it as AWS::S3::Bucket.');
  return {
    id,
    title,
    severity,
    resourceTypes,
    controls: {},
    peers: {},
    rationale: title,
    whenNotToUse: '',
    fix,
    sources: [],
    ...aboutDataLife ? { aboutDataLife } : {},
  };
}

/** Has the engine's form of a rule that a user wrote. */
export interface HasDefinition {
  /** @internal */
  _definition(): Rule;
}
