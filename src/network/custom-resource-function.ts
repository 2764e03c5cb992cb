import * as path from 'path';
import { type CfnResource, type CustomResource, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { SecureFunction } from '../functions/secure-function';

/** Longest that CloudFormation waits for an answer; without it a lost answer holds the stack for an hour. */
const ANSWER_TIMEOUT = Duration.minutes(5);

/** Bounds the wait for the answer. The L2 writes the number as a string, which CloudFormation's own validator warns of. */
export function limitWait(resource: CustomResource, longest = ANSWER_TIMEOUT): void {
  (resource.node.defaultChild as CfnResource).addPropertyOverride('ServiceTimeout', longest.toSeconds());
}

/** The function behind a custom resource of ours: hardened as every other, with no permission of its own yet. */
export function customResourceFunction(scope: Construct, id: string, handler: string, description: string): SecureFunction {
  return new SecureFunction(scope, id, {
    description,
    // the same distance from src/network/ and from lib/network/
    code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handlers', handler, 'index')),
    memorySize: 128,
    timeout: Duration.minutes(2), // it waits while IAM spreads the permissions of its new role
  });
}
