import { App } from 'aws-cdk-lib';
import { ordersApp } from '../../examples/orders/app';
import { newApp } from '../harness/apps';
import { MINIMAL_APPS, minimalStack } from './minimal-apps';

/** Every app that outside judges look at: one per construct, and the examples. */
export const JUDGED_APPS: [string, () => App][] = [
  ...Object.keys(MINIMAL_APPS).map((name): [string, () => App] => [name, () => minimalStack(name).node.root as App]),
  ['orders', () => ordersApp(newApp())],
];
