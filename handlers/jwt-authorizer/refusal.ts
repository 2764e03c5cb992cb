/** Why nobody is let in: for the log, never for the caller. It names claims and checks, and holds nothing of the token. */
export class Refusal extends Error {
  public constructor(public readonly reason: string) {
    super(reason);
  }
}

/** The source of keys gives no usable answer now: nothing against the keys that it gave before. */
export class SourceDown extends Refusal {}
