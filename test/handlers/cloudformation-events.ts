import { createServer } from 'http';
import type { AddressInfo } from 'net';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What a handler told CloudFormation, with the headers it sent. */
export interface Answer {
  readonly body: any;
  readonly headers: Record<string, unknown>;
  readonly method?: string;
}

/** Runs a handler with a real server in CloudFormation's place. */
export async function invoke(
  handler: (event: CloudFormationCustomResourceEvent) => Promise<void>, requestType: 'Create' | 'Update' | 'Delete', properties: object, status = 200,
): Promise<Answer> {
  let answer: Answer | undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      answer = { body: JSON.parse(body), headers: request.headers, method: request.method };
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await handler({
      RequestType: requestType,
      ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:provider',
      ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?Signature=x`,
      StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Orders/uuid',
      RequestId: 'request-1',
      LogicalResourceId: 'Custom',
      ResourceType: 'AWS::CloudFormation::CustomResource',
      ResourceProperties: { ServiceToken: 'arn', ...properties },
      ...(requestType === 'Create' ? {} : { PhysicalResourceId: 'physical-1' }),
      ...(requestType === 'Update' ? { OldResourceProperties: {} } : {}),
    } as CloudFormationCustomResourceEvent);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  return answer!;
}

/** An error as the AWS SDK throws it. */
export function awsError(name: string): Error {
  return Object.assign(new Error(`${name} happened`), { name });
}
