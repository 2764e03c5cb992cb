// Written by projenrc/rule-index.ts: do not edit.
import type { IRule } from '../own-rules/rule-interface';

/** The rules about `ec2`, by name. */
export class Ec2Rules {
  /** The user data of EC2 instances holds no credentials (critical). */
  public static readonly NO_SECRETS_IN_USER_DATA: IRule = { ruleId: 'ec2/no-secrets-in-user-data' };

  private constructor() {}
}
