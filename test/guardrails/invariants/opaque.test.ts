import * as fc from 'fast-check';
import { kindsFor, openPlaces, withOpaque } from './opaque-values';
import type { Given, OpenPlace } from './opaque-values';
import { replaced } from './places';
import { search } from './search';
import { ROWS } from './situations';
import type { Row } from './situations';
import { ordersApp } from '../../../examples/orders/app';
import { templatesOf } from '../../../src/guardrails/app-templates';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { Judgement, OptionsByRule } from '../../../src/guardrails/engine/evaluate';
import type { Rule } from '../../../src/guardrails/engine/rule';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { newApp } from '../../harness/apps';

/** Where a value that is not known is right by itself: what violates is that it is written down. */
const RIGHT_IF_OPAQUE: Record<string, ((given: Given) => boolean) | undefined> = {
  'cloudformation/no-secrets-in-parameter-defaults': ([, kind]) => kind === 'no default',
  'iam/login-profile-password-not-plaintext': ([, kind]) => kind === 'no default',
  'lambda/permission-event-source-token-not-plaintext': ([, kind]) => kind === 'no default',
  // a custom resource may have made the value
  'secretsmanager/no-literal-secret-string': ([, kind]) => kind === 'no default' || kind === 'an attribute of a custom resource',
};

/** What some rules say of an app. */
interface Judged {
  /** A name for the report of a failure, which would show all of it. */
  readonly [fc.toStringMethod]: () => string;
  readonly templates: readonly TemplateInput[];
  readonly options: OptionsByRule;
  /** The rules that find something. */
  readonly rules: readonly Rule[];
  readonly violations: ReadonlySet<string>;
  readonly places: readonly OpenPlace[];
}

function judged(name: string, templates: readonly TemplateInput[], rules: readonly Rule[], options: OptionsByRule): Judged[] {
  const found = evaluate(new AppModel(templates), rules, options).judgements.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
  const places = openPlaces(templates);
  if (found.length === 0 || places.length === 0) return [];
  const rulesOfViolations = [...new Set(found.map((judgement) => judgement.rule))];
  const violations = new Set(found.map(subjectOf));
  return [{ [fc.toStringMethod]: () => name, templates, options, rules: rulesOfViolations, violations, places }];
}

function subjectOf({ rule, resource, template }: Judgement): string {
  return [rule.id, resource?.template.file ?? template?.file, resource?.logicalId].join(' ');
}

/** The violations of an app that nothing is said of any more once some of its values are given at deployment. */
function passedOver({ templates, options, rules, violations }: Judged, given: readonly Given[], exceptions = RIGHT_IF_OPAQUE): string[] {
  const { judgements, faults } = evaluate(new AppModel(withOpaque(templates, given)), rules, options);
  expect(faults).toEqual([]);
  return judgements
    .filter(({ rule, verdict }) => verdict === 'COMPLIANT' && !given.some((each) => exceptions[rule.id]?.(each)))
    .map(subjectOf)
    .filter((subject) => violations.has(subject));
}

/** Up to three values of an app, none inside another, and how each is given. */
function someOf({ places }: Judged): fc.Arbitrary<Given[]> {
  const one = fc.constantFrom(...places).chain((place) => fc.tuple(fc.constant(place), fc.constantFrom(...kindsFor(place))));
  return fc.array(one, { minLength: 1, maxLength: 3 })
    .map((all) => all.filter(([place], index) =>
      all.every(([other], at) => at === index || !isWithin(other, place) || (at > index && isWithin(place, other)))));
}

function isWithin(outer: OpenPlace, inner: OpenPlace): boolean {
  return outer.template === inner.template && outer.place.every((key, index) => inner.place[index] === key);
}

function neverPasses(subjects: fc.Arbitrary<Judged | undefined>, numRuns: number): void {
  const cases = subjects.chain((subject) => (subject === undefined ? fc.constant(undefined) : fc.tuple(fc.constant(subject), someOf(subject))));
  fc.assert(fc.property(cases, (one) => {
    fc.pre(one !== undefined);
    const [subject, given] = one;
    const passed = passedOver(subject, given);
    if (passed.length > 0) throw new Error(`passed over: ${passed.join(', ')}`);
  }), search(numRuns));
}

const BY_RULE = [...new Set(ROWS.map(({ rule }) => rule))].flatMap((rule) => {
  const subjects = ROWS.filter((row) => row.rule === rule)
    .flatMap(({ name, situation: { templates, options } }) => judged(name, templates, [rule], { [rule.id]: options }));
  return subjects.length === 0 ? [] : [{ id: rule.id, subjects }]; // of some rules, only what is left out violates
});

test.each(BY_RULE)('$id passes no violation of its table whose values are given at deployment', ({ subjects }) => {
  neverPasses(fc.constantFrom(...subjects), 12);
});

test('rules pass no condition whose list may be empty, where an empty one violates', () => {
  let compared = 0;
  const conditions = (templates: readonly TemplateInput[]): OpenPlace[] => openPlaces(templates).filter(({ place }) => place.at(-3) === 'Condition');
  const passed = ROWS.flatMap(({ rule, name, situation: { templates, options } }) => conditions(templates).flatMap((open) => {
    const empty = templates.map((input, index) => (index === open.template ? { ...input, body: replaced(input.body, open.place, []) } : input));
    return judged(name, empty, [rule], { [rule.id]: options }).flatMap((subject) => {
      compared += 1;
      return passedOver(subject, [[open, 'an attribute of a custom resource']]).map((each) => `${each}, ${name}, ${open.place.join('.')}`);
    });
  }));
  expect(passed).toEqual([]);
  expect(compared).toBeGreaterThan(250);
});

test('rules pass no violation of the tables of others whose values are given at deployment', () => {
  const known = new Map<Row, Judged[]>();
  const subjects = (row: Row): Judged[] => {
    const { name, rule, situation: { templates, options } } = row;
    const found = known.get(row) ?? judged(`${rule.id}: ${name}`, templates, ALL_RULES, { [rule.id]: options });
    known.set(row, found);
    return found;
  };
  neverPasses(fc.constantFrom(...ROWS).map((row) => subjects(row)[0]), 500);
});

test('the orders example, judged by all rules, passes no violation whose values are given at deployment', () => {
  const app = ordersApp(newApp());
  app.synth();
  const [subject] = judged('orders', templatesOf(app), ALL_RULES, {});
  expect(subject.violations.size).toBeGreaterThan(20);
  neverPasses(fc.constant(subject), 30);
});

test.each(Object.entries(RIGHT_IF_OPAQUE))('%s is an exception still', (id, isException) => {
  const { subjects } = BY_RULE.find((each) => each.id === id)!;
  const passed = subjects.flatMap((subject) => subject.places
    .flatMap((place) => kindsFor(place).map((kind): Given => [place, kind]))
    .filter((given) => isException!(given))
    .flatMap((given) => passedOver(subject, [given], {})));
  expect(passed).not.toEqual([]);
});
