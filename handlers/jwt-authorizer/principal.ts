import { createHash } from 'crypto';

/**
 * What stands unharmed between the quotes of a log line, and is an id of a message group: 1 to 128 visible ASCII characters, without quotes
 * and backslashes (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html). Subjects of OpenID Connect are
 * ASCII of up to 255 (Core 1.0, section 2), those of other JWTs any text.
 */
const PLAIN = /^[!#-[\]-~]{1,128}$/;

const HASHED = 'sha256-';

/** For tokens that name nobody. */
const NOBODY = 'caller';

/** By what name logs and message groups know the caller: the subject; a hash of it where it might be anything. No two subjects share a name. */
export function principalOf(subject: unknown): string {
  if (typeof subject !== 'string') return NOBODY;
  const stays = PLAIN.test(subject) && !subject.startsWith(HASHED) && subject !== NOBODY;
  return stays ? subject : HASHED + createHash('sha256').update(subject, 'utf8').digest('base64url');
}
