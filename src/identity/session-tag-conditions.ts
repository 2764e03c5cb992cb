/**
 * What the trust of a role demands of a session: every one of these tags, and no other. `ForAllValues` is true without any tag: each must be
 * there, and not be empty.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function sessionTagConditions(tags: string[]): Record<string, Record<string, string | string[]>> {
  return {
    'StringLike': Object.fromEntries(tags.map((tag) => [`aws:RequestTag/${tag}`, '?*'])),
    'ForAllValues:StringEquals': { 'aws:TagKeys': tags },
  };
}
