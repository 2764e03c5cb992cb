import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { Protection, seal, stays } from '../../private/seal';
import type { ApiCors } from '../api-cors';
import { answersItsDomainOnly, bringNoRoutes } from '../api-promises';
import { allowsAnyOrigin } from '../cors-answer';

/** Keeps the promises about the API itself. */
export function sealHttpApi(owner: IConstruct, api: apigatewayv2.CfnApi, cors: ApiCors | undefined, hasDomain: boolean): void {
  seal(owner, api, [
    stays('ProtocolType', 'HTTP', 'it is an HTTP API', 'Leave it to the construct.'),
    ...bringNoRoutes(
      ['Body', 'BodyS3Location', 'Target', 'RouteKey', 'CredentialsArn'],
      'every route was added with its authorization',
      'Add routes by addRoute(method, path, fn, { auth }).',
    ),
    ...(allowsAnyOrigin(cors) ? [] : [namedOrigins()]),
    ...answersItsDomainOnly(hasDomain),
  ]);
}

function namedOrigins(): Protection {
  return {
    path: 'CorsConfiguration.AllowOrigins',
    promise: 'pages of listed origins may call, and no others',
    instead: 'List the origins of your pages in cors.',
    holds: (value) => !JSON.stringify(value ?? []).includes('*'),
  };
}
