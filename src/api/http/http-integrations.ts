import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { responseParameters } from './response-headers';
import { V2Integrations } from './v2-integrations';
import { type Protection, staysEqual } from '../../private/seal';

/** What integrations need to know of their API. */
interface HttpIntegrationsProps {
  readonly httpApi: apigatewayv2.IHttpApi;
  readonly stageName: string;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The functions behind an HTTP API, whose answers get security headers on their way. */
export class HttpIntegrations extends V2Integrations {
  constructor(scope: Construct, id: string, private readonly props: HttpIntegrationsProps) {
    super(scope, id, props.httpApi, props.stageName);
  }

  protected callOf(handler: lambda.IFunction) {
    return { integrationUri: handler.functionArn, payloadFormatVersion: '2.0', responseParameters: responseParameters(this.props.headers) };
  }

  protected promisesOf(integration: apigatewayv2.CfnIntegration): Protection[] {
    const made = integration.responseParameters as unknown; // as it is now
    return [{
      ...staysEqual(integration, 'ResponseParameters', made, 'answers carry security headers', 'Set responseHeaders of the API.'),
      shows: (value) => (value === undefined ? 'absent' : 'changed'),
    }];
  }
}
