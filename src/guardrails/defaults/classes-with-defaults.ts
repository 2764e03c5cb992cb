/* eslint-disable @typescript-eslint/no-require-imports */
import type { InjectionContext } from 'aws-cdk-lib';

/** Fills in what the props of one class leave out. */
export type FillIn = (props: any, context: InjectionContext) => object;

/**
 * The L2s that have defaults, by the ids by which CDK knows them for injection. Each loads when the first construct of its class is made,
 * so that nobody pays for services that the app does not use.
 *
 * `secretsmanager.Secret` is not among them: CDK generates strong values by itself, and what is left to harden, its key, who may read it and
 * its rotation, needs a key, a policy or a function of the user's. To keep it when its stack is deleted would leave secrets behind that are billed.
 */
export const CLASSES_WITH_DEFAULTS: Readonly<Record<string, () => FillIn>> = {
  'aws-cdk-lib.aws-apigateway.RestApi': () => (require('./rest-api-defaults') as typeof import('./rest-api-defaults')).hardenedRestApiProps,
  'aws-cdk-lib.aws-apigateway.SpecRestApi': () => (require('./rest-api-defaults') as typeof import('./rest-api-defaults')).hardenedRestApiProps,
  'aws-cdk-lib.aws-cloudfront.Distribution':
    () => (require('./distribution-defaults') as typeof import('./distribution-defaults')).hardenedDistributionProps,
  'aws-cdk-lib.aws-cognito.UserPool': () => (require('./user-pool-defaults') as typeof import('./user-pool-defaults')).hardenedUserPoolProps,
  'aws-cdk-lib.aws-cognito.UserPoolClient':
    () => (require('./user-pool-client-defaults') as typeof import('./user-pool-client-defaults')).hardenedUserPoolClientProps,
  'aws-cdk-lib.aws-dynamodb.Table': () => (require('./table-defaults') as typeof import('./table-defaults')).hardenedTableProps,
  'aws-cdk-lib.aws-dynamodb.TableV2': () => (require('./table-defaults') as typeof import('./table-defaults')).hardenedTableProps,
  'aws-cdk-lib.aws-ec2.Vpc': () => (require('./vpc-defaults') as typeof import('./vpc-defaults')).hardenedVpcProps,
  'aws-cdk-lib.aws-kms.Key': () => (require('./key-defaults') as typeof import('./key-defaults')).hardenedKeyProps,
  'aws-cdk-lib.aws-lambda.Function': () => (require('./function-defaults') as typeof import('./function-defaults')).hardenedFunctionProps,
  'aws-cdk-lib.aws-log.LogGroup': () => (require('./log-group-defaults') as typeof import('./log-group-defaults')).hardenedLogGroupProps,
  // as it will be called once CDK corrects it
  'aws-cdk-lib.aws-logs.LogGroup': () => (require('./log-group-defaults') as typeof import('./log-group-defaults')).hardenedLogGroupProps,
  'aws-cdk-lib.aws-s3.Bucket': () => (require('./bucket-defaults') as typeof import('./bucket-defaults')).hardenedBucketProps,
  'aws-cdk-lib.aws-sns.Topic': () => (require('./topic-defaults') as typeof import('./topic-defaults')).hardenedTopicProps,
  'aws-cdk-lib.aws-sns.TopicPolicy': () => (require('./topic-defaults') as typeof import('./topic-defaults')).hardenedTopicPolicyProps,
  'aws-cdk-lib.aws-sqs.Queue': () => (require('./queue-defaults') as typeof import('./queue-defaults')).hardenedQueueProps,
  'aws-cdk-lib.aws-stepfunctions.StateMachine':
    () => (require('./state-machine-defaults') as typeof import('./state-machine-defaults')).hardenedStateMachineProps,
};
