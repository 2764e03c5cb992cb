import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { stacksOf, templateFileOf } from './app-templates';
import { constructOf } from './construct-of-finding';
import type { Rule } from './engine/rule';
import type { GuardrailsProps } from './guardrails-props';
import { modeOf } from './mode-of-rule';
import type { Finding } from './reports/report';
import { EnforcementMode } from './rule-mode';
import { Profile } from '../profile';
import { changed } from './reports/changed-finding';
import { isUnwaivable } from './waivers/unwaivable';

/** Whether what a construct holds is meant to go with its stack. */
export function isEphemeral(scope: IConstruct): boolean {
  return Profile.of(scope) === Profile.EPHEMERAL;
}

/** Whether an ephemeral profile makes a warning of what the rule finds, and leaves it as it is. */
export function yieldsToProfile(rule: Rule, { modes = [], unwaivable }: GuardrailsProps): boolean {
  return rule.aboutDataLife === true && modeOf(rule, modes) !== EnforcementMode.WARN && !isUnwaivable(rule.id, unwaivable);
}

/** Marks findings that are warnings by the profile of the place where they are, which is read as constructs read it. */
export function markedByProfile(
  findings: readonly Finding[], rules: ReadonlyMap<string, Rule>, root: IConstruct, props: GuardrailsProps,
): readonly Finding[] {
  let stacks: ReadonlyMap<string, Stack> | undefined;
  const placeOf = (finding: Finding): IConstruct => {
    stacks ??= new Map(stacksOf(root).map((stack) => [templateFileOf(stack), stack]));
    return constructOf(finding, root) ?? stacks.get(finding.template) ?? root;
  };
  return findings.map((finding) => (
    finding.waived === undefined && yieldsToProfile(rules.get(finding.ruleId)!, props) && isEphemeral(placeOf(finding))
      ? changed(finding, { profile: 'ephemeral' }) : finding));
}
