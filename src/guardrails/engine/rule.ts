import type { AppModel } from './app-model';
import type { PropertyChange } from './remediation';
import type { Resource } from './resource';
import type { Template } from './template';
import type { Violation } from './violation';
import type { Controls } from '../frameworks/framework';

/** How bad it is, by the words of AWS Security Hub. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'informational';

export type Verdict = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE' | 'INSUFFICIENT_DATA';

/**
 * What a check says of a resource: both words, or everything that is wrong. Saying nothing is INSUFFICIENT_DATA, so that a case
 * nobody thought of is never a pass.
 */
export type Outcome = 'COMPLIANT' | 'NOT_APPLICABLE' | Violation | readonly Violation[] | undefined;

/** Ids of about the same requirement in other tools. */
export interface Peers {
  readonly cdkNag?: readonly string[];
  readonly guard?: readonly string[];
  readonly checkov?: readonly string[];
  readonly prowler?: readonly string[];
  readonly other?: readonly string[];
}

/** Where a rule deliberately differs from another tool's of about the same name. */
export interface Divergence {
  /** `cdkNag:S3BucketLoggingEnabled` */
  readonly peer: string;
  readonly how: string;
  /** The peer's rule, or where its behaviour is documented or discussed. */
  readonly source: string;
}

/** What the service does if the property is left out. */
export interface Absence {
  readonly means: string;
  /** AWS documentation that says so. */
  readonly source: string;
}

/** A value that a rule needs or that users may want to change. */
export interface OptionDeclaration {
  readonly type: 'string[]' | 'number' | 'number[]' | 'string' | 'boolean';
  readonly description: string;
  /** Without a default, the rule cannot judge until a value is given. */
  readonly default?: OptionValue;
}

export type OptionValue = string | number | boolean | readonly string[] | readonly number[];

/** How the finding goes away without the author, if it can. */
export type Remediation =
  /** Properties that an Aspect sets: nothing else is needed, nothing is replaced. */
  | { readonly kind: 'property'; readonly changes: (resource: Resource, options: any) => readonly PropertyChange[] }
  /** The same with a value that only the user has: a key, a bucket, a boundary. */
  | { readonly kind: 'supplied'; readonly needs: string; readonly changes: (resource: Resource, supplied: string, options: any) => readonly PropertyChange[] }
  /** Another resource is needed: an injector or a mixin adds it, never an Aspect. */
  | { readonly kind: 'companion'; readonly adds: string };

export interface RuleMetadata {
  /** `s3/tls-only`: never used for anything else, even if the rule goes. */
  readonly id: string;
  /** Requirement of the catalogue that it checks, if that is not its id. */
  readonly catalogueKey?: string;
  /** What must hold, in one clause: `S3 buckets refuse requests without TLS`. */
  readonly title: string;
  readonly severity: Severity;
  /** Empty for rules about whole templates or apps. */
  readonly resourceTypes: readonly string[];
  readonly controls: Controls;
  readonly peers: Peers;
  /** What an attacker or an accident does without it. */
  readonly rationale: string;
  readonly whenNotToUse: string;
  /** What to write, in CDK's words. */
  readonly fix: string;
  /** AWS documentation that the check rests on. */
  readonly sources: readonly string[];
  readonly absent?: Absence;
  /** What of the requirement no template shows. */
  readonly partly?: string;
  /** Why the rule is not in the default set. */
  readonly outsideDefault?: string;
  readonly divergences?: readonly Divergence[];
  /** Generation of the rule sets that it came with. Default: 1. */
  readonly generation?: number;
  /** It asks how long data lives, or how hard it is to delete: an ephemeral profile makes a warning of what it finds, and mends nothing of it. */
  readonly aboutDataLife?: true;
  /** Verdicts that it cannot reach, each with the reason. */
  readonly unreachable?: Partial<Record<Verdict, string>>;
  readonly options?: Readonly<Record<string, OptionDeclaration>>;
}

export interface Rule extends RuleMetadata {
  readonly check?: (resource: Resource, app: AppModel, options: any) => Outcome;
  /** For rules about a template as such: its outputs, metadata, stack settings. */
  readonly checkTemplate?: (template: Template, app: AppModel, options: any) => Outcome;
  /** For rules about all of the app together. */
  readonly checkApp?: (app: AppModel, options: any) => Outcome;
  readonly remediation?: Remediation;
}

/** A rule whose options have the type `Options`. */
export interface RuleDefinition<Options> extends RuleMetadata {
  readonly check?: (resource: Resource, app: AppModel, options: Options) => Outcome;
  readonly checkTemplate?: (template: Template, app: AppModel, options: Options) => Outcome;
  readonly checkApp?: (app: AppModel, options: Options) => Outcome;
  readonly remediation?: Remediation;
}

/** Gives a rule its type; the engine fills the options in. */
export function defineRule<Options = object>(definition: RuleDefinition<Options>): Rule {
  return definition;
}
