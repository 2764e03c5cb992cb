import * as fs from 'fs';
import * as path from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import { MINIMAL_APPS, minimalStack } from './judges/minimal-apps';

/**
 * Logical ids are a contract: a changed id of a stateful resource replaces it in every user's stack.
 * A deliberate change is written by `UPDATE_LOGICAL_IDS=1 npx jest test/logical-ids.test.ts`.
 */
const CONTRACT = path.join(__dirname, 'logical-ids.json');

type Ids = Record<string, string>;

/** Ids that follow content (a deployment of an API, a version of a function) are expected to change with it. */
const CONTENT_ADDRESSED = new Set(['AWS::ApiGateway::Deployment', 'AWS::Lambda::Version']);

function idsOf(app: string): Ids {
  const resources = Object.entries(Template.fromStack(minimalStack(app)).toJSON().Resources as Record<string, { Type: string }>);
  return Object.fromEntries(resources.filter(([, { Type }]) => !CONTENT_ADDRESSED.has(Type)).map(([id, { Type }]) => [id, Type]).sort());
}

if (process.env.UPDATE_LOGICAL_IDS) {
  const all = Object.fromEntries(Object.keys(MINIMAL_APPS).map((app) => [app, idsOf(app)]));
  fs.writeFileSync(CONTRACT, `${JSON.stringify(all, undefined, 2)}\n`);
}

const contract = JSON.parse(fs.readFileSync(CONTRACT, 'utf8')) as Record<string, Ids>;

test.each(Object.keys(MINIMAL_APPS))('%s keeps its logical ids', (app) => {
  expect(idsOf(app)).toEqual(contract[app]);
});

test('holds no ids of an app that is gone', () => {
  expect(Object.keys(contract).sort()).toEqual(Object.keys(MINIMAL_APPS).sort());
});
