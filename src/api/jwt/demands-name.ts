import { createHash } from 'crypto';
import { Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import type { TokenDemands } from './token-demands';

/**
 * A short name for what is demanded of tokens: equal demands have equal names, and a name stays the same from synth to synth, though tokens in
 * the demands are numbered as they are made.
 */
export function nameOfDemands(scope: IConstruct, demands: TokenDemands): string {
  return createHash('sha256').update(JSON.stringify(stable(scope, demands))).digest('hex').slice(0, 8);
}

function stable(scope: IConstruct, value: unknown): unknown {
  if (typeof value === 'string') return Token.isUnresolved(value) ? stableText(scope, value) : value;
  if (Construct.isConstruct(value)) return { construct: value.node.path };
  if (Array.isArray(value)) return value.map((each) => stable(scope, each));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, stable(scope, each)]));
  return value;
}

/** References by what they refer to: before stacks are prepared, one to another stack looks like one to this. */
function stableText(scope: IConstruct, text: string): unknown {
  return Tokenization.reverseString(text).mapTokens({
    mapToken: (token) => (Reference.isReference(token) ? `\${${token.target.node.path}.${token.displayName}}` : JSON.stringify(Stack.of(scope).resolve(token))),
  }).join({ join: (left: unknown, right: unknown) => `${left ?? ''}${right ?? ''}` });
}
