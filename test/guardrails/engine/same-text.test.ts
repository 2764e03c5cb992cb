import { appOf } from './policy/app-of';
import { resolve } from '../../../src/guardrails/engine/intrinsics';
import { partsOf } from '../../../src/guardrails/engine/resolved';
import type { TextPart } from '../../../src/guardrails/engine/resolved';
import { mayBeSame } from '../../../src/guardrails/engine/same-text';

const [template] = appOf({ Table: { Type: 'AWS::DynamoDB::Table' } }, { Parameters: { Given: { Type: 'String' } } }).templates;

function parts(written: string): readonly TextPart[] {
  return partsOf(resolve({ 'Fn::Sub': written }, template))!;
}

test.each<[string, string, boolean]>([
  ['a', 'a', true], ['a', 'b', false], ['a', 'ab', false], ['', '', true], ['', 'a', false],
  ['role-${AWS::AccountId}', 'role-111122223333', true],
  ['role-${AWS::AccountId}', 'user-111122223333', false],
  ['arn:aws:iam::${AWS::AccountId}:role/a', 'arn:aws:iam::111122223333:role/a', true],
  ['arn:aws:iam::${AWS::AccountId}:role/a', 'arn:aws:iam::111122223333:role/b', false],
  ['arn:${AWS::Partition}:iam::1:role/a', 'arn:aws:iam::${AWS::AccountId}:role/a', true],
  ['arn:${AWS::Partition}:iam::1:role/a', 'arn:aws:iam::${AWS::AccountId}:role/b', false],
  ['${AWS::AccountId}', 'a', false], ['${AWS::AccountId}', 'a:b', false], ['${AWS::Region}', 'a/b', false], ['${AWS::StackId}', 'a:b/c', true], ['${Given}', 'a:b/c', true],
  ['${Given}', '', true], ['a${Given}', '${Given}b', true], ['a${Given}', 'b${Given}', false], ['${Given}a', '${Given}b', false],
  ['a${Given}b${Given}c', 'a-b-c', true], ['a${Given}b${Given}c', 'a-c', false],
  ['${AWS::Region}x', '${AWS::AccountId}x', true], ['a${AWS::Region}', 'a${AWS::Partition}', true],
  ['${Table}', '${Table}', true], ['${Table}', '${Table.Arn}', false], ['${Table}', 'orders', false], ['${Table}', '${Given}', true],
  ['${Table}', '${AWS::Region}', false],
])('%j may come to the same as %j: %j', (one, other, expected) => {
  expect([mayBeSame(parts(one), parts(other)), mayBeSame(parts(other), parts(one))]).toEqual([expected, expected]);
});
