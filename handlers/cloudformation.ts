import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What a custom resource tells CloudFormation after it did its work. */
export interface Outcome {
  /** Name of the resource; a changed name makes CloudFormation delete the old one. */
  readonly physicalResourceId: string;
  /** Values for `Fn::GetAtt`. */
  readonly data?: Record<string, string>;
}

/**
 * Does the work of a custom resource and tells CloudFormation how it ended, errors included: a stack would otherwise wait
 * for its timeout.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export async function answer(event: CloudFormationCustomResourceEvent, work: () => Promise<Outcome>): Promise<void> {
  const physicalResourceId = event.RequestType === 'Create' ? event.RequestId : event.PhysicalResourceId;
  try {
    const outcome = await work();
    await send(event, {
      Status: 'SUCCESS',
      // what is deleted has the name that it was created under, that of a failed creation included
      PhysicalResourceId: event.RequestType === 'Delete' ? physicalResourceId : outcome.physicalResourceId,
      Data: outcome.data,
    });
  } catch (error) {
    await send(event, { Status: 'FAILED', PhysicalResourceId: physicalResourceId, Reason: `${error}`.slice(0, 1000) });
  }
}

async function send(event: CloudFormationCustomResourceEvent, response: Record<string, unknown>): Promise<void> {
  const body = JSON.stringify({
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    ...response,
  });
  // bytes, because fetch gives a string a content type, and the signature of the URL covers the absence of one
  const reply = await fetch(event.ResponseURL, { method: 'PUT', body: new TextEncoder().encode(body) });
  if (!reply.ok) throw new Error(`CloudFormation did not take the answer: HTTP ${reply.status}`);
}

/** What EC2, and what the others call it. */
const DENIALS = ['UnauthorizedOperation', 'AccessDenied'];

/** Tries again while IAM has not yet spread the role's new permissions, for at most half a minute. */
export async function retryWhileDenied<T>(call: () => Promise<T>, pauseMs = 5_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!DENIALS.includes((error as Error).name) || attempt === 7) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
