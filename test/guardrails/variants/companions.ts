import { spread } from './leaves';
import { movedIntoNestedStack } from './nesting';
import type { Companion } from './nesting';
import { NOT_COMPLIANT } from './variant';
import type { Row, Variant } from './variant';
import { isJudged, isOfManyWorlds, most, resourcesOf, rewritten, withTemplates } from './written-templates';
import type { Verdict } from '../../../src/guardrails/engine/rule';
import type { Situation } from '../rules/verdicts';

const MOST = 3;
const NEVER = { Conditions: { NeverHolds: { 'Fn::Equals': ['one', 'another'] } } };

/** What is never deployed makes nothing comply that does not comply without it. */
export function neverDeployed({ situation }: Row, judge: (situation: Situation) => Verdict): Variant[] {
  return spread(companionsOf(situation).filter((companion) => !isReferredTo(companion)), most(MOST, situation)).flatMap((companion) => {
    const { logicalId, resource, template } = companion;
    const { [logicalId]: _removed, ...rest } = resourcesOf(template);
    if (judge(withTemplates(situation, template, [rewritten(template, rest)])) === 'COMPLIANT') return [];
    const conditional = rewritten(template, { ...rest, [logicalId]: { ...resource, Condition: 'NeverHolds' } }, NEVER);
    const withNever = rewritten(template, resourcesOf(template), NEVER);
    const inStack = movedIntoNestedStack(withTemplates(situation, template, [withNever]), { ...companion, template: withNever }, 'NeverHolds');
    return [
      { name: `${logicalId} behind a condition that never holds`, situation: withTemplates(situation, template, [conditional]), expected: NOT_COMPLIANT },
      { name: `${logicalId} in a nested stack whose condition never holds`, situation: inStack, expected: NOT_COMPLIANT },
    ];
  });
}

/** A companion in a nested stack that is deployed is as good as before. */
export function inNestedStack({ situation, verdict }: Row): Variant[] {
  if (isOfManyWorlds(situation)) return [];
  return spread(companionsOf(situation).filter((companion) => !isTakenApart(companion)), most(MOST, situation)).map((companion) => ({
    name: `${companion.logicalId} in a nested stack`, situation: movedIntoNestedStack(situation, companion), expected: [verdict],
  }));
}

/** What refers to something that is not there is not deployed either: CloudFormation refuses the template. */
function isReferredTo({ logicalId, template }: Companion): boolean {
  const text = JSON.stringify(template.body);
  return [`{"Ref":"${logicalId}"}`, `{"Fn::GetAtt":["${logicalId}",`, `{"Fn::GetAtt":"${logicalId}.`, `\${${logicalId}}`, `\${${logicalId}.`]
    .some((reference) => text.includes(reference));
}

/** Lists, such as the address ranges of a VPC, are no outputs of a stack. */
function isTakenApart({ template }: Companion): boolean {
  return /"Fn::(Select|Cidr)":/.test(JSON.stringify(template.body));
}

/** Nested stacks of the situation itself are none: what is inside of them would go with them. */
function companionsOf(situation: Situation): Companion[] {
  return situation.templates.flatMap((template) => Object.entries(resourcesOf(template)).flatMap(([logicalId, resource]) => {
    const holds = situation.templates.some(({ nestedIn }) => nestedIn?.file === template.file && nestedIn.logicalId === logicalId);
    return isJudged(logicalId, situation) || holds ? [] : [{ logicalId, resource, template }];
  }));
}
