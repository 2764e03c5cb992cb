import { CfnResource, Stage } from 'aws-cdk-lib';
import type { IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { IS_FUNCTION } from './apply-change';
import { remediateResource } from './remediate-resource';
import type { Occasion, RemediationMeans } from './remediate-resource';
import type { Remediated, RemediationLog } from './remediation-log';
import { Surroundings } from './surroundings';
import type { Rule } from '../engine/rule';
import { isEphemeral } from '../profile-of-finding';

/** What the Aspect goes by: read when it runs, so that the last call of `Guardrails.enforce` counts. */
export interface RemediationSettings extends Omit<RemediationMeans, 'isAccepted'> {
  readonly rules: readonly Rule[];
  /** What is accepted now: more may be, until another Stage is synthesized. */
  readonly acceptance: () => RemediationMeans['isAccepted'];
  /** Whether an ephemeral profile leaves what the rule finds as it is. */
  readonly yieldsToProfile: (rule: Rule) => boolean;
}

/** Mends what rules in the mode REMEDIATE find, where a property is enough. Adds no construct and resolves nothing lazy. */
export class RemediatingAspect implements IAspect {
  /** What it went by when the Stage that it was added to was visited: a Stage that is synthesized before never is. */
  private ran?: RemediationSettings;
  private isAccepted?: RemediationMeans['isAccepted'];
  /** What was visited, with the rules that only the end of the synth lets judge it. */
  private readonly visited = new WeakMap<CfnResource, readonly Rule[]>();
  private surroundings = new Surroundings();

  public constructor(private readonly settings: () => RemediationSettings, private readonly log: RemediationLog) {}

  /** Whether it did in its Stage all that the settings ask for, which a later call may have changed. */
  public get hasRun(): boolean {
    const { ran } = this;
    const { rules, dryRun } = this.settings();
    return ran !== undefined && ran.dryRun === dryRun && rules.every((rule) => ran.rules.includes(rule));
  }

  public visit(node: IConstruct): void {
    if (Stage.isStage(node)) {
      this.ran = this.settings();
      this.isAccepted = this.ran.acceptance();
      this.surroundings = new Surroundings();
    }
    if (CfnResource.isCfnResource(node)) this.remediate(node, this.settings().rules, { surroundings: this.surroundings, moment: 'while Aspects run' });
  }

  /**
   * Resources that came after Aspects, such as the roles of functions that carry references to another region, and those of which a lazy
   * value decides. The template of a nested stack is hashed by then: what is changed there now would not be deployed.
   */
  public visitLate(stage: Stage): void {
    const { rules } = this.settings();
    const surroundings = new Surroundings('at the end');
    for (const node of rules.length === 0 ? [] : stage.node.findAll()) {
      if (!CfnResource.isCfnResource(node) || Stage.of(node) !== stage) continue;
      const open = this.visited.get(node);
      const hindrance = node.stack.nested ? `it ${open === undefined ? 'came' : 'could be told only'} after the template of its nested stack was made` : undefined;
      this.remediate(node, open ?? rules, { surroundings, moment: 'at the end', hindrance });
    }
    this.surroundings = new Surroundings(); // nothing of the judging is kept
  }

  private remediate(node: CfnResource, rules: readonly Rule[], occasion: Occasion): void {
    const settings = this.settings();
    const asked = rules.filter((rule) => rule.resourceTypes.includes(node.cfnResourceType) && !(settings.yieldsToProfile(rule) && isEphemeral(node)));
    this.isAccepted ??= settings.acceptance();
    const entries = remediateResource(node, asked, { ...settings, isAccepted: this.isAccepted }, occasion);
    const byRule = (rule: Rule): Remediated[] => entries.filter(({ ruleId }) => ruleId === rule.id);
    for (const rule of asked) this.log.record(rule.id, node.node.path, byRule(rule));
    this.visited.set(node, asked.filter((rule) => byRule(rule).some(isOpen)));
  }
}

/** Whether it is worth asking again when all values are there. */
function isOpen({ isUndecided, obstacle }: Remediated): boolean {
  return isUndecided === true || obstacle === IS_FUNCTION;
}
