import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { responseParameters } from './response-headers';
import { V2Integrations } from './v2-integrations';
import { warn } from '../../private/misuse';
import { type Protection, staysEqual } from '../../private/seal';

/**
 * Mappings of headers take 25 KB for each function, and there is more in a template than these.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const FUNCTIONS_OF_A_TEMPLATE = 30;

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
    if (this.made.size === FUNCTIONS_OF_A_TEMPLATE) {
      warn(this, 'http-template-size', `[${this.node.scope!.node.path}] With more than ${FUNCTIONS_OF_A_TEMPLATE} functions behind an HTTP API, its template `
        + 'nears the 1 MB that CloudFormation takes: each brings 25 KB along that map headers. Split the API by domain, or set suppressTemplateIndentation of the stack.');
    }
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
