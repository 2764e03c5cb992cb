import { createHash } from 'crypto';
import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { allowStageToInvoke } from './allow-invoke';
import { responseParameters } from './response-headers';
import { type Protection, seal, stays, staysReference } from '../../private/seal';

/** What integrations need to know of their API. */
interface HttpIntegrationsProps {
  readonly httpApi: apigatewayv2.IHttpApi;
  readonly stageName: string;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The functions behind an HTTP API, one integration each, whatever routes lead there. L1s, because the L2 knows no mapping of responses, and
 * ties an integration to the first of its routes.
 */
export class HttpIntegrations extends Construct {
  private readonly made = new Map<lambda.IFunction, apigatewayv2.CfnIntegration>();

  constructor(scope: Construct, id: string, private readonly props: HttpIntegrationsProps) {
    super(scope, id);
  }

  /** The target of a route that leads to the function. */
  public targetOf(handler: lambda.IFunction): string {
    const integration = this.made.get(handler) ?? this.define(handler);
    this.made.set(handler, integration);
    return `integrations/${integration.ref}`;
  }

  private define(handler: lambda.IFunction): apigatewayv2.CfnIntegration {
    // by the function, not by its routes: these may come and go in any order
    const id = `Lambda-${createHash('sha256').update(handler.node.path).digest('hex').slice(0, 8)}`;
    const integration = new apigatewayv2.CfnIntegration(this, id, {
      apiId: this.props.httpApi.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: handler.functionArn,
      payloadFormatVersion: '2.0',
      responseParameters: responseParameters(this.props.headers),
    });
    allowStageToInvoke(this, `${id}Invoke`, handler, this.props.httpApi.apiId, this.props.stageName);
    seal(this, integration, [
      stays('IntegrationType', 'AWS_PROXY', 'routes lead to functions', 'Leave the integration to the construct.'),
      ...['CredentialsArn', 'RequestParameters'].map((path): Protection => ({
        path, promise: 'requests reach functions as they are', instead: 'Leave the integration to the construct.', holds: (value) => value === undefined,
      })),
      staysReference(this, 'IntegrationUri', handler.functionArn, 'routes lead to the function that they were added with', 'Change the handler in addRoute.'),
      headersStay(integration),
    ]);
    return integration;
  }
}

function headersStay(integration: apigatewayv2.CfnIntegration): Protection {
  const made = integration.responseParameters as unknown; // as it is now
  return {
    path: 'ResponseParameters',
    promise: 'answers carry security headers',
    instead: 'Set responseHeaders of the API.',
    shows: (value) => (value === undefined ? 'absent' : 'changed'),
    holds: (value) => JSON.stringify(value) === JSON.stringify(Stack.of(integration).resolve(made)),
  };
}
