import type { IConstruct } from 'constructs';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html; an identity pool makes as many */
const MOST_TAGS = 50;

/** Stops the synth on tags that no session can have. */
export function validateSessionTags(scope: IConstruct, prop: string, tags: string[], instead: string): void {
  for (const tag of tags) requireLiteral(scope, prop, tag);
  const malformed = tags.find((tag) => !/^[\p{L}\p{N}_.:/=+@-]{1,128}$/u.test(tag) || /^aws:/i.test(tag));
  if (malformed === undefined && tags.length > 0 && tags.length <= MOST_TAGS) return;
  fail(scope, {
    prop,
    value: malformed ?? tags,
    problem: `a session has 1 to ${MOST_TAGS} tags, whose keys are 1 to 128 letters, digits or _.:/=+-@ and do not begin with "aws:"`,
    instead,
  });
}
