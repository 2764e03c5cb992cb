/**
 * Builds one app, synthesizes it, and has it judged in one way: `none`, `guardrails` (every rule), `waived` (the same, and all findings are
 * waived), or `nag` (six packs of cdk-nag). Prints milliseconds of the whole synth and of the first call of the judge, which loads what it
 * needs; the heap before and after it; and how much the findings come to. Run with --expose-gc. A third argument `only` ends it after the
 * judging: to see whether that does with a heap of some size.
 */
import * as fs from 'fs';
import { App, IPolicyValidationContext, IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { mixedApp } from './mixed-app';

const [, , judge, size, until] = process.argv;
const measured = { judging: 0, before: 0, retained: 0, findings: 0 };

function pluginsOf(): IPolicyValidationPlugin[] {
  if (judge === 'none') return [];
  if (judge === 'nag') {
    const nag = require('cdk-nag'); // eslint-disable-line @typescript-eslint/no-require-imports
    return [
      new nag.AwsSolutionsChecks(), new nag.HIPAASecurityChecks(), new nag.NIST80053R4Checks(), new nag.NIST80053R5Checks(),
      new nag.PCIDSS321Checks(), new nag.ServerlessChecks(),
    ];
  }
  const { JudgingPlugin } = require('../../lib/guardrails/judging-plugin'); // eslint-disable-line @typescript-eslint/no-require-imports
  const { EnforcementMode, RuleMode, RuleSet } = require('../../lib'); // eslint-disable-line @typescript-eslint/no-require-imports
  const waivers = judge === 'waived' ? [{ rule: '*', scope: '*', reason: 'measured', owner: 'bench' }] : [];
  return [new JudgingPlugin({ ruleSets: [RuleSet.ALL], modes: [RuleMode.ofRules(EnforcementMode.WARN, '*')], waivers })];
}

/** The same plugin, its calls timed. */
function timed(plugin: IPolicyValidationPlugin): IPolicyValidationPlugin {
  return {
    name: plugin.name,
    validate: (context: IPolicyValidationContext) => {
      global.gc?.();
      const before = process.memoryUsage().heapUsed;
      const begin = performance.now();
      const report = plugin.validate(context);
      measured.judging += performance.now() - begin;
      if (until === 'only') process.exit(0);
      global.gc?.();
      measured.before = before;
      measured.retained += process.memoryUsage().heapUsed - before;
      measured.findings += report.violations.reduce((sum, { violatingResources }) => sum + violatingResources.length, 0);
      return report;
    },
  };
}

const begin = performance.now();
// findings are what is measured here: they are no failure
const app = new App({ analyticsReporting: false, context: { '@aws-cdk/core:failSynthOnValidationErrors': false } });
mixedApp(app, Number(size));
Validations.of(app).addPlugins(...pluginsOf().map(timed));
const log = console.error; // eslint-disable-line no-console
console.error = () => undefined; // eslint-disable-line no-console -- CDK prints every warning
const assembly = app.synth();
console.error = log; // eslint-disable-line no-console
const total = performance.now() - begin;

const texts = assembly.stacks.map((stack) => fs.readFileSync(stack.templateFullPath, 'utf8'));
const resources = texts.reduce((sum, text) => sum + Object.keys((JSON.parse(text) as { Resources: object }).Resources).length, 0);
global.gc?.();
const before = process.memoryUsage().heapUsed;
const parsed = texts.map((text) => JSON.parse(text) as unknown);
global.gc?.();
const templates = process.memoryUsage().heapUsed - before;
process.stdout.write(`\n${JSON.stringify({ total, resources, templates, stacks: parsed.length, ...measured })}\n`);
