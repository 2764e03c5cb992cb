import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** A plain REST API with one method, to try the parts of SecureApi on. */
export function plainApi(stack: Stack, id = 'Api'): apigateway.RestApi {
  const api = new apigateway.RestApi(stack, id, { cloudWatchRole: false });
  api.root.addMethod('GET');
  return api;
}
