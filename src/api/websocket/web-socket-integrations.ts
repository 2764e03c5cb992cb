import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { seal, stays, staysAbsent, staysEqual } from '../../private/seal';
import { V2Integrations } from '../http/v2-integrations';
import { invocationUri } from '../routes/authorizer-definition';

/** A static key: what follows the dollar sign is no variable. */
const DEFAULT = '\\$default';

/** Whatever the message is, JSON or not: nothing of it is read. */
const READ_NOTHING = { $default: '{"statusCode":200}' };

/** What is behind the routes of a WebSocket API: functions, one integration each, and answers that API Gateway gives by itself. */
export class WebSocketIntegrations extends V2Integrations {
  protected callOf(handler: lambda.IFunction) {
    return { integrationUri: invocationUri(handler) };
  }

  /**
   * The target of a route that API Gateway answers itself, with this template or with nothing.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html
   */
  public ownAnswer(id: string, template?: string): string {
    const scope = new Construct(this, id);
    const integration = new apigatewayv2.CfnIntegration(scope, 'Resource', {
      apiId: this.v2Api.apiId,
      integrationType: 'MOCK',
      requestTemplates: READ_NOTHING,
      templateSelectionExpression: DEFAULT,
      passthroughBehavior: 'NEVER',
    });
    const [promise, instead] = ['API Gateway answers by itself, and no code is reached', 'Add a route by addRoute(key, fn, { body }).'];
    // the guide asks for a catch-all, and says that answers are found by their status: both lead to the same
    for (const [name, integrationResponseKey] of [['Response', '$default'], ['Success', '/2\\d\\d/']]) {
      const responseTemplates = template === undefined ? undefined : { $default: template };
      const response = new apigatewayv2.CfnIntegrationResponse(scope, name, {
        apiId: this.v2Api.apiId,
        integrationId: integration.ref,
        integrationResponseKey,
        responseTemplates,
        templateSelectionExpression: responseTemplates && DEFAULT,
      });
      seal(this, response, [
        stays('IntegrationResponseKey', integrationResponseKey, promise, instead),
        staysEqual(this, 'ResponseTemplates', responseTemplates, 'clients are told the same whatever they sent', instead),
        staysAbsent('ResponseParameters', 'clients are told the same whatever they sent', instead),
      ]);
    }
    seal(this, integration, [
      stays('IntegrationType', 'MOCK', promise, instead),
      staysEqual(this, 'RequestTemplates', READ_NOTHING, promise, instead),
      stays('PassthroughBehavior', 'NEVER', promise, instead),
    ]);
    return `integrations/${integration.ref}`;
  }
}
