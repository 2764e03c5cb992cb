import { matchesAction } from './action-patterns';
import type { Statement } from './statement';
import { Unknown } from '../unknown';

/** Whether a statement speaks of an action; an action that is not known hides no other. */
export function coversAction(statement: Statement, action: string): boolean {
  return new ActionCoverage(statement).covers(action);
}

/** The actions of a statement as this world sees them, for many questions. */
export class ActionCoverage {
  private readonly isAllBut: boolean;
  private readonly patterns: string[] = [];
  private unknown: Unknown | undefined;

  public constructor(statement: Statement) {
    this.isAllBut = statement.hasNotAction;
    this.attempt(() => {
      for (const action of statement.value.at(this.isAllBut ? 'NotAction' : 'Action').list()) this.attempt(() => this.patterns.push(action.text()!));
    });
  }

  /** Gives up if what is not known decides. */
  public covers(action: string): boolean {
    if (this.patterns.some((pattern) => matchesAction(pattern, action))) return !this.isAllBut;
    if (this.unknown !== undefined) throw this.unknown;
    return this.isAllBut;
  }

  /** The services of whose actions it may speak, such as `iam`; undefined: of any. */
  public get services(): ReadonlySet<string> | undefined {
    if (this.isAllBut || this.unknown !== undefined) return undefined;
    const services = new Set<string>();
    for (const pattern of this.patterns) {
      const service = pattern.slice(0, Math.max(0, pattern.indexOf(':')));
      if (service === '' || /[*?]/.test(service)) return undefined;
      services.add(service.toLowerCase());
    }
    return services;
  }

  private attempt(read: () => void): void {
    try {
      read();
    } catch (signal) {
      if (!(signal instanceof Unknown)) throw signal;
      this.unknown ??= signal;
    }
  }
}
