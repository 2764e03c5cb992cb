import type { AppModel } from './app-model';
import { aboutWholeStatement } from './policy/whole-statement';
import type { Resource } from './resource';
import type { Outcome, Rule, Verdict } from './rule';
import { Template } from './template';
import { Unknown, known } from './unknown';
import type { Violation } from './violation';
import { World } from './world';

/** What a rule says of one subject. */
export interface Judgement {
  readonly rule: Rule;
  /** The resource, the template or, for rules about the whole app, undefined. */
  readonly resource?: Resource;
  readonly template?: Template;
  readonly verdict: Verdict;
  /** What is wrong, for NON_COMPLIANT. */
  readonly violations: readonly Violation[];
  /** What is not known, for INSUFFICIENT_DATA. */
  readonly unknown?: { readonly why: string; readonly location?: string };
}

/** A rule that threw: a fault of ours, not of what it judged. */
export interface Fault {
  readonly rule: Rule;
  readonly resource?: Resource;
  readonly template?: Template;
  readonly error: string;
}

/** What is to be said beside the judgements. */
export interface Remainder {
  readonly faults: readonly Fault[];
  /** Types of the app that no rule looks at. */
  readonly typesNotJudged: readonly string[];
}

export interface Evaluation extends Remainder {
  readonly judgements: readonly Judgement[];
}

/** Options by rule id; what is left out has the rule's default. */
export type OptionsByRule = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Judges every resource, template and the app as such by every rule that speaks of it. */
export function evaluate(app: AppModel, rules: readonly Rule[], options: OptionsByRule = {}): Evaluation {
  const judgements: Judgement[] = [];
  return { judgements, ...evaluateEach(app, rules, options, (judgement) => judgements.push(judgement)) };
}

/** The same, but tells each judgement as it is made: an app has a hundred thousand, and few of them say anything. */
export function evaluateEach(app: AppModel, rules: readonly Rule[], options: OptionsByRule, tell: (judgement: Judgement) => void): Remainder {
  const faults: Fault[] = [];
  const judged = new Set<string>();
  const judge = (rule: Rule, resource: Resource | undefined, template: Template | undefined, check: () => WorldOutcome): void => {
    try {
      const { verdict, violations, unknown } = judgeInAllWorlds(app.world, check);
      tell({ rule, resource, template, verdict, violations, unknown });
    } catch (error) {
      faults.push({ rule, resource, template, error: error instanceof Error ? error.stack ?? error.message : String(error) });
    }
  };
  for (const rule of rules) {
    const given = { ...defaultsOf(rule), ...chosenBy(options[rule.id]) };
    for (const type of rule.resourceTypes) {
      judged.add(type);
      for (const resource of app.declared(type)) {
        if (!rule.check) continue;
        const check = (): WorldOutcome => (resource.exists ? aboutWholeStatement(resource, rule.check!(resource, app, given)) : NOT_DEPLOYED);
        judge(rule, resource, resource.template, check);
      }
    }
    for (const template of rule.checkTemplate ? app.templates : []) {
      judge(rule, undefined, template, () => (template.exists ? rule.checkTemplate!(template, app, given) : NOT_DEPLOYED));
    }
    if (rule.checkApp) judge(rule, undefined, undefined, () => rule.checkApp!(app, given));
  }
  return { faults, typesNotJudged: app.types.filter((type) => !judged.has(type)).sort() };
}

/** The outcome of a world in which the resource is not there. */
const NOT_DEPLOYED = Symbol('not deployed');

type WorldOutcome = Outcome | typeof NOT_DEPLOYED;

type Verdicts = Pick<Judgement, 'verdict' | 'violations' | 'unknown'>;

const COMPLIANT: Verdicts = { verdict: 'COMPLIANT', violations: [] };
const NOT_APPLICABLE: Verdicts = { verdict: 'NOT_APPLICABLE', violations: [] };

/** Runs a check in every world that it can tell apart, and sums up. */
export function judgeInAllWorlds(world: World, check: () => WorldOutcome): Verdicts {
  world.begin();
  const first = known(check);
  const isGuess = world.isGuess;
  let more = world.next();
  if (!more && !isGuess) { // nothing to sum up, as in most cases
    if (first === 'COMPLIANT') return COMPLIANT;
    if (first === 'NOT_APPLICABLE') return NOT_APPLICABLE;
    if (first instanceof Unknown) return { verdict: 'INSUFFICIENT_DATA', violations: [], unknown: first };
    if (typeof first === 'object' && 'message' in first) return { verdict: 'NON_COMPLIANT', violations: [first] };
  }
  const sum = new Sum();
  sum.add(first, isGuess);
  let worlds = 1;
  for (; more && worlds < World.LIMIT; more = world.next()) {
    sum.add(known(check), world.isGuess);
    worlds += 1;
  }
  if (more) {
    sum.giveUp(`it depends on more than ${World.LIMIT} combinations of conditions and parameters`);
    for (const index of [0, Infinity]) {
      world.decorrelate(index);
      sum.add(known(check), world.isGuess);
    }
  }
  return sum.verdicts();
}

const FELL_THROUGH = new Unknown('the rule has no answer for this case');

/** A violation of any world counts, unless the world is a guess; unknown is stronger than compliant. */
class Sum {
  private readonly violations = new Map<string, Violation>();
  private readonly guessed = new Map<string, Violation>();
  private unknown: Unknown | undefined;
  private compliant = false;
  private notApplicable = false;

  public add(outcome: WorldOutcome | Unknown, isGuess: boolean): void {
    if (outcome === NOT_DEPLOYED) return;
    if (outcome === 'COMPLIANT') this.compliant = true;
    else if (outcome === 'NOT_APPLICABLE') this.notApplicable = true;
    else if (outcome instanceof Unknown) this.unknown ??= outcome;
    else if (outcome === undefined || (Array.isArray(outcome) && outcome.length === 0)) this.unknown ??= FELL_THROUGH;
    else this.violated('message' in outcome ? [outcome] : outcome, isGuess);
  }

  private violated(found: readonly Violation[], isGuess: boolean): void {
    const violations = isGuess ? this.guessed : this.violations;
    for (const violation of found) violations.set(`${violation.location}\n${violation.message}`, violation);
  }

  public giveUp(why: string): void {
    this.unknown ??= new Unknown(why);
  }

  public verdicts(): Verdicts {
    // if every value that a parameter may have violates, it is no guess any more
    const mayBeRight = this.compliant || this.notApplicable || this.unknown !== undefined;
    const certain = this.violations.size > 0 || mayBeRight ? this.violations : this.guessed;
    if (certain.size > 0) return { verdict: 'NON_COMPLIANT', violations: [...certain.values()] };
    const [guess] = this.guessed.values();
    const unknown = this.unknown ?? (guess && new Unknown(`for some values of its parameters: ${guess.message}`, guess.location));
    if (unknown !== undefined) return { verdict: 'INSUFFICIENT_DATA', violations: [], unknown };
    return this.compliant ? COMPLIANT : NOT_APPLICABLE;
  }
}

/** The options of a rule as they are if nobody gives others. */
export function defaultsOf({ options = {} }: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}

/** What was given a value: left undefined, an option has its default. */
function chosenBy(options: OptionsByRule[string] = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
