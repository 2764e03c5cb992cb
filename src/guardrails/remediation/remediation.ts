import type { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acceptedFindings } from './accepted-findings';
import { isRemediable } from './remediate-resource';
import { RemediatingAspect } from './remediating-aspect';
import type { RemediationSettings } from './remediating-aspect';
import { RemediationLog } from './remediation-log';
import { StageReach } from './stage-reach';
import { suppliesOf } from './supplies';
import type { Rule } from '../engine/rule';
import type { GuardrailsProps } from '../guardrails-props';
import { modeOf } from '../mode-of-rule';
import { yieldsToProfile } from '../profile-of-finding';
import { EnforcementMode } from '../rule-mode';
import { RuleSet } from '../rule-sets/rule-set';

/** The remediation of one app: what it did, and which Stages it missed. */
export class Remediation {
  public readonly log = new RemediationLog();
  private readonly reach: StageReach;
  private cached?: { readonly props: GuardrailsProps; readonly settings: RemediationSettings };

  public constructor(private readonly app: Stage, private readonly props: () => GuardrailsProps) {
    this.reach = new StageReach(app, () => new RemediatingAspect(() => this.settings, this.log));
  }

  /** For Stages that were made since, where CDK does not tell of them. */
  public attach(): void {
    this.reach.attach();
  }

  /** Once Aspects have run, before the Stage is written. */
  public visitLate(stage: Stage): void {
    this.reach.visitLate(stage);
  }

  public get missedStages(): readonly string[] {
    return this.settings.rules.length > 0 ? this.reach.missed : [];
  }

  /** Whether a construct is in a Stage that was missed. */
  public misses(construct: IConstruct): boolean {
    return this.reach.misses(construct);
  }

  /** The rules that mend what they find. */
  public get rules(): readonly Rule[] {
    return this.settings.rules;
  }

  private get settings(): RemediationSettings {
    const props = this.props();
    if (this.cached?.props !== props) this.cached = { props, settings: settingsOf(this.app, props) };
    return this.cached.settings;
  }
}

function settingsOf(app: Stage, props: GuardrailsProps): RemediationSettings {
  const { modes = [], ruleSets = [RuleSet.DEFAULT], ruleOptions = {}, dryRun = false, allowReplacement = false } = props;
  // nobody who remediates nothing pays for the rules before they are asked
  const wanted = modes.some(({ mode }) => mode === EnforcementMode.REMEDIATE);
  const { rulesOf } = wanted ? require('../rule-sets/selection') as typeof import('../rule-sets/selection') : { rulesOf: () => [] }; // eslint-disable-line @typescript-eslint/no-require-imports
  return {
    rules: rulesOf((rule) => ruleSets.some((set) => set._includes(rule)))
      .filter((rule) => isRemediable(rule) && modeOf(rule, modes) === EnforcementMode.REMEDIATE),
    options: ruleOptions,
    supplies: suppliesOf(props),
    dryRun,
    mayReplace: allowReplacement,
    acceptance: () => acceptedFindings(() => {
      const { waiversOf } = require('../judgement-of-app') as typeof import('../judgement-of-app'); // eslint-disable-line @typescript-eslint/no-require-imports
      return waiversOf(app, props);
    }, props.unwaivable),
    yieldsToProfile: (rule) => yieldsToProfile(rule, props),
  };
}
