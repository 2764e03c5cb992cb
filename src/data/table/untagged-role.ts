import { type CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { describeMisuse, warn } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import { resourceOfPrincipal } from '../principal-resource';

/**
 * Fails the synth where a role itself has the tag that is to tell whose session it is: IAM takes the role's for sessions that were given none.
 * Keys of IAM are the same in upper and lower case, and CloudFormation hands the tags of a stack on to its roles.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function demandUntaggedRole(owner: IConstruct, { grantPrincipal }: iam.IGrantable, tag: string): void {
  const role = resourceOfPrincipal(grantPrincipal);
  if (role === undefined) warnOfImportedRole(owner, grantPrincipal as iam.IRole, tag);
  if (role?.cfnResourceType !== 'AWS::IAM::Role') return; // a user has no sessions: the tag of a user is the user's
  owner.node.addValidation({
    validate: () => [tagsOfRole(role), ...stacksAround(role).map(tagsOfStack)]
      .filter(({ keys }) => keys.some((key) => typeof key !== 'string' || key.toLowerCase() === tag.toLowerCase()))
      .map(({ where, keys }) => describeMisuse(owner, {
        prop: `tags of ${where}`,
        value: keys,
        problem: `grantOwnItems compares items with the tag "${tag}" of a session, and for a session without it IAM takes that of the role`,
        instead: `Leave the role and its stack without it, by Tags.of(scope).add("${tag}", value, { excludeResourceTypes: ["AWS::IAM::Role", `
          + '"aws:cdk:stack"] }), or give sessions a tag of another name.',
      })),
  });
}

/** What cannot be seen of a role that this app does not make. */
function warnOfImportedRole(owner: IConstruct, role: iam.IRole, tag: string): void {
  warn(owner, 'own-items-imported-role', `[${owner.node.path}] grantOwnItems compares items with the tag "${tag}" of sessions of "${role.node.path}", `
    + `which is not made in this app: see that it has no such tag itself, and that its trust demands aws:RequestTag/${tag}.`);
}

interface Tagged {
  readonly where: string;
  /** Keys that are known at deployment only are intrinsics. */
  readonly keys: unknown[];
}

function tagsOfRole(role: CfnResource): Tagged {
  const tags = resolveResource(role).Properties?.Tags ?? [];
  return { where: role.node.path, keys: Array.isArray(tags) ? tags.map((each) => (each as { Key?: unknown }).Key) : [tags] };
}

function tagsOfStack(stack: Stack): Tagged {
  return { where: stack.node.path, keys: Object.keys(stack.tags.tagValues()) };
}

/** The stack of the role, and those that it is nested in. */
function stacksAround(role: CfnResource): Stack[] {
  const stacks = [Stack.of(role)];
  for (let { nestedStackParent } = stacks[0]; nestedStackParent; { nestedStackParent } = nestedStackParent) stacks.push(nestedStackParent);
  return stacks;
}
