/** `npm run demo`: synthesizes examples/orders as `cdk synth` would, offline, and says what a user wants to know of it. */
import * as fs from 'fs';
import * as path from 'path';
import { App } from 'aws-cdk-lib';
import { TemplateFile, templatesOf } from './assembly';
import { JudgeReport, judgeWithCdkNag, judgeWithCdkValidation } from './judges';
import { monthlyCost, USAGE_COSTS } from './monthly-cost';
import { countProtections } from './protections';
import { bold, dim, green, heading, line, progress, red, yellow } from './terminal';
import { ordersApp } from '../examples/orders/app';

const ROOT = path.join(__dirname, '..');
const OUTDIR = path.join(ROOT, 'cdk.out', 'orders');

progress('synthesizing examples/orders, with CDK\'s own validation');
process.env.CDK_VALIDATION = 'true';
fs.rmSync(OUTDIR, { recursive: true, force: true });
const { context } = JSON.parse(fs.readFileSync(path.join(ROOT, 'examples', 'orders', 'cdk.json'), 'utf8')) as { context: object };
const app = ordersApp(new App({ outdir: OUTDIR, analyticsReporting: false, context: { ...context, 'aws:cdk:enable-path-metadata': true } }));
const started = Date.now();
const templates = templatesOf(app.synth());
const seconds = (Date.now() - started) / 1000;
const resources = templates.flatMap((template) => template.resources);

progress('asking the judges');
const judges = [judgeWithCdkNag(app, 'orders'), judgeWithCdkValidation(OUTDIR, resources.length)];

printStacks(templates);
printMessages();
printProtections();
printCost();
judges.forEach(printJudge);

const unexplained = judges.reduce((sum, judge) => sum + judge.unexplained.length, 0);
heading(unexplained === 0 ? green('Nothing unexplained. examples/orders/README.md says how to deploy it as your own.') : red(`${unexplained} unexplained findings.`));
process.exitCode = unexplained === 0 ? 0 : 1;

function printStacks(files: TemplateFile[]): void {
  heading(`Synthesized in ${seconds.toFixed(1)} s, without network or AWS account`);
  for (const { name, file, resources: own } of files) {
    line(`${bold(name)}  ${own.length} resources  ${dim(path.relative(ROOT, file))}`);
    const services = new Map<string, number>();
    for (const { type } of own) services.set(type.split('::')[1], (services.get(type.split('::')[1]) ?? 0) + 1);
    line(dim([...services].sort(([, a], [, b]) => b - a).map(([service, count]) => `${service} ${count}`).join(' · ')));
  }
}

/** What the constructs themselves say during the synth. */
function printMessages(): void {
  const messages = app.synth().stacksRecursively.flatMap((stack) => stack.messages);
  for (const { level, entry } of messages) line(`${level === 'info' ? dim('info') : yellow(level)} ${String(entry.data)}`);
}

function printProtections(): void {
  heading('Protections in place, counted in the templates');
  for (const { title, protectedCount, total } of countProtections(resources)) {
    const count = `${protectedCount}/${total}`.padStart(7);
    line(`${protectedCount === total ? green(count) : yellow(count)}  ${title}`);
  }
}

function printCost(): void {
  heading('What the hardening costs every month (USD, list prices of us-east-1)');
  const lines = monthlyCost(resources);
  for (const { title, units, usdPerUnit } of lines) line(`${(units * usdPerUnit).toFixed(2).padStart(7)}  ${units} ${title}`);
  const total = lines.reduce((sum, { units, usdPerUnit }) => sum + units * usdPerUnit, 0);
  line(bold(`${total.toFixed(2).padStart(7)}  in all, and by use:`));
  USAGE_COSTS.forEach((usage) => line(dim(`         ${usage}`)));
}

function printJudge({ judge, examined, unexplained: findings, explained }: JudgeReport): void {
  heading(`${judge}: ${findings.length} unexplained findings ${dim(`(${examined})`)}`);
  findings.forEach((finding) => line(red(finding)));
  for (const [reason, count] of [...explained].sort(([, a], [, b]) => b - a)) line(`${String(count).padStart(4)}  ${dim(firstSentence(reason))}`);
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
