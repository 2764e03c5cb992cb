import { Token, Tokenization } from 'aws-cdk-lib';
import { REFERENCE } from './literal-text';
import { isToken } from './token';

/** What is literal in a string whose tokens are not resolved yet, with a mark for each of them; apart, because rules do without aws-cdk-lib. */
export function literalTextBeforeSynth(text: string): string {
  if (isToken(text) && !Token.isUnresolved(text)) return REFERENCE; // the one element of a list that is a token
  const marked = Tokenization.reverseString(text).mapTokens({ mapToken: () => REFERENCE });
  return String(marked.join({ join: (left: unknown, right: unknown) => `${left ?? ''}${right ?? ''}` }) ?? '');
}
