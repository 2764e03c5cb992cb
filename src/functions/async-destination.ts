import { CfnResource, Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AsyncInvoke } from './async-invoke';
import { grantKeyUse } from '../data/keys/key-grants';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';
import { seal, staysSet } from '../private/seal';

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html */
const EVENT_AGE_SECONDS = { min: 60, max: 21_600 };
const RETRIES = { min: 0, max: 2 };

/** Bounds asynchronous invocations and keeps what they could not handle. */
export function configureAsyncInvoke(owner: Construct, target: lambda.Function, role: iam.Role, props: AsyncInvoke): void {
  const { onFailure, maxEventAge = Duration.hours(1), retryAttempts = 2 } = props;
  validate(owner, maxEventAge, retryAttempts);
  // CDK's SqsDestination also grants reading the queue's attributes, and leaves the key unbound
  role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [onFailure.queueArn] }));
  if (onFailure.encryptionMasterKey) {
    grantKeyUse(owner, role, onFailure.encryptionMasterKey, { via: 'sqs', actions: ['kms:GenerateDataKey', 'kms:Decrypt'] });
  }
  const config = new lambda.EventInvokeConfig(owner, 'AsyncInvoke', {
    function: target,
    maxEventAge,
    retryAttempts,
    onFailure: { bind: () => ({ destination: onFailure.queueArn }) },
  });
  config.node.addDependency(role); // Lambda checks at once whether the role can send
  const instead = 'Change asyncInvoke instead.';
  seal(owner, config.node.defaultChild as CfnResource, [
    staysSet('DestinationConfig.OnFailure.Destination', 'failed events are kept', instead),
    staysSet('MaximumEventAgeInSeconds', 'events do not wait for ever', instead),
    staysSet('MaximumRetryAttempts', 'retries are bounded', instead),
  ]);
}

function validate(owner: Construct, maxEventAge: Duration, retryAttempts: number): void {
  if (isLiteral(maxEventAge) && !isWithin(maxEventAge.toSeconds({ integral: false }), EVENT_AGE_SECONDS)) {
    fail(owner, {
      prop: 'asyncInvoke.maxEventAge',
      value: maxEventAge,
      problem: 'Lambda keeps an event for 60 seconds to 6 hours',
      instead: 'Write Duration.minutes(n) in that range.',
    });
  }
  if (isLiteral(retryAttempts) && !isWithin(retryAttempts, RETRIES)) {
    fail(owner, {
      prop: 'asyncInvoke.retryAttempts',
      value: retryAttempts,
      problem: 'Lambda tries again 0 to 2 times',
      instead: 'Write 0, 1 or 2.',
    });
  }
}

function isWithin(value: number, range: { min: number; max: number }): boolean {
  return Number.isInteger(value) && value >= range.min && value <= range.max;
}
