import type { IConstruct } from 'constructs';
import { fail } from '../private/misuse';

/**
 * Stops the synth where a function inside a VPC is to call a public API of API Gateway, as connections of WebSocket APIs are: the endpoint for
 * `execute-api` leads to private REST APIs only, and turns public ones away with 403.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export function refusePublicApi(owner: IConstruct): never {
  return fail(owner, {
    prop: 'grantee',
    value: owner.node.path,
    problem: 'nothing leads from inside its VPC to connections of a WebSocket API: the endpoint for execute-api is for private REST APIs',
    instead: 'Grant it to a SecureFunction outside the VPC, and let this function hand it what to send, by a SecureQueue.',
  });
}
