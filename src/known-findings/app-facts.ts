import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { templateText } from './template-text';
import { SecureHttpApi } from '../api/http/secure-http-api';
import { SecureApi } from '../api/secure-api';
import { SecureWebSocketApi } from '../api/websocket/secure-web-socket-api';
import { SecureBucket } from '../data/bucket/secure-bucket';
import { SecureQueue } from '../data/messaging/secure-queue';
import { asWrittenIn } from '../private/as-written-in';

/** Services that do not wait for the answer of a function (https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html). */
const ASYNCHRONOUS = ['cloudformation', 'codecommit', 'config', 'events', 'iot', 'logs', 's3', 'ses', 'sns'];

type Api = SecureApi | SecureHttpApi | SecureWebSocketApi;

/** What a reason depends on elsewhere in the app, collected once for each synth. */
export class AppFacts {
  private readonly buckets: SecureBucket[];
  private readonly queues: SecureQueue[];
  private readonly apis: Api[];
  private readonly permissions: lambda.CfnPermission[];

  constructor(scope: IConstruct) {
    const all = scope.node.root.node.findAll();
    this.buckets = all.filter((each) => each instanceof SecureBucket);
    this.queues = all.filter((each) => each instanceof SecureQueue);
    this.apis = all.filter((each) => each instanceof SecureApi || each instanceof SecureHttpApi || each instanceof SecureWebSocketApi);
    this.permissions = all.filter((each) => each instanceof lambda.CfnPermission);
  }

  /** What of the text follows the ARN of one of our buckets and a slash, as the stack of `scope` writes it. */
  public objectsIn(scope: IConstruct, text: string): string | undefined {
    return after(text, this.buckets.map((bucket) => [bucket, bucket.bucketArn]), scope, '/');
  }

  /** What of the text follows the ARN of a stage of one of our APIs: `GET/orders/*`. */
  public routeIn(scope: IConstruct, text: string): string | undefined {
    return after(text, this.apis.map((api) => [api, arnOfStage(api)]), scope, '/');
  }

  /** Whether the text is the ARN of one of our queues. */
  public isOurQueue(scope: IConstruct, text: string): boolean {
    return after(text, this.queues.map((queue) => [queue, queue.queueArn]), scope, '') === '';
  }

  /** Whether a service may invoke the function that does not wait for its answer. */
  public isInvokedAsynchronously(target: lambda.Function): boolean {
    return this.permissions.some(({ principal, functionName }) =>
      ASYNCHRONOUS.some((service) => principal.startsWith(`${service}.`)) && refersTo(functionName, target));
  }
}

function arnOfStage(api: Api): string {
  return Stack.of(api).formatArn({ service: 'execute-api', resource: idOf(api), resourceName: api.stage.stageName });
}

function idOf(api: Api): string {
  if (api instanceof SecureApi) return api.restApi.restApiId;
  return api instanceof SecureHttpApi ? api.httpApi.apiId : api.webSocketApi.apiId;
}

function after(text: string, arns: [IConstruct, string][], scope: IConstruct, separator: string): string | undefined {
  for (const [owner, arn] of arns) {
    const start = arnText(owner, arn, scope);
    if (start !== undefined && text.startsWith(`${start}${separator}`)) return text.slice(start.length + separator.length);
  }
  return undefined;
}

/**
 * The ARN as the stack of `scope` refers to it. Where that stack does not, a reference would read like one to a resource of its
 * own, and constructs at the same path in two stacks share logical ids.
 */
function arnText(owner: IConstruct, arn: string, scope: IConstruct): string | undefined {
  const [home, here] = [Stack.of(owner), Stack.of(scope)];
  const written = asWrittenIn(here, arn);
  if (written === undefined) return undefined;
  const text = templateText(written);
  return home === here || text !== templateText(home.resolve(arn)) ? text : undefined;
}

/** Whether the value is a reference to the function, one of its versions or aliases. */
function refersTo(value: string, target: lambda.Function): boolean {
  return Tokenization.reverseString(value).tokens.some((token) => {
    const referred = Reference.isReference(token) ? token.target : undefined;
    if (!CfnResource.isCfnResource(referred)) return false;
    if (referred.node.scopes.includes(target)) return true;
    return (referred instanceof lambda.CfnVersion || referred instanceof lambda.CfnAlias) && refersTo(referred.functionName, target);
  });
}
