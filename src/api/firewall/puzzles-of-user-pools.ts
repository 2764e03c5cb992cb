import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { BotInspectionLevel } from './bot-control-options';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** What the sign-in pages ask Cognito for themselves while a user sets up an authenticator app: they solve no puzzle. */
const OF_SIGN_IN_PAGES = ['AssociateSoftwareToken', 'VerifySoftwareToken'];

/** The header that says so. */
const OPERATION_HEADER = 'x-amzn-cognito-operation-name';

const BOT_CONTROL = 'AWSManagedRulesBotControlRuleSet';

/**
 * Stops where a puzzle would keep users from their second factor, whichever of the two came first.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html#totp-waf
 */
export function validatePuzzlesOfUserPools(scope: IConstruct, prop: string, userPools: IConstruct[], rules: CfnWebACL.RuleProperty[]): void {
  const puzzle = userPools.length === 0 ? undefined : rules.find((rule) => OF_SIGN_IN_PAGES.some((operation) => mayPuzzle(rule, operation)));
  if (!puzzle) return;
  fail(scope, {
    prop,
    value: puzzle.name,
    problem: 'it can show puzzles to requests that the sign-in pages send themselves while a user sets up an authenticator app, '
      + `which then fails for ${userPools.map(({ node }) => node.path).join(', ')}`,
    instead: 'Give the user pool a WebFirewall of its own, or have the rule block, limit or count. Or leave these requests out of the rule, or of requests of the '
      + `group: RequestMatch.otherThan(RequestMatch.header("${OPERATION_HEADER}", StringMatch.present())); clients of an API behind it can send that header, too.`,
  });
}

/** Whether the rule may show a puzzle to a request of this operation. */
function mayPuzzle({ action, statement }: CfnWebACL.RuleProperty, operation: string): boolean {
  const { managedRuleGroupStatement: group } = statement as { managedRuleGroupStatement?: CfnWebACL.ManagedRuleGroupStatementProperty };
  const puzzles = group ? groupPuzzles(group) : 'captcha' in (action ?? {});
  return puzzles && matches(group ? group.scopeDownStatement : statement, operation) !== false;
}

/** Bot control has puzzles at its higher level, other groups where an override asks for them. */
function groupPuzzles({ name, ruleActionOverrides, managedRuleGroupConfigs }: CfnWebACL.ManagedRuleGroupStatementProperty): boolean {
  const overrides = (ruleActionOverrides ?? []) as CfnWebACL.RuleActionOverrideProperty[];
  const configs = (managedRuleGroupConfigs ?? []) as { awsManagedRulesBotControlRuleSet?: { inspectionLevel: string } }[];
  return overrides.some(({ actionToUse }) => 'captcha' in actionToUse)
    || (name === BOT_CONTROL && !configs.some((config) => config.awsManagedRulesBotControlRuleSet?.inspectionLevel === BotInspectionLevel.COMMON));
}

/** Whether a statement that this library wrote matches such a request; undefined where the operation does not decide. */
function matches(statement: unknown, operation: string): boolean | undefined {
  const { andStatement, orStatement, notStatement, byteMatchStatement, sizeConstraintStatement } = (statement ?? {}) as CfnWebACL.StatementProperty;
  if (andStatement) return decided(andStatement, operation, false);
  if (orStatement) return decided(orStatement, operation, true);
  if (notStatement) {
    const inner = matches((notStatement as CfnWebACL.NotStatementProperty).statement, operation);
    return inner === undefined ? undefined : !inner;
  }
  if (isOtherMethod(byteMatchStatement)) return false;
  if (isOnOperation(sizeConstraintStatement)) return true; // how this library asks whether a header is there
  return isOnOperation(byteMatchStatement) ? isOperation(byteMatchStatement as CfnWebACL.ByteMatchStatementProperty, operation) : undefined;
}

/** One false decides an AND, one true an OR. */
function decided(several: unknown, operation: string, decisive: boolean): boolean | undefined {
  const results = (several as { statements: unknown[] }).statements.map((statement) => matches(statement, operation));
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

/** Operations of Cognito are POST. */
function isOtherMethod(statement: unknown): boolean {
  const { fieldToMatch, positionalConstraint, searchString } = (statement ?? {}) as Partial<CfnWebACL.ByteMatchStatementProperty>;
  return 'method' in ((fieldToMatch ?? {}) as object) && positionalConstraint === 'EXACTLY' && isLiteral(searchString) && searchString !== 'POST';
}

function isOnOperation(statement: unknown): boolean {
  const { fieldToMatch } = (statement ?? {}) as { fieldToMatch?: { singleHeader?: { Name: string } } };
  return fieldToMatch?.singleHeader?.Name === OPERATION_HEADER;
}

/** Undefined for all but the whole name as it is sent. */
function isOperation(match: CfnWebACL.ByteMatchStatementProperty, operation: string): boolean | undefined {
  const asSent = (match.textTransformations as CfnWebACL.TextTransformationProperty[]).every(({ type }) => type === 'NONE');
  return asSent && match.positionalConstraint === 'EXACTLY' ? match.searchString === operation : undefined;
}
