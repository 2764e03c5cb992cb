import { App } from 'aws-cdk-lib';
import { MINIMAL_APPS, minimalStack } from './minimal-apps';
import { ordersApp } from '../../examples/orders/app';
import { newApp } from '../harness/apps';

/** An app whose templates remember the construct path of each resource, as those of `cdk synth` do. */
function judgedApp(): App {
  return newApp(undefined, { 'aws:cdk:enable-path-metadata': true });
}

/** Every app that outside judges look at: one per construct, and the examples. */
export const JUDGED_APPS: [string, () => App][] = [
  ...Object.keys(MINIMAL_APPS).map((name): [string, () => App] => [name, () => minimalStack(name, judgedApp()).node.root as App]),
  ['orders', () => ordersApp(judgedApp())],
];
