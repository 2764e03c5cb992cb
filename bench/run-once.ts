/** Builds and synthesizes one app in this process, from loading it to the last template, and prints milliseconds and resource counts. */
import * as fs from 'fs';
import { App } from 'aws-cdk-lib';

const LOAD: Record<string, () => (app: App) => App> = {
  demo: () => require('../examples/orders/app').ordersApp, // eslint-disable-line @typescript-eslint/no-require-imports
  plain: () => require('./plain-orders').plainOrdersApp, // eslint-disable-line @typescript-eslint/no-require-imports
};

// bundling of the handlers is esbuild's time, not the constructs': it is off in both
const begin = performance.now();
const app = LOAD[process.argv[2]]()(new App({ analyticsReporting: false, context: { 'aws:cdk:bundling-stacks': [] } }));
const assembly = app.synth();
const milliseconds = performance.now() - begin;

const counts: Record<string, number> = {};
for (const stack of assembly.stacksRecursively) {
  const template = JSON.parse(fs.readFileSync(stack.templateFullPath, 'utf8')) as { Resources: Record<string, { Type: string }> };
  for (const { Type } of Object.values(template.Resources)) counts[Type] = (counts[Type] ?? 0) + 1;
}
process.stdout.write(`\n${JSON.stringify({ milliseconds, counts })}\n`);
