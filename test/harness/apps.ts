import * as fs from 'fs';
import * as path from 'path';
import { App, Environment, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** CDK's own list of the flags that `cdk init` switches on; deprecated v1 flags are not in it. */
const RECOMMENDED = JSON.parse(
  fs.readFileSync(path.join(path.dirname(require.resolve('aws-cdk-lib/package.json')), 'recommended-feature-flags.json'), 'utf8'),
) as Record<string, unknown>;

/** Both worlds a user can be in: `describe.each(FLAG_MODES)('%s', (_, flags) => ...)`. */
export const FLAG_MODES: [string, Record<string, unknown>][] = [
  ['with recommended feature flags', RECOMMENDED],
  ['without feature flags', {}],
];

export const ENV: Environment = { account: '111122223333', region: 'eu-west-1' };

/** What tests get that name no flags. */
let currentFlags = RECOMMENDED;

/** Runs tests in both worlds: `newApp()` and `newStack()` follow. For tests that name flags themselves there is `FLAG_MODES`. */
export function inBothFlagModes(tests: () => void): void {
  describe.each(FLAG_MODES)('%s', (_, flags) => {
    beforeAll(() => { currentFlags = flags; });
    afterAll(() => { currentFlags = RECOMMENDED; });
    tests();
  });
}

/** An app without bundling of assets that tests do not need and without version metadata. */
export function newApp(flags: Record<string, unknown> = currentFlags, context: Record<string, unknown> = {}): App {
  return new App({ analyticsReporting: false, context: { ...flags, ...context } });
}

/** A stack of a new app; environment-agnostic unless `env` is given. */
export function newStack(flags?: Record<string, unknown>, env?: Environment): Stack {
  return new Stack(newApp(flags), 'Stack', { env });
}

/** Synthesizes the whole app of a stack (validations included) and returns the template. */
export function templateOf(stack: Stack): Template {
  return Template.fromStack(stack);
}

/** The one resource of a type, with its logical id. */
export function only(template: Template, type: string): { id: string; resource: any } {
  const found = Object.entries(template.findResources(type));
  if (found.length !== 1) throw new Error(`expected one ${type}, found ${found.length}: ${found.map(([id]) => id).join(', ')}`);
  return { id: found[0][0], resource: found[0][1] };
}
