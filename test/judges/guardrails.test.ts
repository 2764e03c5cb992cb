import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { findingsIn, judged } from './findings-in';
import { JUDGED_APPS } from './judged-apps';
import { MINIMAL_APPS, minimalStack } from './minimal-apps';
import * as exported from '../../src';
import { newApp } from '../harness/apps';

test('the judge is at work: a bare bucket is found', () => {
  const app = newApp();
  new Bucket(new Stack(app, 'Stack'), 'Bare');
  app.synth();
  expect(findingsIn(app)).toContain('s3/tls-only at Stack/Bare/Resource');
});

test.each(JUDGED_APPS)('the default set of our own rules finds nothing in %s, without a waiver', (_, build) => {
  const app = build();
  app.synth();
  expect(findingsIn(app)).toEqual([]);
  const { summary } = judged(app);
  expect(summary.faults).toEqual([]);
  expect(summary.verdicts.COMPLIANT).toBeGreaterThan(5);
});

test.each(Object.keys(MINIMAL_APPS))('the default set finds nothing in an ephemeral %s, but what the profile is for', (name) => {
  const app = newApp(undefined, { 'cdk-hardened:profile': 'ephemeral' });
  minimalStack(name, app);
  app.synth();
  expect(findingsIn(app)).toEqual([]);
});

test('every construct that the package exports is in an app that is judged', () => {
  const built = new Set(Object.keys(MINIMAL_APPS).flatMap((name) => minimalStack(name).node.findAll().map((node) => node.constructor)));
  const constructs = Object.entries(exported as Record<string, unknown>)
    .filter((entry): entry is [string, typeof Construct] => typeof entry[1] === 'function' && entry[1].prototype instanceof Construct);
  expect(constructs.length).toBeGreaterThan(10);
  expect(constructs.filter(([, type]) => !built.has(type)).map(([name]) => name)).toEqual([]);
});
