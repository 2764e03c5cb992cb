import type { ProviderLogsProps } from './defaults/provider-logs';
import type { RemediationSupplies } from './remediation/remediation-supplies';
import type { RuleMode } from './rule-mode';
import type { Profile } from '../profile';
import type { RuleSet } from './rule-sets/rule-set';

/** A finding that is accepted: which, where, why, by whom and until when. */
export interface Waiver {
  /**
   * Rule id (`s3/tls-only`), prefix (`s3/policy-*`), service (`s3`), or the id of about the same rule of cdk-nag
   * (`AwsSolutions-S10`).
   */
  readonly rule: string;
  /** Construct path of what is waived, with everything below it: `Shop/Orders/Bucket`. `*` for the whole app. */
  readonly scope: string;
  /** Why it is acceptable; not empty. */
  readonly reason: string;
  /** Who answers for it: a person, a team. */
  readonly owner: string;
  /**
   * Last day on which the waiver holds, as `YYYY-MM-DD` in UTC. Afterwards the finding is back, and the waiver is a finding too.
   *
   * @default - no end
   */
  readonly expires?: string;
}

/** What `Guardrails.enforce` asks and what it does with the answers. */
export interface GuardrailsProps extends RemediationSupplies {
  /**
   * Rules to ask: all of these sets together.
   *
   * @default [RuleSet.DEFAULT]
   */
  readonly ruleSets?: RuleSet[];

  /**
   * What happens to findings, by rule, service or severity; the last that matches wins.
   *
   * @default - critical and high block the synth, the rest are warnings
   */
  readonly modes?: RuleMode[];

  /**
   * Marks the app as `Profile.set(app, ...)` does, for the constructs of this library too: call it before you make any of them. A mark stays,
   * whatever a later call says.
   *
   * Where the profile is `EPHEMERAL`, by this, by a mark on a Stage or stack, or by context, rules about how long data lives and how hard it is
   * to delete (deletion protection, retention, versions, backups) are warnings whatever `modes` say, and mend nothing. `unwaivable` ones stay as
   * they are.
   *
   * @default - the marks that `Profile.set` made, else context `cdk-hardened:profile`, else `Profile.PRODUCTION`
   */
  readonly profile?: Profile;

  /**
   * Values that rules need or let you change, by rule id and name of the option: `{ 's3/name-not-predictable': { patterns: [...] } }`.
   * `npx cdk-hardened explain RULE` lists the options of a rule.
   *
   * @default - every rule's own defaults; rules without one answer that they cannot know
   */
  readonly ruleOptions?: { [rule: string]: { [option: string]: any } };

  /**
   * Findings that are accepted.
   *
   * @default - none but those of `waiverFiles`, and what is acknowledged through CDK
   */
  readonly waivers?: Waiver[];

  /**
   * Paths of JSON files with a list of waivers, such as one that your organisation distributes.
   *
   * @default - none
   */
  readonly waiverFiles?: string[];

  /**
   * Path of a baseline file: what it holds is accepted, what is new is not. `reportFiles` writes one, and so does
   * `npx cdk-hardened check cdk.out --write-baseline FILE`, which knows neither `ruleOptions` nor rules of your own.
   *
   * @default - no baseline
   */
  readonly baselineFile?: string;

  /**
   * Rules whose violations nobody may accept, by id; a prefix ends with `*`. They fail the synth whatever their severity and mode, and no waiver,
   * baseline, profile or acknowledgement through CDK covers them (severity `fatal`). Such as for a platform team that calls this for others.
   *
   * @default - none: every finding can be accepted with a reason
   */
  readonly unwaivable?: string[];

  /**
   * Whether remediations are only planned: the report says what would be set, and nothing is.
   *
   * @default false
   */
  readonly dryRun?: boolean;

  /**
   * Whether remediations may set properties that make CloudFormation replace a resource. What the resource holds is lost, and its name or
   * ARN changes: look at a `dryRun` first, which says which resources that would be.
   *
   * @default false
   */
  readonly allowReplacement?: boolean;

  /**
   * Whether plain L2s that are made after the call get hardened defaults for what their props leave out: `HardenedDefaults.inject(app)`.
   *
   * @default false
   */
  readonly hardenDefaults?: boolean;

  /**
   * How the logs of the functions are kept that CDK brings along for its custom resources: `ProviderLogs.keep(app, ...)`. `{}` for two years, without a key
   * of yours. Functions that could not be reached are in the report as `provider-logs/not-kept`.
   *
   * @default - no log groups are added: Lambda makes them at the first call, and keeps the logs for ever
   */
  readonly providerLogs?: ProviderLogsProps;

  /**
   * Whether a rule that cannot judge a resource counts as if it were violated: one that blocks fails the synth, others warn. Otherwise what cannot
   * be judged is one piece of information in CDK's report, `engine/not-known`.
   *
   * @default false
   */
  readonly strict?: boolean;

  /**
   * Whether the line is left out that says what was judged and what came of it. It goes to the standard error of the app, whether it passes or not.
   *
   * @default - true where CDK takes the app for one under test (`NODE_ENV=test`, pytest), else false
   */
  readonly quiet?: boolean;

  /**
   * Paths of files to write the whole report to, each in the format of its ending: `.sarif` for code scanning, `.json`, `.md` or `.txt`. They
   * hold what is waived too, and lines: of the code that makes the construct where CDK knows it, of the template elsewhere.
   *
   * A name that ends in `.baseline.json` gets a baseline: of what is open, or, if `baselineFile` is given, of what is left of that.
   *
   * @default - no files but CDK's own `validation-report.json`
   */
  readonly reportFiles?: string[];

  /**
   * Whether findings that do not block are written at their constructs (`Annotations`, found by `Annotations.fromStack` of
   * `aws-cdk-lib/assertions` and in the manifest) instead of in the report of the plugin. Each is in CDK's report once, either way.
   *
   * As annotations they lose severity, controls and the place in the template as data. They are found when their Stage is validated, by
   * what the Stage holds itself, before the app has written all its templates: every template is resolved once more, and the resources of
   * an app with stacks in several Stages are judged twice. Findings that block, and those about a template or the app, stay with the plugin.
   *
   * @default false
   */
  readonly annotations?: boolean;
}
