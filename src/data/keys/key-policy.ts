import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { warn } from '../../private/misuse';

/** A use of a key that a service makes in its own name, so that the key policy has to allow it. */
export interface ServiceKeyUse {
  /** Statement id, unique in the key; the same id is added once. */
  readonly sid: string;
  /** Service principal: `events.amazonaws.com`. */
  readonly principal: string;
  /** KMS actions, as the service documents them. */
  readonly actions: string[];
  /** The conditions that the service documents; others can make its calls fail silently. */
  readonly conditions: Record<string, Record<string, unknown>>;
}

/** A use of a key that principals of the account make by calling a service, without a statement about the key in their own policies. */
export interface CallersKeyUse {
  /** Statement id, unique in the key; the same id is added once. */
  readonly sid: string;
  /** The service that they call: the `cognito-idp` of `cognito-idp.eu-west-1.amazonaws.com`. */
  readonly service: string;
  readonly actions: string[];
  /** Conditions beyond the account and the service. */
  readonly conditions: Record<string, Record<string, unknown>>;
}

/** Statements already written, by key: constructs ask for the same ones again and again. */
const written = new WeakMap<kms.IKey, Set<string>>();

/**
 * Lets a service use the key, once.
 *
 * CDK cannot change the policy of an imported key: there the user is told which statement it must hold.
 */
export function allowServiceUse(scope: IConstruct, key: kms.IKey, { principal, ...use }: ServiceKeyUse): void {
  addOnce(scope, key, { ...use, principals: [new iam.ServicePrincipal(principal)] }, isLiteral(principal) ? principal : 'the service');
}

/**
 * Lets the account's own principals use the key for what they ask a service to do, once: where users of the service have no keys in mind.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function allowCallersThrough(scope: IConstruct, key: kms.IKey, { service, conditions, ...use }: CallersKeyUse): void {
  const { account, region, urlSuffix } = Stack.of(scope);
  const callers = { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.${urlSuffix}` };
  addOnce(scope, key, { ...use, principals: [new iam.AnyPrincipal()], conditions: { ...conditions, StringEquals: callers } }, `who calls ${service}`);
}

function addOnce(scope: IConstruct, key: kms.IKey, use: iam.PolicyStatementProps & { readonly sid: string }, who: string): void {
  const sids = written.get(key) ?? new Set<string>();
  if (sids.has(use.sid)) return;
  sids.add(use.sid);
  written.set(key, sids);
  const statement = new iam.PolicyStatement({ ...use, resources: ['*'] }); // in a key policy: this key
  if (!key.addToResourcePolicy(statement, true).statementAdded) {
    const json = JSON.stringify(Stack.of(scope).resolve(statement.toStatementJson()));
    warn(scope, 'imported-key-policy', `[${scope.node.path}] uses an imported KMS key, whose policy CDK cannot change. `
      + `Without this statement in it, ${who} cannot use the key: ${json}`);
  }
}

/** Names of log groups as they can be known without referring to them, which would be a cycle. */
export enum LogGroupNames {
  /** Names that CloudFormation generates in this stack and its nested stacks. */
  GENERATED_BY_STACK = 'GeneratedByStack',
  /** Execution logs of API Gateway stages: `API-Gateway-Execution-Logs_{api}/{stage}`. */
  API_GATEWAY_EXECUTION = 'ApiGatewayExecution',
  /** Execution logs of stages of WebSocket APIs: `/aws/apigateway/{api}/{stage}`. */
  WEBSOCKET_EXECUTION = 'WebSocketExecution',
  /** Logs of AWS WAF, whose names must start so. */
  WAF = 'Waf',
}

/**
 * Lets CloudWatch Logs encrypt the log groups of this name pattern with the key.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function allowLogGroups(scope: IConstruct, key: kms.IKey, names: LogGroupNames): void {
  const stack = outermostStack(scope);
  const pattern = {
    [LogGroupNames.GENERATED_BY_STACK]: `${stack.stackName}-*`,
    [LogGroupNames.API_GATEWAY_EXECUTION]: 'API-Gateway-Execution-Logs_*',
    [LogGroupNames.WEBSOCKET_EXECUTION]: '/aws/apigateway/*',
    [LogGroupNames.WAF]: 'aws-waf-logs-*',
  }[names];
  allowServiceUse(scope, key, {
    // a key may serve log groups of several stacks, each with a pattern of its own
    sid: `LogGroups${names}${names === LogGroupNames.GENERATED_BY_STACK ? stack.node.addr.slice(-8) : ''}`,
    principal: `logs.${stack.region}.${stack.urlSuffix}`,
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${pattern}`,
      },
    },
  });
}

/** The stack that is deployed as a whole; nested stacks' generated names start with its name. */
export function outermostStack(scope: IConstruct): Stack {
  let stack = Stack.of(scope);
  while (stack.nestedStackParent) stack = stack.nestedStackParent;
  return stack;
}
