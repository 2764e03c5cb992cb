import { controlsOf, FRAMEWORKS, notAtSynth, titleOf } from '../../../src/guardrails/frameworks';
import type { Framework } from '../../../src/guardrails/frameworks';
import { NIST_NOT_AT_SYNTH } from '../../../src/guardrails/frameworks/nist-800-53/not-at-synth';
import { PARTLY_AT_SYNTH } from '../../../src/guardrails/frameworks/partly-at-synth';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { CATALOGUE } from '../requirements';

const NAMES = Object.keys(FRAMEWORKS) as Framework[];

describe.each(NAMES)('%s', (framework) => {
  const controls = Object.entries(controlsOf(framework));

  test('has controls, each with a title in one line', () => {
    expect(controls).not.toHaveLength(0);
    for (const [id, control] of controls) {
      const title = typeof control === 'string' ? control : control.title;
      expect(`${id}: ${title}`).toMatch(/^\S.*: \S[^\n]*[^\s.]$/);
    }
  });

  test('says for every control that no template shows what it is about instead', () => {
    const excluded = controls.filter(([, control]) => typeof control !== 'string').map(([id]) => notAtSynth(framework, id));
    for (const control of excluded) {
      expect(control).toEqual(expect.objectContaining({ checkableAtSynth: false, reason: expect.stringMatching(/\S/) }));
    }
  });

  test('names its publisher, versions and public address', () => {
    const { name, publisher, versions, url } = FRAMEWORKS[framework];
    expect(new URL(url).protocol).toBe('https:');
    expect([name, publisher, ...versions].every((text) => text.length > 0)).toBe(true);
    expect(versions).not.toHaveLength(0);
  });

  test('is put together once', () => {
    expect(controlsOf(framework)).toBe(controlsOf(framework));
  });
});

test('a control has the title that it is listed with', () => {
  expect(titleOf('fsbp', 'S3.5')).toBe('Buckets require TLS');
  expect(titleOf('cis', 'CIS AWS v3.0 3.6')).toBe('Customer keys are rotated');
  expect(titleOf('hipaa', '164.312(b)')).toBe('Audit controls');
  expect(titleOf('pciDss4', 'A1.2.1')).toBe('Audit logs are available to each customer');
});

test('a part of a NIST control has the title of the control', () => {
  expect(titleOf('nist80053r5', 'AC-3(3)(b)(1)')).toBe('Mandatory access control');
  expect(titleOf('nist80053r5', 'AC-3(3)')).toBe('Mandatory access control');
  expect(titleOf('nist80053r5', 'AC-3')).toBe('Access enforcement');
});

test('a recommendation of CIS has one title in all versions, whatever its number', () => {
  const sameInAll = ['CIS AWS v3.0 5.4', 'CIS AWS v5.0 5.5', 'CIS AWS v7.0 6.5'] as const;
  expect(new Set(sameInAll.map((id) => titleOf('cis', id)))).toEqual(new Set(['Default security groups allow no traffic']));
});

test.each([
  ['v3.0', 62],
  ['v5.0', 63],
  ['v7.0', 70],
])('CIS %s is complete', (version, recommendations) => {
  expect(Object.keys(controlsOf('cis')).filter((id) => id.startsWith(`CIS AWS ${version} `))).toHaveLength(recommendations);
});

test('what only an account holds is not at synth, and what a template shows is', () => {
  expect(notAtSynth('fsbp', 'IAM.6')?.reason).toContain('root user');
  expect(notAtSynth('cis', 'CIS AWS v5.0 1.7')?.reason).toContain('account');
  expect(notAtSynth('fsbp', 'S3.5')).toBeUndefined();
  expect(notAtSynth('fsbp', 'S3.4711')).toBeUndefined();
});

/** How many ids of 45 CFR 164 a section has: standards and implementation specifications, as the regulation numbers them. */
test.each([
  ['164.308', 30],
  ['164.310', 12],
  ['164.312', 12],
  ['164.314', 10],
  ['164.316', 5],
])('section %s of the HIPAA Security Rule is complete', (section, count) => {
  expect(Object.keys(controlsOf('hipaa')).filter((id) => id.startsWith(`${section}(`))).toHaveLength(count);
});

test('what people do is no matter of templates, and what they do beside resources is partly', () => {
  expect(notAtSynth('hipaa', '164.308(a)(2)')?.reason).toContain('people');
  expect(notAtSynth('hipaa', '164.310(b)')?.reason).toContain('no template');
  expect(notAtSynth('nist80053r5', 'AT-4')).toEqual({ title: 'Training records', checkableAtSynth: false, reason: expect.stringContaining('people') });
  expect(PARTLY_AT_SYNTH.hipaa).toEqual(expect.arrayContaining(['164.308(a)(1)(ii)(A)', '164.308(a)(3)(i)']));
});

test.each(Object.entries(PARTLY_AT_SYNTH).flatMap(([framework, ids]) => ids.map((id): [Framework, string] => [framework as Framework, id])))(
  '%s %s is answered in part, or a later requirement of the catalogue will', (framework, id) => {
    expect(Object.keys(controlsOf(framework))).toContain(id);
    expect(notAtSynth(framework, id)).toBeUndefined();
    expect([...ALL_RULES, ...CATALOGUE].some(({ controls }) => (controls[framework] as readonly string[] | undefined)?.includes(id))).toBe(true);
  },
);

test.each(Object.entries(NIST_NOT_AT_SYNTH))('NIST %s is listed, and no rule answers to it', (id) => {
  expect(notAtSynth('nist80053r5', id)?.title).toMatch(/\S/);
  expect(ALL_RULES.filter(({ controls }) => (controls.nist80053r5 as readonly string[] | undefined)?.includes(id))).toEqual([]);
});

test('rules about secrets that are written down answer to the control about embedded authenticators', () => {
  const answering = ALL_RULES.filter(({ controls }) => controls.nist80053r5?.includes('IA-5(7)')).map(({ id }) => id);
  const about = ALL_RULES.filter(({ id }) => /no-secrets-in-|no-literal-secret|not-plaintext|no-credentials-in-metadata|document-no-secrets/.test(id)).map(({ id }) => id);
  expect(answering).toEqual(about);
});

test('no requirement of the catalogue answers to a control that no template shows', () => {
  const named = CATALOGUE.flatMap(({ key, controls }) => Object.entries(controls).flatMap(([framework, ids = []]) => ids
    .filter((id) => NAMES.includes(framework as Framework) && notAtSynth(framework as Framework, id) !== undefined).map((id) => `${key} ${framework} ${id}`)));
  expect(named).toEqual([]);
});
