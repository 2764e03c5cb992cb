import { PUBLISHED_POLICIES } from './published-managed-policies';
import { expandAction, matchesAction } from '../../../../src/guardrails/engine/iam/actions';
import { isElevated, managedPolicy } from '../../../../src/guardrails/engine/iam/managed-policies';

describe('an AWS managed policy', () => {
  it('is known by ARN in any partition, by path and name, and by name', () => {
    const basic = managedPolicy('AWSLambdaBasicExecutionRole');
    expect(basic?.statements).toEqual([{ actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['*'] }]);
    for (const reference of [
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'service-role/AWSLambdaBasicExecutionRole',
    ]) {
      expect(managedPolicy(reference)).toBe(basic);
    }
  });

  it.each([
    'arn:aws:iam::123456789012:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole',
    'arn:aws:iam::aws:policy/service-role/AdministratorAccess', 'AmazonS3FullAccess', 'administratoraccess', '', 'arn:',
  ])('is not known as %p', (reference) => {
    expect(managedPolicy(reference)).toBeUndefined();
  });

  it('lets administrators do everything, and power users everything but identities', () => {
    expect(managedPolicy('AdministratorAccess')).toMatchObject({ complete: true, statements: [{ actions: ['*'], resources: ['*'] }] });
    expect(managedPolicy('PowerUserAccess')?.statements[0]).toEqual({ notActions: ['iam:*', 'organizations:*', 'account:*'], resources: ['*'] });
    expect(managedPolicy('IAMFullAccess')?.statements[0].actions).toContain('iam:*');
  });

  it('reads objects and parameters, but no secrets, if it is for reading only', () => {
    const patterns = managedPolicy('ReadOnlyAccess')!.statements.flatMap(({ actions }) => actions!);
    const allows = (action: string) => patterns.some((pattern) => matchesAction(pattern, action));
    expect(['s3:GetObject', 'ssm:GetParameter', 'secretsmanager:GetSecretValue', 'kms:Decrypt'].map(allows)).toEqual([true, true, false, false]);
  });

  it('says where its statements are not all', () => {
    expect(managedPolicy('ReadOnlyAccess')?.complete).toBe(false);
    expect(managedPolicy('AWSLambdaVPCAccessExecutionRole')?.complete).toBe(true);
  });

  it.each([
    'AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess', 'ReadOnlyAccess', 'AWSCloudShellFullAccess', 'AWSLambdaBasicExecutionRole',
    'AWSLambdaVPCAccessExecutionRole', 'AWSLambdaSQSQueueExecutionRole', 'AWSLambdaDynamoDBExecutionRole', 'AWSLambdaKinesisExecutionRole',
    'AmazonAPIGatewayPushToCloudWatchLogs', 'AWSAppSyncPushToCloudWatchLogs', 'AWSXRayDaemonWriteAccess', 'CloudWatchLambdaInsightsExecutionRolePolicy',
    'AWSXrayWriteOnlyAccess', 'AWSLambdaExecute', 'AWSLambdaRole', 'AmazonECSTaskExecutionRolePolicy', 'AmazonS3ReadOnlyAccess',
    'AmazonSQSFullAccess', 'AmazonSSMReadOnlyAccess', 'AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy',
  ])('%s names actions that exist', (name) => {
    const statements = managedPolicy(name)!.statements;
    expect(statements.length).toBeGreaterThan(0);
    for (const { actions, notActions } of statements) {
      expect((actions === undefined) !== (notActions === undefined)).toBe(true);
      expect((actions ?? notActions)!.filter((action) => expandAction(action).length === 0)).toEqual([]);
    }
  });
});

describe('what AWS publishes of a policy', () => {
  test.each(Object.entries(PUBLISHED_POLICIES))('%s is what the engine knows of it', (reference, { statements }) => {
    const known = managedPolicy(reference)!;
    const published = statements.flatMap(({ Action, NotAction, Resource }) => permissions(Action, NotAction, Resource));
    const ours = known.statements.flatMap(({ actions, notActions, resources }) => permissions(actions, notActions, resources));
    expect(ours.filter((permission) => !published.includes(permission))).toEqual([]);
    expect(known.complete ? published.filter((permission) => !ours.includes(permission)) : []).toEqual([]);
    expect(managedPolicy(`arn:aws:iam::aws:policy/${reference}`)).toBe(known);
  });
});

/** Each action on each resource, so that it does not matter how statements are cut. */
function permissions(actions: readonly string[] | undefined, notActions: readonly string[] | undefined, resources: readonly string[]): string[] {
  const all = actions ?? [`all but ${[...notActions!].sort().join()}`];
  return all.flatMap((action) => resources.map((resource) => `${action} on ${resource}`));
}

describe('an elevated policy', () => {
  it.each([
    'arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/AmazonS3FullAccess', 'AWSLambda_FullAccess', 'PowerUserAccess',
    'AmazonEC2ContainerRegistryPowerUser', 'AdministratorAccess-Amplify', 'arn:aws-us-gov:iam::aws:policy/job-function/DatabaseAdministrator',
    'IAMFullAccess', 'AWSCloudShellFullAccess', 'arn:aws:iam::aws:policy/AmazonDynamoDBFullAccesswithDataPipeline', 'job-function/SystemAdministrator',
  ])('is %p', (reference) => {
    expect(isElevated(reference)).toBe(true);
  });

  it.each([
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', 'ReadOnlyAccess', 'AmazonS3ReadOnlyAccess', 'SecurityAudit',
    'arn:aws:iam::123456789012:policy/OurFullAccess', 'AWSXRayDaemonWriteAccess', 'AmazonSSMManagedInstanceCore', '', 'arn:aws:s3:::FullAccess',
  ])('is not %p', (reference) => {
    expect(isElevated(reference)).toBe(false);
  });
});
