import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { closeSchema } from './closed-schema';
import type { RouteOptions } from './route-options';
import type { RoutePath } from './route-path';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { seal, stays, staysEqual } from '../../private/seal';

/** The route's own body schema, closed, or undefined where it shares one or says why there is none. */
export function bodySchema(scope: IConstruct, route: RoutePath, options: RouteOptions): apigateway.JsonSchema | undefined {
  const { unvalidatedBody } = options;
  const body = options.body ?? options.bodyModel;
  requireLiteral(scope, `${route.name} unvalidatedBody`, unvalidatedBody);
  if (unvalidatedBody !== undefined && unvalidatedBody.trim() === '') {
    fail(scope, {
      prop: `${route.name} unvalidatedBody`,
      value: unvalidatedBody,
      problem: 'a body that nobody checks needs a reason',
      instead: 'Write why, for example "the function reads no body" or "a file of at most 10 MB, checked by the function".',
    });
  }
  if (options.body && options.bodyModel) {
    fail(scope, {
      prop: `${route.name} bodyModel`,
      value: options.bodyModel.name,
      problem: 'the route has a schema of its own too',
      instead: 'Keep either body or bodyModel.',
    });
  }
  if (body && unvalidatedBody !== undefined) {
    fail(scope, {
      prop: `${route.name} unvalidatedBody`,
      value: unvalidatedBody,
      problem: 'the route has a body schema too',
      instead: 'Keep either body or unvalidatedBody.',
    });
  }
  if (route.hasBody && !body && unvalidatedBody === undefined) {
    fail(scope, {
      prop: `${route.name} body`,
      problem: `${route.method} requests carry a body, and without a schema everything reaches the function`,
      instead: 'Give body a JSON Schema or bodyModel a BodyModel, or say in unvalidatedBody why API Gateway cannot check it (an upload, or no body at all).',
    });
  }
  if (body && ['GET', 'HEAD'].includes(route.method)) {
    fail(scope, {
      prop: `${route.name} body`,
      problem: `${route.method} requests carry no body`,
      instead: 'Use requiredQuery, or make it a POST route.',
    });
  }
  return options.body && closeSchema(scope, `${route.name} body`, options.body);
}

/** What the method declares of its parameters; `true` makes API Gateway answer 400 where one is absent. */
export function requestParameters(scope: IConstruct, route: RoutePath, options: RouteOptions): Record<string, boolean> {
  const parameters: Record<string, boolean> = {};
  const add = (prop: string, location: string, name: string): void => {
    requireLiteral(scope, `${route.name} ${prop}`, name);
    if (!/^[a-zA-Z0-9._$-]+$/.test(name)) {
      fail(scope, {
        prop: `${route.name} ${prop}`,
        value: name,
        problem: 'API Gateway takes names of letters, digits and . _ $ - only',
        instead: 'Write the bare name, such as "page" or "X-Request-Id".',
      });
    }
    parameters[`method.request.${location}.${name}`] = true;
  };
  route.parameters.forEach((name) => add('path', 'path', name));
  options.requiredQuery?.forEach((name) => add('requiredQuery', 'querystring', name));
  options.requiredHeaders?.forEach((name) => add('requiredHeaders', 'header', name));
  return parameters;
}

/** Keeps the promise that requests are validated; the methods' own part of it is guarded with them. */
export function sealValidator(owner: IConstruct, validator: apigateway.RequestValidator): void {
  const instead = 'Leave validation to the construct; a body that API Gateway cannot check is said by unvalidatedBody.';
  seal(owner, validator.node.defaultChild as apigateway.CfnRequestValidator, [
    stays('ValidateRequestBody', true, 'bodies are validated', instead),
    stays('ValidateRequestParameters', true, 'required parameters are checked', instead),
  ]);
}

/** Keeps the schema of a model closed as it was made. */
export function sealModel(owner: IConstruct, promise: string, model: apigateway.Model, instead: string): void {
  const resource = model.node.defaultChild as apigateway.CfnModel;
  const made = resource.schema as unknown;
  seal(owner, resource, [staysEqual(resource, 'Schema', made, promise, instead)]);
}
