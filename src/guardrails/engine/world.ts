/** Thrown where a choice would be needed but none may be made: what was asked differs from world to world. */
class OpenChoice {}

const OPEN = new OpenChoice();

interface Choice {
  readonly key: string;
  readonly alternatives: number;
  index: number;
}

/** Stands for a condition until it is known. */
const EVALUATING = Symbol('evaluating');

interface Condition {
  readonly holds: boolean;
  /** The parameters that it reads. */
  readonly asked: ReadonlySet<string>;
}

/** What is known of a parameter in this world, beside its declaration. */
interface ParameterState {
  value?: string;
  isOpen?: boolean;
  readonly excluded: Set<string>;
}

/**
 * One consistent assignment of what a template leaves open: its conditions and the values of its parameters. A check runs once in each
 * world that it can tell apart: whenever it reads something open, the world chooses, and the next run takes the next alternative.
 */
export class World {
  /** Beyond so many worlds for one rule and resource, open things are no longer correlated. */
  public static readonly LIMIT = 64;

  /** What takes more steps than this to resolve is written to take forever. */
  private static readonly MOST_STEPS = 20_000;

  private readonly choices: Choice[] = [];
  private position = 0;
  private chosen = new Map<string, number>();
  private parameters = new Map<string, ParameterState>();
  private guesses = new Set<string>();
  private keys = new Map<string, ReadonlySet<string>>();
  private conditions = new Map<string, Condition | typeof EVALUATING>();
  private asked = new Set<string>();
  private sandboxed = 0;
  private steps = 0;
  private uncorrelated: number | undefined;

  /** Forgets everything: for another rule or resource. */
  public begin(): void {
    if (this.choices.length > 0) this.choices.length = 0;
    this.uncorrelated = undefined;
    this.restart();
  }

  /** Moves to the next world; false if there is none. */
  public next(): boolean {
    if (this.choices.length === 0) return false;
    let last: Choice | undefined = this.choices[this.choices.length - 1];
    while (last !== undefined) {
      last.index += 1;
      if (last.index < last.alternatives) {
        this.restart();
        return true;
      }
      this.choices.pop();
      last = this.choices[this.choices.length - 1];
    }
    return false;
  }

  /** From now on every open thing takes its n-th alternative, counted from the last if that many do not exist. */
  public decorrelate(index: number): void {
    this.uncorrelated = index;
    this.restart();
  }

  /** Index of the alternative that holds in this world, the same for the same key. */
  public choose(key: string, alternatives: number): number {
    const known = this.chosen.get(key);
    if (known !== undefined) return known;
    if (this.sandboxed > 0) throw OPEN;
    const index = this.uncorrelated === undefined ? this.recorded(key, alternatives) : Math.min(this.uncorrelated, alternatives - 1);
    this.chosen.set(key, index);
    return index;
  }

  /** Value of a parameter that a condition has settled. */
  public settled(parameter: string): string | undefined {
    return this.parameters.get(parameter)?.value;
  }

  /** Whether a condition has ruled a value out. */
  public isExcluded(parameter: string, value: string): boolean {
    return this.parameters.get(parameter)?.excluded.has(value) ?? false;
  }

  /** Notes what a condition says about a parameter. It is then no guess of ours. */
  public settle(parameter: string, value: string, equal: boolean): void {
    const state = this.stateOf(parameter);
    if (equal) state.value = value;
    else state.excluded.add(value);
    this.guesses.delete(parameter);
  }

  /** Gives a parameter a value. If that is not its default, a violation of this world may never happen. */
  public take(parameter: string, value: string, isDefault: boolean): void {
    this.stateOf(parameter).value = value;
    if (!isDefault) this.guesses.add(parameter);
  }

  /** Leaves a parameter unknown, which is a guess too if it has a default. */
  public leaveOpen(parameter: string): void {
    this.stateOf(parameter).isOpen = true;
    this.guesses.add(parameter);
  }

  /** The keys that a key of a mapping may still be in this world; undefined: any. */
  public narrowed(key: string): ReadonlySet<string> | undefined {
    return this.keys.get(key);
  }

  public narrow(key: string, may: readonly string[]): void {
    this.keys.set(key, new Set(may));
  }

  public isLeftOpen(parameter: string): boolean {
    return this.parameters.get(parameter)?.isOpen ?? false;
  }

  /** A condition reads a parameter. If it was guessed, both branches are deployments that the author foresaw. */
  public foresee(parameter: string): void {
    this.asked.add(parameter);
    this.guesses.delete(parameter);
  }

  /** Whether a condition holds, evaluated once; `circular` answers where it asks for itself. */
  public holds(key: string, evaluate: () => boolean, circular: () => boolean): boolean {
    const known = this.conditions.get(key);
    if (known === EVALUATING) return circular();
    if (known !== undefined) {
      for (const parameter of known.asked) this.foresee(parameter);
      return known.holds;
    }
    const { asked: outer, conditions } = this;
    this.asked = new Set();
    conditions.set(key, EVALUATING);
    try {
      conditions.set(key, { holds: evaluate(), asked: this.asked });
    } finally {
      if (conditions.get(key) === EVALUATING) conditions.delete(key);
      for (const parameter of this.asked) outer.add(parameter);
      this.asked = outer;
    }
    return (conditions.get(key) as Condition).holds;
  }

  public get isGuess(): boolean {
    return this.guesses.size > 0;
  }

  /** Counts a step of resolving one value, from its first one on; false if there were too many. */
  public mayGoOn(isFirst: boolean): boolean {
    this.steps = isFirst ? 1 : this.steps + 1;
    return this.steps <= World.MOST_STEPS;
  }

  /** The result if it is the same in all worlds, else undefined: for what is worth keeping. */
  public same<T>(compute: () => T): { readonly value: T } | undefined {
    // what this world has chosen would leak into what is kept
    const { chosen, parameters, guesses, keys, conditions, asked, steps } = this;
    if (chosen.size > 0) this.chosen = new Map();
    if (parameters.size > 0) this.parameters = new Map();
    if (guesses.size > 0) this.guesses = new Set();
    if (keys.size > 0) this.keys = new Map();
    if (conditions.size > 0) this.conditions = new Map();
    this.sandboxed += 1;
    try {
      return { value: compute() };
    } catch (signal) {
      if (signal === OPEN) return undefined;
      throw signal;
    } finally {
      this.sandboxed -= 1;
      // what was empty was used as it is, and is empty again
      if (chosen.size > 0 && chosen === this.chosen) chosen.clear();
      if (parameters.size > 0 && parameters === this.parameters) parameters.clear();
      if (guesses.size > 0 && guesses === this.guesses) guesses.clear();
      if (keys.size > 0 && keys === this.keys) keys.clear();
      if (conditions.size > 0 && conditions === this.conditions) conditions.clear();
      this.chosen = chosen;
      this.parameters = parameters;
      this.guesses = guesses;
      this.keys = keys;
      this.conditions = conditions;
      this.asked = asked;
      this.steps = steps;
    }
  }

  private recorded(key: string, alternatives: number): number {
    let choice = this.choices[this.position];
    if (choice?.key !== key) {
      this.choices.length = this.position;
      choice = { key, alternatives, index: 0 };
      this.choices.push(choice);
    }
    this.position += 1;
    return choice.index;
  }

  private restart(): void {
    this.position = 0;
    // most worlds are never asked anything, and clearing an empty map makes a new table
    if (this.chosen.size > 0) this.chosen.clear();
    if (this.parameters.size > 0) this.parameters.clear();
    if (this.guesses.size > 0) this.guesses.clear();
    if (this.keys.size > 0) this.keys.clear();
    if (this.conditions.size > 0) this.conditions.clear();
    if (this.asked.size > 0) this.asked.clear();
  }

  private stateOf(parameter: string): ParameterState {
    let state = this.parameters.get(parameter);
    if (state === undefined) {
      state = { excluded: new Set() };
      this.parameters.set(parameter, state);
    }
    return state;
  }
}
