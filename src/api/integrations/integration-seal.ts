import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { isEqual, type Protection, seal, staysEqual } from '../../private/seal';

/** What the seal reads of an emitted answer. */
interface EmittedAnswer {
  readonly StatusCode?: string;
  readonly SelectionPattern?: string;
  readonly ResponseTemplates?: Record<string, string>;
}

/** Keeps the call of a service, and the answers that callers get, as they were made. */
export function sealIntegration(owner: IConstruct, routeName: string, method: apigateway.CfnMethod): void {
  const made = madeOf(method);
  const answers = made.integrationResponses as apigateway.CfnMethod.IntegrationResponseProperty[];
  const kept = (property: string, expected: unknown, promise: string): Protection =>
    stays(method, property, expected, promise, 'Leave the integration to the construct, or put a function behind the route by addRoute.');
  const asData = `requests to ${routeName} reach the service as data only`;
  const answered = `callers of ${routeName} get fixed answers, and nothing of the service's`;
  seal(owner, method, [
    kept('Type', made.type, asData),
    kept('PassthroughBehavior', made.passthroughBehavior, asData),
    kept('Uri', made.uri, asData),
    kept('Credentials', made.credentials, `API Gateway serves ${routeName} with a role of its own`),
    kept('RequestParameters', made.requestParameters, asData),
    kept('RequestTemplates', made.requestTemplates, asData),
    {
      ...kept('IntegrationResponses', undefined, answered),
      holds: (emitted) => isEqual(
        method,
        (Array.isArray(emitted) ? emitted as EmittedAnswer[] : [])
          .map(({ StatusCode: statusCode, SelectionPattern: selectionPattern, ResponseTemplates: responseTemplates }) =>
            ({ statusCode, selectionPattern, responseTemplates })),
        answers.map(({ statusCode, selectionPattern, responseTemplates }) => ({ statusCode, selectionPattern, responseTemplates })),
      ),
    },
  ]);
}

/** Keeps the function behind a route: another integration type would send requests, and what authorizes them, elsewhere. */
export function sealFunctionIntegration(owner: IConstruct, routeName: string, method: apigateway.CfnMethod): void {
  const made = madeOf(method);
  const kept = (property: string, expected: unknown): Protection => stays(
    method, property, expected, `requests to ${routeName} reach the function that it was added with, as they are`, 'Change the handler in addRoute.',
  );
  seal(owner, method, [
    kept('Type', made.type),
    kept('Uri', made.uri),
    kept('IntegrationHttpMethod', made.integrationHttpMethod),
    kept('Credentials', made.credentials),
    kept('ConnectionId', made.connectionId),
    kept('RequestParameters', made.requestParameters),
    kept('RequestTemplates', made.requestTemplates),
  ]);
}

function madeOf(method: apigateway.CfnMethod): apigateway.CfnMethod.IntegrationProperty {
  return method.integration as apigateway.CfnMethod.IntegrationProperty;
}

function stays(method: apigateway.CfnMethod, property: string, expected: unknown, promise: string, instead: string): Protection {
  return { ...staysEqual(method, `Integration.${property}`, expected, promise, instead), shows: () => 'changed' };
}
