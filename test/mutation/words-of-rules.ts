import type { NodePath } from '@babel/core';
import type { Ignorer } from '@stryker-mutator/api/ignore' with { 'resolution-mode': 'import' };

/** What a rule says about itself for people and reports: no verdict rests on it. Other tests hold it: that it is complete, links, frameworks. */
const WORDS = new Set([
  'id', 'catalogueKey', 'title', 'severity', 'controls', 'peers', 'rationale', 'whenNotToUse', 'fix', 'sources', 'absent', 'partly', 'outsideDefault',
  'divergences', 'generation', 'unwaivable', 'unreachable', 'description', 'needs', 'adds',
]);

/** Leaves alone the words of `defineRule({ ... })` and the reasons that `unknown(...)` is given; all that decides is mutated. */
export const wordsOfRules: Ignorer = {
  shouldIgnore(path): string | undefined {
    const node = path as NodePath;
    if (isWordOfRule(node)) return 'it says what a rule is about, not what it does';
    if (isReason(node)) return 'it says why something is unknown, not whether it is';
    return undefined;
  },
};

function isWordOfRule(path: NodePath): boolean {
  if (!path.isObjectProperty() || !path.get('key').isIdentifier() || !WORDS.has((path.node.key as { name: string }).name)) return false;
  const call = path.findParent((parent) => parent.isCallExpression() || parent.isFunction());
  return call?.isCallExpression() === true && call.get('callee').isIdentifier({ name: 'defineRule' });
}

function isReason(path: NodePath): boolean {
  return (path.isStringLiteral() || path.isTemplateLiteral()) && path.parentPath?.isCallExpression() === true && path.key === 0
    && path.parentPath.get('callee').isIdentifier({ name: 'unknown' });
}
