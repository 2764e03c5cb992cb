import type { Value } from '../engine/value';

/** What it takes to write log events, the group and the stream included. */
export const WRITING_LOGS: ReadonlySet<string> = new Set(['logs:createloggroup', 'logs:createlogstream', 'logs:putlogevents']);

/**
 * Whether an ARN names CloudWatch Logs, however wide: `arn:aws:logs:eu-west-1:111122223333:*`. That is as narrow as AWS itself grants the
 * writing of logs, to roles that a service uses for a whole account and to those that the Lambda console makes:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function isOfLogs(resource: Value): boolean {
  return /^arn:[^:]*:logs:/.test(resource.textWith('…') ?? '');
}
