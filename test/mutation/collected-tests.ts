import { expect } from 'expect';
import { bind } from 'jest-each';

type Body = () => unknown;

/** A group of tests with what runs around them. */
interface Scope {
  readonly name: string;
  readonly parent?: Scope;
  readonly before: Body[];
  readonly after: Body[];
}

export interface CollectedTest {
  /** Unique, and the same each time that the files are loaded. */
  readonly id: string;
  readonly file: string;
  readonly run: () => Promise<void> | void;
}

/** Takes what test files say to jest, so that their tests can be run one by one, without jest and in a fraction of a millisecond each. */
export class CollectedTests {
  public readonly tests: CollectedTest[] = [];
  private scope: Scope = { name: '', before: [], after: [] };
  private readonly seen = new Map<string, number>();
  private readonly atEnd: Body[] = [];
  private file = '';

  /** Makes this the one that the globals of test files add to. */
  public listen(): void {
    const test = (name: string, body: Body): void => this.add(name, body);
    const describe = (name: string, body: Body): void => this.within(name, body);
    const eachTest = Object.assign(test, { each: bind(test as Parameters<typeof bind>[0], false) });
    Object.assign(globalThis, {
      expect,
      test: eachTest,
      it: eachTest,
      describe: Object.assign(describe, { each: bind(describe as Parameters<typeof bind>[0], false) }),
      beforeEach: (body: Body) => this.scope.before.push(body),
      afterEach: (body: Body) => this.scope.after.push(body),
      afterAll: (body: Body) => this.atEnd.push(body),
    });
  }

  /** Says which file the next tests are of. */
  public startFile(file: string): void {
    this.file = file;
  }

  /** What the files want to be done when their tests are over. */
  public async end(): Promise<void> {
    for (const body of this.atEnd) await body();
  }

  private within(name: string, body: Body): void {
    const outer = this.scope;
    this.scope = { name: `${outer.name}${name} > `, parent: outer, before: [], after: [] };
    body();
    this.scope = outer;
  }

  private add(name: string, body: Body): void {
    const { scope, file } = this;
    const full = `${file}: ${scope.name}${name}`;
    const before = this.seen.get(full) ?? 0;
    this.seen.set(full, before + 1);
    this.tests.push({ id: before === 0 ? full : `${full} (${before})`, file, run: () => runIn(scope, body) });
  }
}

/** Synchronously as long as nothing is asynchronous: a promise for each of thousands of tests would cost more than the tests. */
function runIn(scope: Scope, body: Body): Promise<void> | void {
  const before: Body[] = [];
  const after: Body[] = [];
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
    before.unshift(...each.before);
    after.push(...each.after);
  }
  for (const hook of before) hook();
  const result = body();
  if (result instanceof Promise) {
    return result.then(() => after.forEach((hook) => void hook()));
  }
  for (const hook of after) hook();
}
