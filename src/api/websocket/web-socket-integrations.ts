import { createHash } from 'crypto';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { seal, stays, staysEqual, staysReference } from '../../private/seal';
import { allowStageToInvoke } from '../http/allow-invoke';
import { invocationUri } from '../routes/authorizer-definition';

/** A static key: what follows the dollar sign is no variable. */
const DEFAULT = '\\$default';

/** Whatever the message is, JSON or not: nothing of it is read. */
const READ_NOTHING = { $default: '{"statusCode":200}' };

const LEAVE = 'Leave integrations to the construct.';

/** What integrations need to know of their API. */
interface WebSocketIntegrationsProps {
  readonly api: apigatewayv2.IApi;
  readonly stageName: string;
}

/** What is behind the routes of a WebSocket API: functions, one integration each, and answers that API Gateway gives by itself. */
export class WebSocketIntegrations extends Construct {
  private readonly made = new Map<lambda.IFunction, apigatewayv2.CfnIntegration>();

  constructor(scope: Construct, id: string, private readonly props: WebSocketIntegrationsProps) {
    super(scope, id);
  }

  /** The target of a route that leads to the function. */
  public targetOf(handler: lambda.IFunction): string {
    const integration = this.made.get(handler) ?? this.define(handler);
    this.made.set(handler, integration);
    return `integrations/${integration.ref}`;
  }

  /**
   * The target of a route that API Gateway answers itself, with this template or with nothing.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html
   */
  public ownAnswer(id: string, template?: string): string {
    const scope = new Construct(this, id);
    const integration = new apigatewayv2.CfnIntegration(scope, 'Resource', {
      apiId: this.props.api.apiId,
      integrationType: 'MOCK',
      requestTemplates: READ_NOTHING,
      templateSelectionExpression: DEFAULT,
      passthroughBehavior: 'NEVER',
    });
    // the guide asks for a catch-all, and says that answers are found by their status: both lead to the same
    for (const [name, integrationResponseKey] of [['Response', '$default'], ['Success', '/2\\d\\d/']]) {
      new apigatewayv2.CfnIntegrationResponse(scope, name, {
        apiId: this.props.api.apiId,
        integrationId: integration.ref,
        integrationResponseKey,
        responseTemplates: template === undefined ? undefined : { $default: template },
        templateSelectionExpression: template === undefined ? undefined : DEFAULT,
      });
    }
    const [promise, instead] = ['API Gateway answers by itself, and no code is reached', 'Add a route by addRoute(key, fn, { body }).'];
    seal(this, integration, [
      stays('IntegrationType', 'MOCK', promise, instead),
      staysEqual(this, 'RequestTemplates', READ_NOTHING, promise, instead),
      stays('PassthroughBehavior', 'NEVER', promise, instead),
    ]);
    return `integrations/${integration.ref}`;
  }

  private define(handler: lambda.IFunction): apigatewayv2.CfnIntegration {
    // by the function, not by its routes: these may come and go in any order
    const id = `Lambda-${createHash('sha256').update(handler.node.path).digest('hex').slice(0, 8)}`;
    const integration = new apigatewayv2.CfnIntegration(this, id, {
      apiId: this.props.api.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: invocationUri(handler),
    });
    allowStageToInvoke(this, `${id}Invoke`, handler, this.props.api.apiId, this.props.stageName);
    seal(this, integration, [
      stays('IntegrationType', 'AWS_PROXY', 'functions get events, and no templates of VTL', LEAVE),
      ...['CredentialsArn', 'RequestParameters', 'RequestTemplates'].map((path) => staysEqual(this, path, undefined, 'messages reach functions as they are', LEAVE)),
      staysReference(this, 'IntegrationUri', invocationUri(handler), 'routes lead to the function that they were added with', 'Change the handler in addRoute.'),
    ]);
    return integration;
  }
}
