// Written by projenrc/rule-index.ts: do not edit.
import type { IRule } from '../own-rules/rule-interface';

/** The rules about `cloudformation`, by name. */
export class CloudFormationRules {
  /** CloudFormation templates hold no credentials in the metadata of resources (high). */
  public static readonly NO_CREDENTIALS_IN_METADATA: IRule = { ruleId: 'cloudformation/no-credentials-in-metadata' };
  /** Resources that changes may replace have no name of their own (low). */
  public static readonly NO_EXPLICIT_PHYSICAL_NAMES: IRule = { ruleId: 'cloudformation/no-explicit-physical-names' };
  /** Outputs of CloudFormation stacks show no credentials (critical). */
  public static readonly NO_SECRETS_IN_OUTPUTS: IRule = { ruleId: 'cloudformation/no-secrets-in-outputs' };
  /** Parameters of CloudFormation stacks have no credentials as their defaults (high). */
  public static readonly NO_SECRETS_IN_PARAMETER_DEFAULTS: IRule = { ruleId: 'cloudformation/no-secrets-in-parameter-defaults' };
  /** CloudFormation stacks are protected against deletion (medium). */
  public static readonly TERMINATION_PROTECTION: IRule = { ruleId: 'cloudformation/termination-protection' };

  private constructor() {}
}
