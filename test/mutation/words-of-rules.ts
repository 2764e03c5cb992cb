import type { NodePath } from '@babel/core';
import type { Ignorer } from '@stryker-mutator/api/ignore' with { 'resolution-mode': 'import' };

/** What a rule says about itself for people and reports: no verdict rests on it. Other tests hold it: that it is complete, links, frameworks. */
const WORDS = new Set([
  'id', 'catalogueKey', 'title', 'severity', 'controls', 'peers', 'rationale', 'whenNotToUse', 'fix', 'sources', 'absent', 'partly', 'outsideDefault',
  'divergences', 'generation', 'aboutDataLife', 'unreachable',
]);

/** The same of an option, beside its default. */
const WORDS_OF_OPTIONS = new Set(['type', 'description']);

/** Leaves alone the words of `defineRule({ ... })` and of options, what a remediation by another resource says of that, and the reasons that `unknown(...)` is given; all that decides is mutated. */
export const wordsOfRules: Ignorer = {
  shouldIgnore(path): string | undefined {
    const node = path as NodePath;
    if (isWordOfRule(node) || isWordOfOption(node) || isAboutCompanion(node)) return 'it says what a rule is about, not what it does';
    if (isReason(node)) return 'it says why something is unknown, not whether it is';
    return undefined;
  },
};

function isWordOfRule(path: NodePath): boolean {
  if (!WORDS.has(nameOf(path.node) ?? '')) return false;
  const call = path.findParent((parent) => parent.isCallExpression() || parent.isFunction());
  return call?.isCallExpression() === true && call.get('callee').isIdentifier({ name: 'defineRule' });
}

function isWordOfOption(path: NodePath): boolean {
  const { parentPath, node } = path;
  return parentPath?.isObjectExpression() === true && WORDS_OF_OPTIONS.has(nameOf(node) ?? '')
    && [...WORDS_OF_OPTIONS].every((word) => parentPath.node.properties.some((property) => nameOf(property) === word));
}

/** `remediation: { kind: 'companion', adds: ... }` tells mixins and pages about it. */
function isAboutCompanion(path: NodePath): boolean {
  if (!path.isObjectProperty() || nameOf(path.node) !== 'remediation') return false;
  const { value } = path.node;
  return value.type === 'ObjectExpression' && value.properties.some((property) => nameOf(property) === 'adds');
}

function isReason(path: NodePath): boolean {
  return (path.isStringLiteral() || path.isTemplateLiteral()) && path.parentPath?.isCallExpression() === true && path.key === 0
    && path.parentPath.get('callee').isIdentifier({ name: 'unknown' });
}

/** Name of a member of an object literal. */
function nameOf(node: NodePath['node']): string | undefined {
  return node.type === 'ObjectProperty' && node.key.type === 'Identifier' ? node.key.name : undefined;
}
