import { appOf, resourceOf } from './app-of';
import { leavesOut } from '../../../../src/guardrails/engine/policy/left-out';
import { Statement } from '../../../../src/guardrails/engine/policy/statement';
import type { Value } from '../../../../src/guardrails/engine/value';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);
const ORDERS = 'arn:aws:s3:::orders';
const isOrders = (value: Value): boolean => value.is(ORDERS);

function leaves(notResource: unknown): unknown {
  const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Statement: { Effect: 'Deny', Action: 's3:*', NotResource: notResource } } } }, {
    Parameters: { Given: { Type: 'String' } },
  });
  return attempt(() => leavesOut(new Statement(resourceOf(app, 'Subject').get('Statement')), isOrders));
}

test.each<[string, unknown, unknown]>([
  ['itself', ORDERS, true],
  ['what is below it', `${ORDERS}/*`, true],
  ['one thing below it', `${ORDERS}/public/logo.png`, true],
  ['everything', '*', true],
  ['everything of the service', 'arn:aws:s3:::*', true],
  ['another', 'arn:aws:s3:::invoices', false],
  ['what is below another', 'arn:aws:s3:::invoices/*', false],
  ['another, then itself', ['arn:aws:s3:::invoices', ORDERS], true],
  ['nothing', [], false],
  ['what a pattern may match', 'arn:aws:s3:::ord*', UNKNOWN],
  ['what a pattern of signs may match', 'arn:aws:s3:::order?/a', UNKNOWN],
  ['what a pattern may match, then itself', ['arn:aws:s3:::ord*', ORDERS], true],
  ['what the deployment names', { Ref: 'Given' }, UNKNOWN],
])('a denial of all but %s leaves it out: %j: %j', (_, notResource, expected) => expect(leaves(notResource)).toEqual(expected));
