import { SourceDown } from './refusal';

/** In milliseconds. */
export interface Times {
  /** How long what was fetched is used without asking. */
  readonly fresh: number;
  /** How long after a fetch nobody fetches again, while something is known. */
  readonly pause: number;
  /** How long what was fetched is used if its source cannot be asked. */
  readonly longest: number;
}

/** The same while nothing is known: whoever asks meanwhile is refused. In milliseconds. */
const PAUSE_WITHOUT_VALUE = 1500;

/**
 * Something fetched that is kept while the function lives. What was good once stays in use while its source is down, for some time; an answer
 * that says no ends it at once. However many requests ask for it, it is fetched at most once in a pause: neither tokens with made-up key ids nor a
 * source that is down can make it more.
 */
export class KeptFresh<T> {
  private value: T | undefined;
  private error: unknown;
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private fetching: Promise<void> | undefined;

  public constructor(private readonly fetch: () => Promise<T>, private readonly times: Times) {}

  /** What is known; fetched if there is nothing, or it is not fresh any more. */
  public async get(): Promise<T> {
    if (Date.now() - this.fetchedAt >= this.times.fresh) await this.tryToFetch();
    if (this.value === undefined || Date.now() - this.fetchedAt >= this.times.longest) throw this.error;
    return this.value;
  }

  /** What its source says now; undefined if somebody asked a moment ago. */
  public async anew(): Promise<T | undefined> {
    const before = this.fetchedAt;
    await this.tryToFetch();
    return this.fetchedAt === before || this.value === undefined ? undefined : this.value;
  }

  private async tryToFetch(): Promise<void> {
    if (this.fetching === undefined) {
      if (Date.now() - this.triedAt < (this.value === undefined ? PAUSE_WITHOUT_VALUE : this.times.pause)) return;
      this.triedAt = Date.now();
      this.fetching = this.fetchOnce().finally(() => { this.fetching = undefined; });
    }
    await this.fetching;
  }

  private async fetchOnce(): Promise<void> {
    try {
      this.value = await this.fetch();
      this.fetchedAt = Date.now();
    } catch (error) {
      this.error = error;
      if (error instanceof SourceDown) return;
      this.value = undefined;
      this.fetchedAt = -Infinity; // so that the next one asks again
    }
  }
}
