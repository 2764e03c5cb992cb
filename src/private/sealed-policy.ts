import type { Protection } from './seal';

/** Condition keys that bind an otherwise anonymous principal to somebody known. */
const NARROWING_KEYS = [
  'aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:principalservicename',
  'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceowner', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:userid',
  'kms:calleraccount', 'lambda:functionurlauthtype',
];

/** Condition keys that bind a service to resources of somebody known, by what it encrypts: the ARN of a topic, a log group. */
const ENCRYPTION_CONTEXT = 'kms:encryptioncontext:';

/** Operators whose match means "is one of these"; negated and null tests do not bind anybody. */
const BINDING_OPERATOR = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like))$/;

/** A statement of an emitted policy. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: string | string[];
  readonly NotAction?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** A promise about each statement; where one breaks it, the error shows that statement and not the whole policy. */
export function everyStatement(
  { path = 'PolicyDocument', promise, instead, holds }: { path?: string; promise: string; instead: string; holds: (statement: Statement) => boolean },
): Protection {
  const broken = (document: unknown) => statementsOf(document).filter((statement) => !holds(statement));
  return { path, promise, instead, holds: (document) => broken(document).length === 0, shows: broken };
}

/** The promise that no statement of a resource policy lets in everybody. */
export function neverPublic(path = 'PolicyDocument'): Protection {
  return everyStatement({
    path,
    promise: 'no statement of its resource policy allows everybody',
    instead: 'Name the principals, or bind "*" by aws:PrincipalOrgID, aws:SourceAccount or aws:SourceVpce; '
      + 'for public files, put CloudFront with origin access control in front.',
    holds: (statement) => !allowsEverybody(statement),
  });
}

/**
 * The promise that no AWS service may act on the resource for whoever asks it to: every service principal is bound to this
 * account, organisation or resource by a source condition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function servicesStayBound(path = 'PolicyDocument'): Protection {
  return everyStatement({
    path,
    promise: 'every service in its resource policy acts for a known source only',
    instead: 'Bind the service, for example new iam.ServicePrincipal(name, { conditions: { StringEquals: '
      + '{ "aws:SourceAccount": Stack.of(this).account } } }).',
    holds: (statement) => statement.Effect !== 'Allow' || !namesService(statement.Principal)
      || isNarrowed(statement.Condition, (key) => NARROWING_KEYS.includes(key) || key.startsWith(ENCRYPTION_CONTEXT)),
  });
}

/** The promise that the statements with these Sids are still in the policy. */
export function keepsStatements(sids: string[], promise: string, path = 'PolicyDocument'): Protection {
  return {
    path,
    promise,
    instead: `Leave the statements ${sids.join(', ')} in place and add yours beside them.`,
    holds: (document) => {
      const present = new Set(statementsOf(document).map((statement) => statement.Sid));
      return sids.every((sid) => present.has(sid));
    },
    shows: (document) => statementsOf(document).map((statement) => statement.Sid ?? 'statement without Sid'),
  };
}

/** The statements of an emitted policy document. */
export function statementsOf(document: unknown): Statement[] {
  const statements = (document as { Statement?: Statement | Statement[] } | undefined)?.Statement ?? [];
  return Array.isArray(statements) ? statements : [statements];
}

function allowsEverybody(statement: Statement): boolean {
  if (statement.Effect !== 'Allow') return false;
  if (statement.NotPrincipal !== undefined) return true;
  return isEverybody(statement.Principal) && !isNarrowed(statement.Condition);
}

function isEverybody(principal: unknown): boolean {
  if (principal === '*') return true;
  if (Array.isArray(principal)) return principal.some(isEverybody);
  const aws = (principal as { AWS?: unknown } | undefined)?.AWS;
  return aws !== undefined && isEverybody(aws);
}

function namesService(principal: unknown): boolean {
  return (principal as { Service?: unknown } | undefined)?.Service !== undefined;
}

function isNarrowed(conditions: Statement['Condition'], narrows = (key: string) => NARROWING_KEYS.includes(key)): boolean {
  return Object.entries(conditions ?? {}).some(([operator, keys]) =>
    BINDING_OPERATOR.test(operator) && Object.entries(keys).some(([key, value]) => narrows(key.toLowerCase()) && !matchesAnything(value)));
}

/** Wildcards alone, also as the account and resource of an ARN. */
function matchesAnything(value: unknown): boolean {
  return Array.isArray(value) ? value.some(matchesAnything) : /^(arn:[^:]*:[^:]*:[^:]*:[*?]*:)?[*?]*$/.test(textOf(value));
}

/** A string as it is emitted, with each intrinsic in it as a word. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = (value as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'];
  return Array.isArray(join?.[1]) ? join[1].map(textOf).join(join[0]) : 'intrinsic';
}
