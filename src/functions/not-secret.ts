/** A reasoned statement that a value which looks like a credential is none. */
export interface NotSecret {
  /** Name of the environment variable, or `code` for the function's code. */
  readonly variable: string;

  /** Why the value may be read by everybody who can see the template; must say something. */
  readonly reason: string;
}
