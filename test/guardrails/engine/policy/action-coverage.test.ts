import { appOf, resourceOf } from './app-of';
import { ActionCoverage, coversAction } from '../../../../src/guardrails/engine/policy/action-coverage';
import { Statement } from '../../../../src/guardrails/engine/policy/statement';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);
const GIVEN = { Ref: 'Given' };

function statement(written: object): Statement {
  const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Statement: written } } }, { Parameters: { Given: { Type: 'String' } } });
  return new Statement(resourceOf(app, 'Subject').get('Statement'));
}

test.each<[object, string, unknown]>([
  [{ Action: 's3:*' }, 's3:GetObject', true],
  [{ Action: 'S3:get*' }, 's3:GetObject', true],
  [{ Action: 's3:Put*' }, 's3:GetObject', false],
  [{}, 's3:GetObject', false],
  [{ Action: [GIVEN, 's3:*'] }, 's3:GetObject', true],
  [{ Action: ['s3:*', GIVEN] }, 's3:GetObject', true],
  [{ Action: [GIVEN, 'sqs:*'] }, 's3:GetObject', UNKNOWN],
  [{ Action: { 'Fn::ImportValue': 'x' } }, 's3:GetObject', UNKNOWN],
  [{ NotAction: 's3:*' }, 's3:GetObject', false],
  [{ NotAction: ['s3:*', GIVEN] }, 's3:GetObject', false],
  [{ NotAction: GIVEN }, 's3:GetObject', UNKNOWN],
  [{ NotAction: 'sqs:*' }, 's3:GetObject', true],
])('%j speaks of %s: %j', (written, action, expected) => {
  const subject = statement(written);
  expect(attempt(() => coversAction(subject, action))).toEqual(expected);
});

test.each<[object, string[] | undefined]>([
  [{ Action: ['s3:Get*', 'SQS:*', 's3:Put*'] }, ['s3', 'sqs']],
  [{}, []],
  [{ Action: '*' }, undefined],
  [{ Action: ['s3:*', 'no-colon'] }, undefined],
  [{ Action: 's*:Get' }, undefined],
  [{ Action: '?qs:Get' }, undefined],
  [{ Action: ':Get' }, undefined],
  [{ Action: ['s3:*', GIVEN] }, undefined],
  [{ NotAction: 's3:*' }, undefined],
])('the services that %j may speak of: %j', (written, services) => {
  const found = new ActionCoverage(statement(written)).services;
  expect(found && [...found].sort()).toEqual(services);
});

test('a fault while reading is no gap', () => {
  const subject = statement({ Action: 's3:*' });
  const broken = { hasNotAction: false, value: { at: () => { throw new RangeError('broken'); } } } as unknown as Statement;
  expect(() => new ActionCoverage(broken)).toThrow(RangeError);
  expect(new ActionCoverage(subject).covers('s3:GetObject')).toBe(true);
});
