import * as fs from 'fs';
import * as path from 'path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { APP_MODES, catalogueApps } from './apps';
import { Finding, run } from './check';
import { ALL_CHECKS } from './checks';
import { ENTRIES } from './entries';
import { EXCEPTIONS, PAGES } from './exceptions';
import { Template, templateOfStack } from './template';

const MOST_EXCEPTIONS = 5;
const DOCS = path.join(__dirname, '..', '..', 'docs', 'constructs');
const CASES = EXCEPTIONS.flatMap(({ constructs, ...exception }) => constructs.map((construct) => ({ ...exception, construct })));
const KEYS = ALL_CHECKS.map(({ key }) => key);

describe('catalogue', () => {
  test('has one check for every entry, or says why not', () => {
    expect([...KEYS].sort()).toEqual(ENTRIES.filter(({ skipped }) => skipped === undefined).map(({ key }) => key).sort());
    expect(new Set(ENTRIES.map(({ key }) => key)).size).toBe(ENTRIES.length);
    const why = /^(resource type not ours|needs an account-wide value|not checkable at synth): .{8}/;
    expect(ENTRIES.filter(({ skipped }) => skipped !== undefined && !why.test(skipped))).toEqual([]);
  });

  test.each(KEYS)('%s is able to fail', (key) => {
    const check = ALL_CHECKS.find((each) => each.key === key)!;
    const refused = new Template(check.refuses ?? { Bare: { Type: check.types[0] } });
    expect(run(check, refused).findings.map((finding) => finding.key)).toContain(key);
  });
});

describe.each(APP_MODES)('catalogue %s', (mode, flags, env) => {
  const apps = catalogueApps(flags, env);
  const templates = apps.map(([app, build]) => ({ app, templates: templatesOf(build()) }));
  const results = templates.flatMap(({ app, templates: each }) =>
    each.flatMap((template) => ALL_CHECKS.map((check) => ({ app, key: check.key, ...run(check, template) }))));

  const examined = new Map(KEYS.map((key) => [key, results.flatMap((result) => (result.key === key ? result.examined : [])).length]));

  test.each(KEYS)('%s examines a resource of some app', (key) => {
    expect(examined.get(key)).toBeGreaterThan(0);
  });

  test('says how many resources each check examined', () => {
    const services = new Set(KEYS.map((key) => key.split('/')[0]));
    for (const service of services) {
      const counts = KEYS.filter((key) => key.startsWith(`${service}/`)).map((key) => `${key.slice(service.length + 1)} ${examined.get(key)}`);
      process.stdout.write(`catalogue ${mode}: ${service}: ${counts.join(', ')}\n`);
    }
    expect(services.size).toBeGreaterThan(0);
  });

  test.each(apps.map(([name]) => name))('holds in %s but for the exceptions', (name) => {
    const unexpected = results.filter(({ app }) => app === name).flatMap(({ findings }) => findings).filter((finding) => !isException(finding));
    expect(unexpected.map(({ key, resource, problem }) => `${key} at ${resource.path} (${resource.construct}): ${problem}`)).toEqual([]);
  });

  test.each(CASES)('$key still is an exception of $construct', ({ key, construct }) => {
    const found = results.flatMap(({ findings }) => findings).filter((finding) => finding.key === key && finding.resource.construct === construct);
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(CASES.filter(({ metIn }) => metIn !== undefined))('$key is met in $metIn', ({ key, metIn }) => {
    const { examined: seen, findings } = results.find((result) => result.app === metIn && result.key === key)!;
    expect(seen.length).toBeGreaterThan(findings.length);
  });

  test('knows the construct of every resource', () => {
    const usersOwn = ['AWS::Signer::SigningProfile', 'AWS::Lambda::CodeSigningConfig'];
    const strangers = templates.flatMap(({ app, templates: each }) => each.flatMap(({ resources }) => resources)
      .filter(({ construct, type }) => construct === 'none' && !usersOwn.includes(type)).map((resource) => `${app}: ${resource.path}`));
    expect(strangers).toEqual([]);
  });

  test('iam/permissions-boundary holds where an app has one', () => {
    const roles = apps.flatMap(([, build]) => {
      const app = build();
      for (const stage of app.node.findAll().filter((node) => Stage.isStage(node))) { // Aspects do not go into stages
        PermissionsBoundary.of(stage).apply(ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
      }
      return templatesOf(app).flatMap((template) => template.of('AWS::IAM::Role'));
    });
    expect(roles.length).toBeGreaterThan(20);
    expect(roles.filter(({ properties }) => properties.PermissionsBoundary === undefined).map((role) => role.path)).toEqual([]);
  });
});

describe('exceptions', () => {
  test.each(CASES)('$key of $construct is on its page', ({ construct, onPage }) => {
    expect(exceptionsOf(construct).replace(/\s+/g, ' ')).toContain(onPage);
  });

  test.each([...new Set(CASES.map(({ construct }) => construct))])('of %s are at most five', (construct) => {
    const own = CASES.filter((each) => each.construct === construct).map(({ key }) => key);
    expect(new Set(own).size).toBe(own.length);
    expect(own.length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  test.each(fs.readdirSync(DOCS))('on %s are at most five for each construct', (page) => {
    // a construct's own list starts with its name; a list is of bullets or of table rows
    const lists = sectionOf(page).split(/^\w+:$/m).map((part) => part.match(/^(- |\| (?!what a control|---))/gm)?.length ?? 0);
    expect(Math.max(...lists)).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  test('each has a reason', () => {
    expect(EXCEPTIONS.filter(({ reason, onPage }) => reason.length < 40 || onPage.length < 8)).toEqual([]);
  });
});

function templatesOf(app: App): Template[] {
  const assembly = app.synth();
  const stacks = new Map(app.node.findAll().filter((node): node is Stack => Stack.isStack(node)).map((stack) => [stack.artifactId, stack]));
  return assembly.stacksRecursively.map((artifact) => templateOfStack(stacks.get(artifact.id)!, artifact.template.Resources));
}

function isException({ key, resource }: Finding): boolean {
  return CASES.some((each) => each.key === key && each.construct === resource.construct);
}

/** The exceptions on a construct's page, with those of the constructs that it says it shares them with. */
function exceptionsOf(construct: string): string {
  const section = sectionOf(PAGES[construct] ?? `${construct.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.md`);
  const shared = [...section.matchAll(/^- Those of \[(\w+)\]/gm)].map((match) => exceptionsOf(match[1]));
  return [section, ...shared].join('\n');
}

function sectionOf(page: string): string {
  return /\n## Exceptions\n([\s\S]*?)\n## /.exec(fs.readFileSync(path.join(DOCS, page), 'utf8'))?.[1] ?? '';
}
