import { PART } from './arn';
import { Opaque } from './resolved';
import type { TextPart } from './resolved';

/** One sign, or any number of signs of a kind. */
type Token = string | { readonly any: RegExp };

/**
 * Whether two texts can come to the same: what is not known of either may be anything, an account any number, and what else the deployment
 * tells of the stack anything without a delimiter. References are the same as themselves alone.
 */
export function mayBeSame(one: readonly TextPart[], other: readonly TextPart[]): boolean {
  const [tokens, others] = [one.flatMap(tokensOf), other.flatMap(tokensOf)];
  // the ends of `others` that may follow what was read of `tokens`
  let open = closed(new Set([0]), others);
  for (const token of tokens) {
    open = typeof token === 'string' ? afterSign(token, open, others) : afterAny(token.any, open, others);
    if (open.size === 0) return false;
  }
  return open.has(others.length);
}

function tokensOf(part: TextPart): Token[] {
  if (typeof part === 'string') return [...part];
  if (!(part instanceof Opaque)) return [`<${part.key}>`];
  if (part.why === 'AWS::AccountId') return [{ any: DIGIT }];
  return [{ any: /^AWS::(?!StackId|NotificationARNs)/.test(part.why) ? /^[^:/]$/ : /^[^]/ }];
}

/** Or what already stands for a part that is not known. */
const DIGIT = new RegExp(`^[\\d${PART}]$`);

/** Any number of signs may be none. */
function closed(at: Set<number>, others: readonly Token[]): Set<number> {
  for (const index of at) if (typeof others[index] === 'object') at.add(index + 1); // a set hands out what is added on the way
  return at;
}

function afterSign(sign: string, open: ReadonlySet<number>, others: readonly Token[]): Set<number> {
  const next = new Set<number>();
  for (const index of open) {
    const token = others[index];
    if (token === sign) next.add(index + 1);
    else if (typeof token === 'object' && token.any.test(sign)) next.add(index);
  }
  return closed(next, others);
}

function afterAny(any: RegExp, open: ReadonlySet<number>, others: readonly Token[]): Set<number> {
  const next = new Set(open);
  for (const index of next) {
    const token = others[index];
    if (typeof token === 'object' || (typeof token === 'string' && any.test(token))) next.add(index + 1);
  }
  return next;
}
