import { appOf, resourceOf } from './app-of';
import { documentFromText } from '../../../../src/guardrails/engine/policy/json-text';
import { attempt, shownWhole } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);

function documentOf(text: unknown): unknown {
  const app = appOf({ Subject: { Type: 'Test::Subject', Properties: { Text: text } }, Bucket: { Type: 'AWS::S3::Bucket' } }, { Parameters: { Given: { Type: 'String' } } });
  return attempt(() => shownWhole(documentFromText(resourceOf(app, 'Subject').get('Text'))));
}

test.each<[string, unknown, unknown]>([
  ['an object', '{"a":{"b":[1,"x",true,null]}}', { a: { b: [1, 'x', true, expect.anything()] } }],
  ['a list', '["a","b"]', ['a', 'b']],
  ['a text', '"a"', 'a'],
  ['a reference in a text', { 'Fn::Sub': '{"a":"${Bucket}"}' }, { a: '<template.json:Bucket.Ref>' }],
  ['text around references', { 'Fn::Sub': '{"a":["x${Bucket}y${Bucket.Arn}z"]}' }, { a: ['x<template.json:Bucket.Ref>y<template.json:Bucket.Arn>z'] }],
  ['a parameter in a text', { 'Fn::Sub': '{"a":"x${Given}"}' }, { a: expect.stringMatching(/^x</) }],
  ['two of them, in their places', { 'Fn::Sub': '{"a":"${Given}","b":"${Bucket}"}' }, { a: expect.stringContaining('Given'), b: '<template.json:Bucket.Ref>' }],
  [
    'more than ten of them', { 'Fn::Sub': `[${Array.from({ length: 12 }, (_, index) => `"${index}\${Bucket${index === 11 ? '.Arn' : ''}}"`).join()}]` },
    [...Array.from({ length: 11 }, (_, index) => `${index}<template.json:Bucket.Ref>`), '11<template.json:Bucket.Arn>'],
  ],
  ['what looks like our marks', '{"a":"\uE0000\uE001"}', { a: '\uFFFD0\uFFFD' }],
  ['a number in place of a text', { 'Fn::Sub': '{"a":1,"b":"${AWS::Region}"}' }, { a: 1, b: expect.stringContaining('Region') }],
])('%s', (_, text, expected) => expect(documentOf(text)).toEqual(expected));

test.each<[string, unknown]>([
  ['no JSON', 'a: b'], ['a part that stands for structure', { 'Fn::Sub': '{"a":${Given}}' }], ['only a parameter', { Ref: 'Given' }], ['nothing in it', ''],
  ['JSON that nobody nests so deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
])('%s is not known', (_, text) => expect(documentOf(text)).toEqual(UNKNOWN));

test('what is no text stays as it is', () => expect(documentOf({ a: 1 })).toEqual({ a: 1 }));
