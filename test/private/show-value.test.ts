import { Duration, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describeMisuse } from '../../src/private/misuse';
import { showText, showValue } from '../../src/private/show-value';
import { isToken } from '../../src/private/token';
import { newApp } from '../harness/apps';

const stack = new Stack(newApp(), 'Stack');
const bucket = new Bucket(stack, 'Bucket');
const reference = `{"Ref":"${stack.getLogicalId(bucket.node.defaultChild as never)}"}`;

test.each<[string, unknown, string]>([
  ['text', 'a "b"', '"a \\"b\\""'],
  ['a number', 1.5, '1.5'],
  ['a number that JSON does not have', NaN, 'NaN'],
  ['null', null, 'null'],
  ['a list', ['a', 1, []], '["a",1,[]]'],
  ['an object, without what is not set', { a: 1, b: undefined, c: { d: [true] } }, '{"a":1,"c":{"d":[true]}}'],
  ['a duration', Duration.minutes(90), '1 hour 30 minutes'],
  ['a duration of unknown length', Duration.seconds(Lazy.number({ produce: () => 1 })), '<token> seconds'],
  ['a construct', bucket, 'Stack/Bucket'],
  ['an object of a class', new (class Thing {})(), 'a Thing'],
  ['a token', bucket.bucketName, `<token ${reference}>`],
  ['a token in a list', ['a', bucket.bucketName], `["a",<token ${reference}>]`],
  ['a token in an object', { name: bucket.bucketName }, `{"name":<token ${reference}>}`],
  ['a number that is a token', Token.asNumber({ Ref: 'Size' }), '<token {"Ref":"Size"}>'],
  ['a list that is a token', Token.asList({ Ref: 'List' }), '<token {"Ref":"List"}>'],
  ['the one element of such a list', Token.asList({ Ref: 'List' })[0], '<token {"Ref":"List"}>'],
])('shows %s', (_, value, shown) => {
  expect(showValue(stack, value)).toBe(shown);
});

test('shows tokens inside text by name, wherever an error puts them', () => {
  expect(showText(stack, `bucket ${bucket.bucketName} here`)).toBe(`bucket <token ${reference}> here`);
  expect(describeMisuse(stack, { prop: 'name', problem: `it is ${bucket.bucketName}`, instead: 'Write another' }))
    .toBe(`name: it is <token ${reference}>. Write another`);
});

test('shows a token outside any stack without its value', () => {
  expect(showValue(newApp(), bucket.bucketName)).toBe('<token>');
});

test.each<[string, unknown, boolean]>([
  ['text', 'a', false],
  ['text that holds one', `a-${bucket.bucketName}`, true],
  ['a number', 1, false],
  ['a list of tokens', [bucket.bucketName, 'b'], false],
  ['a list that is one', Token.asList({ Ref: 'List' }), true],
  ['an element of such a list', Token.asList({ Ref: 'List' })[0], true],
  ['a duration', Duration.days(1), false],
  ['a duration made of one', Duration.days(Token.asNumber({ Ref: 'Days' })), true],
])('knows whether %s is a token', (_, value, expected) => {
  expect(isToken(value)).toBe(expected);
});
