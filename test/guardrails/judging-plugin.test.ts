import * as path from 'path';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../src/guardrails';
import { newApp } from '../harness/apps';

interface Setting {
  readonly app: App;
  readonly plugin: IPolicyValidationPlugin;
  /** What CDK hands over of one stack. */
  readonly given: IPolicyValidationContext['stackTemplates'];
}

/** Stacks of the app and of a Stage, and a nested stack, whose buckets violate; synthesized. */
function setting(): Setting {
  const app = newApp();
  Guardrails.enforce(app, {
    ruleSets: [RuleSet.ofRules('s3/versioning', 's3/tls-only', 's3/bucket-block-public-access')],
    modes: [RuleMode.ofRules(EnforcementMode.BLOCK, '*'), RuleMode.ofRules(EnforcementMode.WARN, 's3/versioning'), RuleMode.ofRules(EnforcementMode.REMEDIATE, 's3/bucket-block-public-access')],
  });
  const shop = new Stack(app, 'Shop');
  for (const stack of [shop, new NestedStack(shop, 'Nested'), new Stack(new Stage(app, 'Prod'), 'Stack')]) new s3.Bucket(stack, 'Orders');
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => app.synth()).toThrow('s3/tls-only');
  silenced.mockRestore();
  const [plugin] = app._validationPlugins;
  return { app, plugin, given: [{ templatePath: path.join(app.outdir, shop.templateFile), stackName: 'Shop' } as unknown as Setting['given'][number]] };
}

function validated({ app, plugin }: Setting, stackTemplates: Setting['given']): PolicyValidationPluginReport {
  return plugin.validate({ templatePaths: stackTemplates.map(({ templatePath }) => templatePath), stackTemplates, appConstruct: app });
}

/** All objects and lists of a report. */
function objectsIn(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** What CDK does to the report of a plugin, and worse. */
function spoil(report: PolicyValidationPluginReport): void {
  for (const object of objectsIn(report).reverse()) {
    for (const key of Object.keys(object)) delete (object as Record<string, unknown>)[key];
  }
}

test('the whole app is judged, whatever subset of its templates is handed over, and the report is fresh each time', () => {
  const all = setting();
  const first = validated(all, []);
  const text = JSON.stringify(first);
  const objects = objectsIn(first);
  const kept = new Set(objects);
  spoil(first);
  const second = validated(all, all.given);
  expect(JSON.stringify(second)).toEqual(text);
  expect(objectsIn(second).filter((object) => kept.has(object))).toEqual([]);
  expect(objects.length).toBeGreaterThan(10);
  spoil(second);
  expect(JSON.stringify(validated(all, []))).toEqual(text);
  expect(JSON.parse(text)).toMatchObject({ success: false });
});

test('each violation keeps the logical id and the template of its resource, of Stages and nested stacks too', () => {
  const all = setting();
  const [tls] = validated(all, []).violations.filter(({ ruleName }) => ruleName === 's3/tls-only');
  const places = tls.violatingResources.map(({ resourceLogicalId, templatePath }) => ({ resourceLogicalId, templatePath }));
  const expected = all.app.node.findAll().filter((node): node is s3.CfnBucket => node instanceof s3.CfnBucket).map((bucket) => ({
    resourceLogicalId: bucket.stack.resolve(bucket.logicalId) as string,
    templatePath: path.join(Stage.of(bucket)!.outdir, bucket.stack.templateFile),
  }));
  const sorted = (list: typeof places): string[] => list.map((place) => JSON.stringify(place)).sort();
  expect(sorted(places)).toEqual(sorted(expected));
  expect(expected).toHaveLength(3);
  expect(new Set(expected.map(({ templatePath }) => templatePath)).size).toBe(3);
});
