/**
 * The signal that a value which decides the verdict cannot be known. Reading such a value throws it and the engine catches it, so that a
 * check reads like plain code and can never take an unknown for a value. No Error: it is no fault, and a stack trace would cost time.
 */
export class Unknown {
  public readonly why: string;

  public constructor(why: string, public readonly location?: string) {
    // a pseudo parameter goes by its name alone
    this.why = why.startsWith('AWS::') ? `${why} is only known at deployment` : why;
  }
}

/** Gives up on a verdict: what decides it is not in the template. Also for what was read before and not known then. */
export function unknown(why: string | Unknown, location?: string): never {
  throw why instanceof Unknown ? why : new Unknown(why, location);
}

/** What is read, or why it is not known: for what is kept, or looked at once all is read. */
export function known<T>(read: () => T): T | Unknown {
  try {
    return read();
  } catch (signal) {
    if (signal instanceof Unknown) return signal;
    throw signal;
  }
}
