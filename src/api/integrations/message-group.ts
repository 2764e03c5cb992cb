/**
 * Which messages of a queue belong together: those of one group of a FIFO queue arrive in order, one after the other. On a standard queue
 * groups share consumers fairly.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html
 */
export class MessageGroup {
  /**
   * One group for all messages of the route: all in order, one at a time.
   *
   * @param name 1 to 128 letters, digits, `.`, `_` and `-`
   */
  public static single(name: string): MessageGroup {
    return new MessageGroup('single', name);
  }

  /**
   * A group for each caller, so that a flood of one does not hold up the others. Not on public routes, which know no callers. Callers to
   * whom the authorizer gives no name share a group, as do those whose names are the same in their first 128 characters when URL-encoded.
   */
  public static perCaller(): MessageGroup {
    return new MessageGroup('perCaller', '');
  }

  /**
   * A group for each value of a property of the body: callers choose it, and with it what their message waits for.
   *
   * @param property name of a property at the top of the body's schema: required, a string of 1 to 128 characters by `minLength` and
   * `maxLength`, with a `pattern` of ASCII letters, digits and punctuation such as `^[A-Za-z0-9_-]+$`; or an `enum` of such strings
   */
  public static perValueOf(property: string): MessageGroup {
    return new MessageGroup('perValueOf', property);
  }

  private constructor(
    /** `single`, `perCaller` or `perValueOf`. */
    public readonly kind: string,
    /** The name of the one group, or of the property. */
    public readonly value: string,
  ) {}
}
