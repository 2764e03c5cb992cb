import * as fs from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { JUDGED_APPS } from './judged-apps';
import { newApp } from '../harness/apps';

/** CDK's own validator is off in other tests; it is what these are about. */
beforeAll(() => {
  process.env.CDK_VALIDATION = 'true';
});

interface Violation {
  readonly ruleName: string;
  readonly severity?: string;
  readonly violatingConstructs?: { constructPath?: string }[];
}

interface Report {
  readonly pluginReports: { pluginName: string; violations: Violation[] }[];
}

/** Everything that is worse than information, as one line each. */
function complaints(app: App): string[] {
  try {
    app.synth();
  } catch (error) {
    if (!/ValidationFailed|Validation failed/.test(`${(error as Error).name} ${error}`)) throw error; // what is in the report is shown below
  }
  const report = JSON.parse(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap(({ pluginName, violations }) => violations
    .filter(({ severity }) => !/^info/i.test(severity ?? ''))
    .flatMap(({ ruleName, severity, violatingConstructs }) => (violatingConstructs ?? [{}])
      .map(({ constructPath }) => `${severity} ${pluginName} ${ruleName} at ${constructPath}`)));
}

test('the validator is at work: it finds a property that does not exist, and a warning', () => {
  const app = newApp();
  new CfnBucket(new Stack(app, 'Stack'), 'Bucket').addPropertyOverride('Nonsense', true);
  expect(complaints(app).join('\n')).toMatch(/error .*Stack\/Bucket/i);
});

test.each(JUDGED_APPS)('%s has nothing of WARN or worse', (_, build) => {
  expect(complaints(build())).toEqual([]);
});
