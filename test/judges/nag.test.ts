import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EXPECTED_FINDINGS } from './expected-findings';
import { JUDGED_APPS } from './judged-apps';
import { Examination, Mode, nag } from './nag';
import { KnownFindings } from '../../src';
import { newApp } from '../harness/apps';

const MODES: Mode[] = ['tree', 'template'];
const examined: Examination[] = [];

test.each(MODES)('the judge is at work in the %s: a bare bucket is found', (mode) => {
  const app = newApp(undefined, { 'aws:cdk:enable-path-metadata': true });
  new Bucket(new Stack(app, 'Stack'), 'Bare');
  expect(nag(app, mode).findings).toContainEqual({ id: 'AwsSolutions-S1', resource: 'Stack/Bare/Resource' });
});

describe.each(JUDGED_APPS)('cdk-nag on %s', (name, build) => {
  test.each(MODES)('finds in the %s exactly what is listed with a reason', (mode) => {
    const app = build();
    const known = KnownFindings.of(app);
    const { findings, examinations } = nag(app, mode);
    examined.push(...examinations);
    report(name, mode, examinations);

    expect(examinations.every(({ resources }) => resources > 0)).toBe(true);
    const found = new Set(findings.map(({ id, resource }) => `${id} at ${resource}`));
    const expected = expectedOf(name, mode);
    expect({
      unexpected: [...found].filter((finding) => !expected.has(finding)).sort(),
      stale: [...expected].filter((finding) => !found.has(finding)).sort(),
    }).toEqual({ unexpected: [], stale: [] });
    // what the library tells its users is what is found
    expect(known.findings.map(({ id, resourcePath, reason }) => `${id} at ${resourcePath}: ${reason}`).sort())
      .toEqual(knownOf(name, mode).sort());
  });
});

test('names only apps that are judged', () => {
  const names = JUDGED_APPS.map(([name]) => name);
  expect(EXPECTED_FINDINGS.flatMap(({ at }) => Object.keys(at)).filter((name) => !names.includes(name))).toEqual([]);
});

test('lists no finding twice and none without a reason', () => {
  for (const mode of MODES) {
    for (const [name] of JUDGED_APPS) expect(listed(name, mode)).toHaveLength(expectedOf(name, mode).size);
  }
  expect(EXPECTED_FINDINGS.filter(({ reason }) => reason.length < 40)).toEqual([]);
});

test('sees the resources that it is believed about', () => {
  // each of these packs judges our kind of app by many rules; a judge gone blind must not look like praise
  const least: Record<string, number> = {
    'AwsSolutions': 20, 'HIPAA.Security': 20, 'NIST.800.53.R4': 20, 'NIST.800.53.R5': 20, 'PCI.DSS.321': 20, 'Serverless': 8,
  };
  const counts = Object.keys(least).map((pack) => {
    const own = examined.filter((examination) => examination.pack === pack);
    const judging = new Set(own.flatMap((examination) => [...examination.judging]));
    const idle = new Set(own.flatMap((examination) => [...examination.idle]).filter((rule) => !judging.has(rule)));
    process.stdout.write(`cdk-nag ${pack}: ${judging.size} rules judged something, ${idle.size} saw no resource in any app\n`);
    return { pack, enough: judging.size >= least[pack] };
  });
  expect(counts.filter(({ enough }) => !enough)).toEqual([]);
});

function listed(app: string, mode: Mode, entries = EXPECTED_FINDINGS): string[] {
  return entries
    .filter((entry) => entry.mode === undefined || entry.mode === mode)
    .flatMap((entry) => (entry.at[app] ?? []).flatMap((resource) => entry.ids.map((id) => `${id} at ${resource}`)));
}

/** Of the expected findings those that the constructs cause, whatever app they are in. */
function knownOf(app: string, mode: Mode): string[] {
  return EXPECTED_FINDINGS
    .filter((entry) => !entry.onlyOfApp)
    .flatMap((entry) => listed(app, mode, [entry]).map((finding) => `${finding}: ${entry.reason}`));
}

function expectedOf(app: string, mode: Mode): Set<string> {
  return new Set(listed(app, mode));
}

function report(app: string, mode: Mode, examinations: Examination[]): void {
  const judged = examinations.map(({ pack, judging, idle }) => `${pack} ${judging.size}/${judging.size + idle.size}`).join(', ');
  process.stdout.write(`cdk-nag on ${app} (${mode}): ${examinations[0].resources} resources; rules that judged any: ${judged}\n`);
}
