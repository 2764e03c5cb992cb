import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { seal, stays, staysSet } from '../private/seal';

/** The id of the setting that a stack shares; a contract, because logical ids follow from it. */
const SHARED_ID = 'CdkHardenedApiGatewayAccount';

/** Who gives API Gateway the role with which it writes logs: one role for all APIs of an account in a region. */
export enum ApiCloudWatchRole {
  /** The stack sets it: `ApiGatewayAccount.of(this)`. */
  SET_BY_STACK = 'SetByStack',

  /** Something else has set it, such as a stack of the platform team; without any, creating the stage fails. */
  ALREADY_SET = 'AlreadySet',
}

/**
 * The role with which API Gateway writes the logs of all APIs of the account in this region.
 *
 * API Gateway has one such setting for an account and region, and the last deployment wins. So that no stack's deletion stops the
 * logs of others, setting and role stay behind when the stack goes; whichever stack's role is in force, it can do the same.
 * Where a platform team sets it, opt out with `ApiCloudWatchRole.ALREADY_SET`.
 *
 * The policy is the managed policy AmazonAPIGatewayPushToCloudWatchLogs, bound to log groups of this account and region: log groups
 * of other stacks' APIs included, because the setting is theirs too. API Gateway documents no source condition for the role's trust.
 *
 * Costs nothing.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 *
 * @example
 * const role = ApiGatewayAccount.of(this).role;
 */
export class ApiGatewayAccount extends Construct {
  /** The setting that all APIs in this stack share; nested stacks have their own, so that their order of deployment stays free. */
  public static of(scope: IConstruct): ApiGatewayAccount {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(SHARED_ID);
    return existing ? (existing as ApiGatewayAccount) : new ApiGatewayAccount(stack, SHARED_ID);
  }

  /** The role; only API Gateway can assume it. */
  public readonly role: iam.Role;

  /** The setting. */
  public readonly account: apigateway.CfnAccount;

  private isAfterApi = false;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new iam.Role(this, 'Role', {
      description: 'Lets API Gateway write the logs of all APIs of this account in this region',
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      // inside the role, so that it is there when API Gateway tries the role out
      inlinePolicies: { WriteLogs: new iam.PolicyDocument({ statements: [this.writeLogs()] }) },
    });
    this.role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.account = new apigateway.CfnAccount(this, 'Resource', { cloudWatchRoleArn: this.role.roleArn });
    this.account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const optOut = 'Opt out with cloudWatchRole: ApiCloudWatchRole.ALREADY_SET.';
    const stayBehind = stays('DeletionPolicy', 'Retain', 'the deletion of one stack does not stop the logs of other APIs', optOut);
    seal(this, this.role.node.defaultChild as iam.CfnRole, [stayBehind]);
    seal(this, this.account, [staysSet('CloudWatchRoleArn', 'API Gateway can write logs', optOut), stayBehind]);
  }

  /**
   * Makes a stage wait for the setting. In an account that never had an API the setting itself can be made after one only: the first.
   *
   * @internal
   */
  public _connect(api: IConstruct, stage: IConstruct): void {
    if (!this.isAfterApi) this.account.node.addDependency(api.node.defaultChild!);
    this.isAfterApi = true;
    stage.node.addDependency(this.account);
  }

  private writeLogs(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: [
        'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams',
        'logs:PutLogEvents', 'logs:GetLogEvents', 'logs:FilterLogEvents',
      ],
      resources: [Stack.of(this).formatArn({
        service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      })],
    });
  }
}
