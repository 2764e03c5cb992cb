import { matchesWildcard } from '../engine/policy/action-patterns';
import type { Resource } from '../engine/resource';
import { unknown } from '../engine/unknown';
import type { Value } from '../engine/value';
import { allOf, anyOf, some } from '../engine/violation';

/** How ARNs name the resources that AWS Backup copies: service, what stands before the name, and the property with the name. */
const NAMES: Readonly<Record<string, readonly [service: string, before: string, property: string]>> = {
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'table/', 'TableName'],
  'AWS::DynamoDB::Table': ['dynamodb', 'table/', 'TableName'],
  'AWS::S3::Bucket': ['s3', '', 'BucketName'],
};

/**
 * Whether a selection of AWS Backup takes a resource in: by a listed ARN if all conditions hold, or by one of the listed tags; a
 * selection that lists neither starts from everything. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
 */
export function isSelected(resource: Resource, selection: Resource): boolean {
  const chosen = selection.get('BackupSelection');
  const [arns, tags, excluded] = ['Resources', 'ListOfTags', 'NotResources'].map((part) => chosen.get(part).list());
  const isListed = (): boolean => (arns.length === 0 ? tags.length === 0 : some(arns, (arn) => names(arn, resource)));
  return allOf(
    () => anyOf(
      () => allOf(isListed, () => meetsConditions(resource, chosen.get('Conditions'))),
      () => some(tags, (tag) => equalsTag(resource, tag)),
    ),
    () => !some(excluded, (arn) => names(arn, resource)),
  );
}

/** By reference or name, or by a pattern such as `arn:aws:s3:::*`. */
function names(arn: Value, resource: Resource): boolean {
  const text = arn.textWith('\u0000') ?? '';
  if (!text.includes('*') || arn.targets().includes(resource)) return arn.refersTo(resource);
  if (text === '*') return true;
  const [, service, rest] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/s.exec(text) ?? unknown('an ARN is expected here', arn.location);
  const [ownService, before, property] = NAMES[resource.type];
  if (!matchesWildcard(service, ownService)) return false;
  if (/^\*+$/.test(rest)) return true;
  const kind = rest.slice(0, before.length);
  if (kind !== before && !/[*?\u0000]/.test(kind)) return false; // eslint-disable-line no-control-regex
  if (kind === before && /^\*+$/.test(rest.slice(before.length))) return true;
  const name = resource.get(property);
  if (rest.includes('\u0000') || name.isAbsent) return unknown('the name of the resource is made at deployment', arn.location);
  return matchesWildcard(rest, `${before}${name.text()!}`);
}

/** All of the conditions hold for the tags that the template gives the resource. */
function meetsConditions(resource: Resource, conditions: Value): boolean {
  const each = (operator: string): readonly Value[] => conditions.get(operator).list();
  return allOf(
    ...each('StringEquals').map((condition) => () => equalsTag(resource, condition)),
    ...each('StringNotEquals').map((condition) => () => !equalsTag(resource, condition)),
    ...each('StringLike').map((condition) => () => isLikeTag(resource, condition)),
    ...each('StringNotLike').map((condition) => () => !isLikeTag(resource, condition)),
  );
}

function equalsTag(resource: Resource, condition: Value): boolean {
  return tagMatches(resource, condition, (wanted, value) => value.is(wanted));
}

function isLikeTag(resource: Resource, condition: Value): boolean {
  return tagMatches(resource, condition, (wanted, value) => matchesWildcard(wanted, value.text()!));
}

function tagMatches(resource: Resource, condition: Value, holds: (wanted: string, value: Value) => boolean): boolean {
  const key = condition.get('ConditionKey').text()?.replace(/^aws:ResourceTag\//, '');
  const wanted = condition.get('ConditionValue').text();
  if (key === undefined || wanted === undefined) return unknown('a condition needs a key and a value', condition.location);
  return some(tagsOf(resource), (tag) => {
    const value = tag.get('Value');
    return allOf(() => tag.get('Key').is(key), () => !value.isAbsent && holds(wanted, value));
  });
}

/** A plan copies the replica of a global table in its own region, which has tags of its own. */
function tagsOf(resource: Resource): readonly Value[] {
  if (resource.type !== 'AWS::DynamoDB::GlobalTable') return resource.get('Tags').list();
  const { region } = resource.template.root.facts;
  const replicas = resource.get('Replicas').list();
  const here = replicas.filter((replica) => replicas.length === 1 || replica.get('Region').is(region ?? unknown('the region of the stack is not known')));
  return here.flatMap((replica) => replica.get('Tags').list());
}
