import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Words that AWS WAF keeps for itself in labels (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-requirements.html). */
const RESERVED = ['awswaf', 'aws', 'waf', 'rulegroup', 'webacl', 'regexpatternset', 'ipset', 'managed'];

/** Quota of labels that one rule adds (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-add.html). */
const MAX_LABELS = 100;

/** Stops on labels that a rule cannot add. */
export function validateOwnLabels(scope: IConstruct, prop: string, labels: string[]): void {
  for (const label of labels) {
    requireLiteral(scope, prop, label);
    const problem = !/^[\w:-]{1,1024}$/.test(label) ? 'a label is 1 to 1,024 letters, digits, "_", "-" and ":"'
      : label.startsWith(':') || label.endsWith(':') ? 'a label neither starts nor ends with a colon'
        : RESERVED.some((word) => label.split(':').includes(word)) ? `AWS WAF keeps the words ${RESERVED.join(', ')} for itself`
          : undefined;
    if (problem) fail(scope, { prop, value: label, problem, instead: 'Write for example "client:outdated".' });
  }
  if (labels.length > MAX_LABELS) {
    fail(scope, { prop, value: `${labels.length} labels`, problem: `a rule adds at most ${MAX_LABELS}`, instead: 'Drop some.' });
  }
}

/** Matches requests by what rules before have called them: by one label, or by a namespace, which ends with a colon. */
export function labelMatch(scope: IConstruct, prop: string, kind: 'LABEL' | 'NAMESPACE', key: string): CfnWebACL.StatementProperty {
  requireLiteral(scope, prop, key);
  const isNamespace = kind === 'NAMESPACE';
  if (!/^[\w:-]{1,1024}$/.test(key) || key.endsWith(':') !== isNamespace) {
    fail(scope, {
      prop,
      value: key,
      problem: isNamespace ? 'a namespace of labels ends with a colon' : 'a label is 1 to 1,024 letters, digits, "_", "-" and ":", and does not end with a colon',
      instead: `Write for example "${isNamespace ? 'awswaf:managed:aws:bot-control:bot:category:' : 'awswaf:managed:aws:bot-control:bot:unverified'}".`,
    });
  }
  return { labelMatchStatement: { scope: kind, key } };
}

/** Whether a statement that this library wrote asks for a label, so that its rule must run after those that give it. */
export function asksForLabel(statement: CfnWebACL.StatementProperty): boolean {
  return JSON.stringify(statement).includes('"labelMatchStatement"');
}
