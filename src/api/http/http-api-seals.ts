import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { Protection, seal, stays } from '../../private/seal';
import type { ApiCors } from '../api-cors';
import { allowsAnyOrigin } from '../cors-answer';

/** Keeps the promises about the API itself. */
export function sealHttpApi(owner: IConstruct, api: apigatewayv2.CfnApi, cors: ApiCors | undefined, hasDomain: boolean): void {
  const protections: Protection[] = [
    stays('ProtocolType', 'HTTP', 'it is an HTTP API', 'Leave it to the construct.'),
    ...['Body', 'BodyS3Location', 'Target', 'RouteKey', 'CredentialsArn'].map(absent),
  ];
  if (!allowsAnyOrigin(cors)) protections.push(namedOrigins());
  if (hasDomain) {
    protections.push(stays('DisableExecuteApiEndpoint', true, 'nobody goes around the custom domain name', 'Leave domain out to use the default endpoint.'));
  }
  seal(owner, api, protections);
}

/** What brings routes along that no guard sees. */
function absent(path: string): Protection {
  return {
    path,
    promise: 'every route was added with its authorization',
    instead: 'Add routes by addRoute(method, path, fn, { auth }).',
    holds: (value) => value === undefined,
    shows: () => 'set',
  };
}

function namedOrigins(): Protection {
  return {
    path: 'CorsConfiguration.AllowOrigins',
    promise: 'pages of listed origins may call, and no others',
    instead: 'List the origins of your pages in cors.',
    holds: (value) => !JSON.stringify(value ?? []).includes('*'),
  };
}
