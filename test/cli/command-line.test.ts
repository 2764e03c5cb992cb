import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { PassThrough } from 'stream';
import Ajv from 'ajv';
import { repository } from '../../package.json';
import SCHEMA from '../../schemas/check-report-1.json';
import { runCommandLine } from '../../src/cli/command-line';
import { endWithReader } from '../../src/cli/end-with-reader';

const TEMPORARY = fs.mkdtempSync(path.join(os.tmpdir(), 'command-line-'));
const before = process.cwd();
process.chdir(TEMPORARY); // reports name files as they were given
afterAll(() => {
  process.chdir(before);
  fs.rmSync(TEMPORARY, { recursive: true });
});

interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command line says and answers. */
function run(...argv: string[]): Result {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) => jest.spyOn(process[stream], 'write').mockImplementation((text) => {
    said[stream] += String(text);
    return true;
  }));
  try {
    const status = runCommandLine(argv);
    return { status, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

function file(name: string, content: unknown): string {
  fs.writeFileSync(path.join(TEMPORARY, name), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return name;
}

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Suspended' } } };
const OPEN = file('open.json', { Resources: { Orders: BUCKET } });
const HARMLESS = file('harmless.yaml', 'Resources:\n  Done:\n    Type: AWS::CloudFormation::WaitConditionHandle\n');
const PARAMETER = file('parameter.json', {
  Parameters: { Status: { Type: 'String' } },
  Resources: { Orders: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: { Ref: 'Status' } } } } },
});
const LET_IN = { Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' };
const OPEN_TWICE = file('twice.json', {
  Resources: { Topics: { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: { Statement: [LET_IN, LET_IN] }, Topics: ['arn'] } } },
});
const json = (result: Result) => JSON.parse(result.stdout) as { findings: any[]; summary: any; evaluated?: any[] };

describe('exit codes', () => {
  test.each<[number, string, string[]]>([
    [0, 'nothing is found', [HARMLESS]],
    [1, 'something at the default threshold is found', [OPEN]],
    [0, 'everything is below the threshold', [OPEN, '--fail-on', 'critical']],
    [1, 'the threshold is lower', [OPEN, '--fail-on', 'low']],
    [1, 'one of several files has a finding', [HARMLESS, OPEN]],
    [2, 'no file is named', []],
    [2, 'the file is not there', ['nowhere.json']],
    [2, 'the severity is no severity', [OPEN, '--fail-on', 'bad']],
    [2, 'there is no such rule set', [OPEN, '--rule-set', 'cis']],
    [2, 'there is no such format', [OPEN, '--format', 'xml']],
    [2, 'there is no such option', [OPEN, '--verbose']],
    [2, 'the waiver file is not there', [OPEN, '--waivers', 'nowhere.json']],
    [2, 'the baseline is none', [OPEN, '--baseline', OPEN]],
    [2, 'the report cannot be written', [OPEN, '--output', 'nowhere/report.json']],
    [2, 'the baseline cannot be written', [OPEN, '--write-baseline', 'nowhere/baseline.json']],
  ])('%i where %s', (status, _, argv) => {
    const result = run('check', ...argv);
    expect({ status: result.status, stderr: result.stderr }).toMatchObject({ status });
    if (status === 2) expect(result.stderr).toMatch(/^cdk-hardened: [^\n]+\n$/);
  });

  test('2 for a command that does not exist', () => expect(run('chek')).toMatchObject({ status: 2, stderr: expect.stringContaining('no command chek') }));
});

describe('json', () => {
  const valid = new Ajv().compile(SCHEMA);

  test('is as its schema says', () => {
    for (const argv of [[OPEN], [OPEN, PARAMETER, HARMLESS, '--all-verdicts', '--rule-set', 'all']]) {
      expect({ valid: valid(json(run('check', ...argv, '--format', 'json'))), errors: valid.errors }).toEqual({ valid: true, errors: null });
    }
  });

  test('says what is wrong, where and how to mend it', () => {
    const finding = json(run('check', OPEN, '--format', 'json')).findings.find(({ ruleId }) => ruleId === 's3/versioning');
    expect(finding).toMatchObject({
      catalogueKey: 's3/versioning',
      severity: 'low',
      verdict: 'NON_COMPLIANT',
      message: 'VersioningConfiguration.Status is Suspended',
      template: 'open.json',
      logicalId: 'Orders',
      resourceType: 'AWS::S3::Bucket',
      location: 'Properties.VersioningConfiguration.Status',
      line: 7,
    });
  });

  test('lists every verdict if asked to', () => {
    const { evaluated } = json(run('check', PARAMETER, '--format', 'json', '--all-verdicts'));
    expect(evaluated).toContainEqual(
      { ruleId: 's3/versioning', catalogueKey: 's3/versioning', logicalId: 'Orders', template: 'parameter.json', verdict: 'INSUFFICIENT_DATA' });
    expect(json(run('check', PARAMETER, '--format', 'json')).evaluated).toBeUndefined();
  });

  test('names types that no rule judges', () => {
    expect(json(run('check', HARMLESS, '--format', 'json')).summary.typesNotJudged).toEqual(['AWS::CloudFormation::WaitConditionHandle']);
  });
});

test('what cannot be judged fails if that is asked for', () => {
  const only = ['check', PARAMETER, '--fail-on', 'low', '--format', 'json'];
  const waivers = file('all-but-versioning.json', json(run(...only)).findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT')
    .map(({ ruleId }) => ({ rule: ruleId, scope: 'Orders', reason: 'test', owner: 'test' })));
  expect(run(...only, '--waivers', waivers).status).toBe(0);
  expect(run(...only, '--waivers', waivers, '--strict').status).toBe(1);
});

describe('waivers', () => {
  const waiver = { rule: 's3/*', scope: 'Orders', reason: 'public data', owner: 'shop' };
  test('take findings off', () => {
    expect(json(run('check', OPEN, '--format', 'json', '--waivers', file('waivers.json', [waiver]))).findings
      .filter(({ ruleId, waived }) => ruleId.startsWith('s3/') && waived === undefined)).toEqual([]);
  });

  test('that ended fail', () => {
    const result = run('check', HARMLESS, '--waivers', file('ended.json', [{ ...waiver, expires: '2020-01-31' }]));
    expect(result).toMatchObject({ status: 1, stdout: expect.stringContaining('ended on 2020-01-31') });
  });

  test('that match nothing are named', () => {
    const result = run('check', HARMLESS, '--waivers', file('idle.json', [waiver]));
    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing that s3/* finds') });
  });

  test('hold on their last day', () => {
    jest.useFakeTimers({ now: new Date('2026-01-31T23:59:59Z') });
    try {
      const accepted = (expires: string) => run('check', OPEN, '--waivers', file('last-day.json', [{ ...waiver, rule: '*', scope: '*', expires }])).status;
      expect(accepted('2026-01-31')).toBe(0);
      expect(accepted('2026-01-30')).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });

  test.each(['text', 'json', 'sarif', 'markdown'])('that are of no use are in %s', (format) => {
    const waivers = file('useless.json', [{ ...waiver, expires: '2020-01-31' }, { rule: 's3' }, { ...waiver, rule: 's3/versoning' }]);
    const { status, stdout, stderr } = run('check', HARMLESS, '--waivers', waivers, '--format', format);
    expect(status).toBe(1);
    for (const said of format === 'text' ? [stdout] : [stdout, stderr]) {
      expect(said).toMatch('useless.json[0]');
      expect(said).toMatch('ended on 2020-01-31');
      expect(said).toMatch('scope is missing or empty');
      expect(said).toMatch(/no rule is called s3\/versoning: did you mean s3\/versioning/);
    }
    if (format === 'json') {
      const valid = new Ajv().compile(SCHEMA);
      expect({ valid: valid(JSON.parse(stdout)), errors: valid.errors }).toEqual({ valid: true, errors: null });
      expect(json({ status, stdout, stderr }).summary.waiverFaults.map(({ kind }: { kind: string }) => kind)).toEqual(['expired', 'malformed', 'unmatched']);
    }
  });

  test('of a folder cover no file below it', () => {
    fs.mkdirSync(path.join(TEMPORARY, 'below'), { recursive: true });
    const below = file('below/open.json', { Resources: { Orders: BUCKET } });
    const accepted = (scope: string) => run('check', below, '--waivers', file('folder.json', [{ ...waiver, rule: '*', scope }])).status;
    expect(['below', 'below/open.json', 'below/open.json:Orders'].map(accepted)).toEqual([1, 0, 0]);
  });
});

test('a baseline accepts what was there, and nothing else', () => {
  expect(run('check', OPEN, '--fail-on', 'low', '--write-baseline', 'baseline.json').status).toBe(1);
  expect(run('check', OPEN, '--fail-on', 'low', '--baseline', 'baseline.json').status).toBe(0);
  const more = file('open.json', { Resources: { Orders: BUCKET, Invoices: { Type: 'AWS::S3::Bucket' } } });
  expect(run('check', more, '--fail-on', 'low', '--baseline', 'baseline.json').status).toBe(1);
  const other = file('open.json', { Resources: { Sales: BUCKET } }); // for CloudFormation another bucket
  expect(run('check', other, '--fail-on', 'low', '--baseline', 'baseline.json').status).toBe(1);
  const amongOthers = file('open.json', { Resources: { Alarms: { Type: 'AWS::SNS::TopicPolicy', Properties: {} }, Orders: BUCKET } });
  expect(run('check', amongOthers, '--fail-on', 'critical', '--baseline', 'baseline.json').status).toBe(0);
  const fixed = file('open.json', { Resources: {} });
  expect(run('check', fixed, '--fail-on', 'low', '--baseline', 'baseline.json').stdout).toMatch(/of its findings are gone: add `--write-baseline baseline.json`/);
});

test('a baseline shrinks, and takes nothing new', () => {
  const both = file('shrinking.json', { Resources: { Orders: BUCKET, Invoices: BUCKET } });
  run('check', both, '--write-baseline', 'shrinking-baseline.json');
  const held = () => (JSON.parse(fs.readFileSync(path.join(TEMPORARY, 'shrinking-baseline.json'), 'utf8')) as { findings: object[] }).findings;
  const recorded = held();
  const shrink = (resources: object) =>
    run('check', file('shrinking.json', { Resources: resources }), '--fail-on', 'low', '--baseline', 'shrinking-baseline.json', '--write-baseline', 'shrinking-baseline.json');

  expect(shrink({ Orders: BUCKET, Invoices: BUCKET })).toMatchObject({ status: 0, stdout: expect.not.stringContaining('are gone') });
  expect(held()).toEqual(recorded);
  expect(shrink({ Orders: BUCKET, Reports: BUCKET })).toMatchObject({ status: 1, stdout: expect.not.stringContaining('are gone') });
  expect(held()).toHaveLength(recorded.length / 2);
  expect(recorded).toEqual(expect.arrayContaining(held()));
  expect(shrink({ Invoices: BUCKET }).status).toBe(1);
  expect(held()).toEqual([]);
});

test.each(['text', 'markdown', 'sarif'])('%s goes into a file', (format) => {
  const written = `report.${format}`;
  expect(run('check', OPEN, '--format', format, '--output', written).stdout).toEqual('');
  expect(fs.readFileSync(path.join(TEMPORARY, written), 'utf8').length).toBeGreaterThan(0);
});

describe('text', () => {
  test('says of each resource which rules it violates, where, and what to write instead', () => {
    expect(run('check', OPEN_TWICE).stdout).toMatch([
      'Topics (AWS::SNS::TopicPolicy)',
      '  in twice.json',
      '  critical  sns/policy-not-public  Policies of SNS topics let nobody in whom they do not name',
      '            it lets everybody in, and no condition says who that is (line 8, Properties.PolicyDocument.Statement.0)',
      '            it lets everybody in, and no condition says who that is (line 14, Properties.PolicyDocument.Statement.1)',
      '            fix: ',
    ].join('\n'));
  });

  test('ends with the counts, what was not judged, and whether it failed', () => {
    expect(run('check', OPEN_TWICE).stdout).toMatch(
      /\n1 resource in 1 template, \d+ rules\nfindings: 2 critical\nfailed: 2 findings of severity high or worse\. .*explain RULE.*\n$/);
    expect(run('check', PARAMETER, '--fail-on', 'critical').stdout).toMatch(
      /\nfindings: .*\ncannot be judged: \d+, .* \(--strict lists them\)\npassed: no findings of severity critical\n$/);
    expect(run('check', HARMLESS).stdout).toMatch(/\nfindings: none\ntypes that no rule judges: .*\npassed: no findings of severity high or worse\n$/);
  });

  test('lists what could not be judged if that counts', () => {
    const { stdout } = run('check', PARAMETER, '--strict', '--fail-on', 'low');
    expect(stdout).toMatch('cannot be judged: the value of the parameter Status is given at deployment (line 12, Properties.VersioningConfiguration.Status)');
    expect(stdout).toMatch(/failed: \d+ findings of severity low or worse; 1 of severity low or worse cannot be judged\./);
  });

  test('has no colours but on a terminal', () => {
    expect(run('check', OPEN_TWICE).stdout).not.toMatch('\u001b');
  });
});

test('why it failed is said beside a report for machines, or in a file', () => {
  for (const argv of [['--format', 'json'], ['--output', 'report.txt']]) {
    expect(run('check', OPEN_TWICE, ...argv).stderr).toMatch(/^cdk-hardened: failed: 2 findings of severity high or worse\. .*\n$/);
  }
  expect(run('check', HARMLESS, '--format', 'json').stderr).toEqual('');
});

test('a waiver that ended is a reason', () => {
  const ended = file('over.json', [{ rule: 's3', scope: '*', reason: 'old', owner: 'shop', expires: '2020-01-31' }]);
  expect(run('check', HARMLESS, '--waivers', ended).stdout).toMatch('failed: 1 waiver that cannot be used');
});

describe('parts that nobody can judge', () => {
  const sam = file('sam.json', { Transform: ['AWS::Serverless-2016-10-31', 'Mine'], Resources: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: {} } } });
  const parts = () => json(run('check', sam, '--format', 'json')).summary.partsNotJudged.length;

  test('are named even where it passes', () => {
    expect(parts()).toBeGreaterThan(0);
    expect(run('check', sam)).toMatchObject({ status: 0, stdout: expect.stringMatching(/passed: no findings of severity high or worse; \d+ parts? of the templates not judged\n$/) });
  });

  test('fail if what cannot be judged counts, whatever the threshold', () => {
    for (const threshold of [[], ['--fail-on', 'critical']]) {
      expect(run('check', sam, '--strict', ...threshold)).toMatchObject({ status: 1, stdout: expect.stringMatching(/failed: \d+ parts? of the templates not judged/) });
    }
  });
});

describe('help', () => {
  test.each([['check', '--help'], ['check', '-h'], ['rules', '--help'], ['explain', '--help'], ['check', 'nowhere.json', '--help'], ['--help'], ['-h'], ['help']])(
    '%s %s', (...argv) => expect(run(...argv.filter((argument) => argument !== undefined))).toMatchObject({ status: 0, stdout: expect.stringContaining('cdk-hardened explain RULE') }));
});

test('an empty path is refused, and not taken for the folder', () => {
  for (const argv of [[''], [OPEN, '']]) expect(run('check', ...argv)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^cdk-hardened: check: a path is empty[^\n]+\n$/) });
});

describe('a reader that has enough', () => {
  const failing = (code: string) => {
    const stream = new PassThrough();
    endWithReader(stream);
    return () => stream.emit('error', Object.assign(new Error(code), { code }));
  };
  test('is no fault', () => expect(failing('EPIPE')).not.toThrow());
  test('is told apart from faults', () => expect(failing('ENOSPC')).toThrow('ENOSPC'));
});

test('explain says what is known of a rule', () => {
  const { status, stdout } = run('explain', 's3/versioning');
  expect(status).toBe(0);
  expect(stdout).toMatch(/overwritten or deleted[^]*Fix: [^]*When not to use it[^]*If left out/);
});

test('the page of a rule is named, beside the documentation of AWS', () => {
  const page = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/rules/sns/policy-not-public.md`;
  expect(fs.existsSync(path.join(__dirname, '../../docs/rules/sns/policy-not-public.md'))).toBe(true);
  expect(run('explain', 'sns/policy-not-public').stdout).toMatch(new RegExp(`Page: ${page}\nSource: https://docs.aws.amazon.com/`));
  expect(run('check', OPEN_TWICE).stdout).toMatch(`\n            more: ${page}\n`);
  const sarif = JSON.parse(run('check', OPEN_TWICE, '--format', 'sarif').stdout) as { runs: [{ tool: { driver: { rules: object[] } } }] };
  expect(sarif.runs[0].tool.driver.rules).toContainEqual(expect.objectContaining({
    id: 'sns/policy-not-public', helpUri: page, help: { text: expect.stringContaining('\nSource: https://docs.aws.amazon.com/') },
  }));
});

test('explain suggests rules for one that does not exist', () => {
  expect(run('explain', 's3/version')).toMatchObject({ status: 2, stderr: expect.stringContaining('s3/versioning') });
});

test('rules lists the rules of a set', () => {
  const all = JSON.parse(run('rules', '--format', 'json').stdout) as { rules: { id: string; inDefaultSet: boolean }[] };
  const standard = JSON.parse(run('rules', '--rule-set', 'default', '--format', 'json').stdout) as { rules: { id: string }[] };
  expect(standard.rules.map(({ id }) => id)).toEqual(all.rules.filter(({ inDefaultSet }) => inDefaultSet).map(({ id }) => id));
  expect(standard.rules.length).toBeLessThan(all.rules.length);
});
