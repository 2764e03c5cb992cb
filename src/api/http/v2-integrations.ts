import { createHash } from 'crypto';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { allowStageToInvoke } from './allow-invoke';
import { type Protection, seal, stays, staysAbsent, staysEqual } from '../../private/seal';

/** What the kinds of APIs say of integrations each in their own way. */
type OfKind = Pick<apigatewayv2.CfnIntegrationProps, 'payloadFormatVersion' | 'responseParameters'> & { readonly integrationUri: string };

/**
 * The functions behind an HTTP or WebSocket API, one integration each, whatever routes lead there. L1s, because the L2s know no mapping of
 * responses, and tie an integration to the first of its routes.
 */
export abstract class V2Integrations extends Construct {
  /** By the functions that they lead to. */
  protected readonly made = new Map<lambda.IFunction, apigatewayv2.CfnIntegration>();

  constructor(scope: Construct, id: string, protected readonly v2Api: apigatewayv2.IApi, private readonly stageName: string) {
    super(scope, id);
  }

  /** The target of a route that leads to the function. */
  public targetOf(handler: lambda.IFunction): string {
    const integration = this.made.get(handler) ?? this.define(handler);
    this.made.set(handler, integration);
    return `integrations/${integration.ref}`;
  }

  /** How API Gateway calls the function. */
  protected abstract callOf(handler: lambda.IFunction): OfKind;

  /** What the kind of API promises beside what all do. */
  protected promisesOf(_integration: apigatewayv2.CfnIntegration): Protection[] {
    return [];
  }

  private define(handler: lambda.IFunction): apigatewayv2.CfnIntegration {
    // by the function, not by its routes: these may come and go in any order
    const id = `Lambda-${createHash('sha256').update(handler.node.path).digest('hex').slice(0, 8)}`;
    const call = this.callOf(handler);
    const integration = new apigatewayv2.CfnIntegration(this, id, { apiId: this.v2Api.apiId, integrationType: 'AWS_PROXY', ...call });
    allowStageToInvoke(this, `${id}Invoke`, handler, this.v2Api.apiId, this.stageName);
    const leave = 'Leave integrations to the construct.';
    seal(this, integration, [
      stays('IntegrationType', 'AWS_PROXY', 'routes lead to functions', leave),
      ...['CredentialsArn', 'RequestParameters', 'RequestTemplates'].map((path) => staysAbsent(path, 'functions get what clients send, as it is', leave)),
      staysEqual(this, 'IntegrationUri', call.integrationUri, 'routes lead to the function that they were added with', 'Change the handler in addRoute.'),
      ...this.promisesOf(integration),
    ]);
    return integration;
  }
}
