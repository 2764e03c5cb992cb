import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';

/** Whether a domain is that of a Lambda function URL, which CDK cuts out of the URL of the function. */
export function isFunctionUrl(domain: Value): boolean {
  const [named] = domain.sources();
  if (named !== undefined) return named.type === 'AWS::Lambda::Url';
  if (/\.lambda-url\.[\w…-]+\.on\.aws$/.test(domain.textWith('…') ?? '')) return true;
  return domain.whyUnknown === undefined ? false : unknown(domain.whyUnknown, domain.location);
}
