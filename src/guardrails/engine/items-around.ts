import type { Resolved } from './resolved';
import type { Value } from './value';

/** By what items of lists are told apart, the first that one has: where a name is made of the path of a construct, something else. */
const NAMES: readonly (readonly string[])[] = [
  ['IpProtocol', 'FromPort', 'ToPort', 'CidrIp', 'CidrIpv6', 'SourceSecurityGroupId', 'DestinationSecurityGroupId'],
  ['PolicyName'], ['Region'], ['PathPattern'], ['DomainName'], ['Arn'], ['ResourcePath', 'HttpMethod'], ['Name'], ['Id'],
];

/** What tells the items of lists that a value is in from others, whatever their order: all of a statement of a policy, of others their names. */
export function itemsAround(value: Value): Resolved[] {
  const found: Resolved[] = [];
  for (let inner = value, item = value.outer; item !== undefined; inner = item, item = item.outer) {
    if (isStatement(item)) found.push(item.content);
    else if (isIndex(item.step) && item.isObject && !isIndex(inner.step)) found.push(...namesOf(item));
  }
  return found;
}

/** A list of them, or one by itself. */
function isStatement({ step, outer, isObject }: Value): boolean {
  return isObject && (step === 'Statement' || (outer?.step === 'Statement' && isIndex(step)));
}

function namesOf(item: Value): Resolved[] {
  const names = NAMES.map((keys) => keys.map((key) => item.at(key)).filter((name) => !name.isAbsent));
  return names.find((found) => found.length > 0)?.map((name) => name.content) ?? [];
}

function isIndex(step: string | undefined): boolean {
  return step !== undefined && /^\d+$/.test(step);
}
