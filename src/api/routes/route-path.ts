import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Methods that a route can have; ANY and OPTIONS are refused, with reasons. */
export const ROUTE_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Methods whose requests carry a body that the function acts on. */
const BODY_METHODS = ['POST', 'PUT', 'PATCH'];

/** A method and a path that API Gateway will accept. */
export interface RoutePath {
  readonly method: string;
  readonly path: string;
  /** Names of the path parameters. */
  readonly parameters: string[];
  /** Whether requests carry a body. */
  readonly hasBody: boolean;
  /** The route for people: `POST /orders/{id}`. */
  readonly name: string;
  /** How `AWS::ApiGateway::Stage` names the path in its method settings. */
  readonly settingsPath: string;
}

/** Checks method and path before anything is built from them. */
export function parseRoute(scope: IConstruct, method: string, path: string): RoutePath {
  requireLiteral(scope, 'addRoute method', method);
  requireLiteral(scope, 'addRoute path', path);
  validateMethod(scope, method);
  const parameters = validatePath(scope, path);
  return {
    method,
    path,
    parameters,
    hasBody: BODY_METHODS.includes(method),
    name: `${method} ${path}`,
    settingsPath: path === '/' ? '/' : `/${path.replace(/\//g, '~1')}`,
  };
}

/** Every resource that the path needs, the path itself last: `/orders`, `/orders/{id}`. */
export function resourcePaths(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`);
}

function validateMethod(scope: IConstruct, method: string): void {
  if (ROUTE_METHODS.includes(method)) return;
  const known = `Write one of ${ROUTE_METHODS.join(', ')}`;
  const [problem, instead] = {
    ANY: ['ANY opens the route to methods that nobody decided about', `${known}, with one addRoute for each method that the code serves.`],
    OPTIONS: ['preflight requests are answered by API Gateway, without authorization', 'Set the cors prop of the API.'],
  }[method] ?? ['there is no such HTTP method in API Gateway (names are upper case)', `${known}.`];
  fail(scope, { prop: 'addRoute method', value: method, problem, instead });
}

function validatePath(scope: IConstruct, path: string): string[] {
  const refuse = (problem: string): never => fail(scope, {
    prop: 'addRoute path',
    value: path,
    problem,
    instead: 'Write a path such as "/orders/{id}" or "/files/{key+}"; "/" is the root.',
  });
  if (path === '/') return [];
  if (typeof path !== 'string' || !path.startsWith('/')) return refuse('a path starts with "/"');
  const segments = path.slice(1).split('/');
  const parameters: string[] = [];
  segments.forEach((segment, index) => {
    if (segment === '') refuse('a path has no empty segment and no "/" at its end');
    const parameter = /^\{([a-zA-Z0-9._-]+)(\+?)\}$/.exec(segment);
    if (!parameter && !/^[a-zA-Z0-9._:$-]+$/.test(segment)) {
      refuse(`the segment "${segment}" is neither plain (letters, digits and . _ : $ -) nor a whole {parameter}`);
    }
    if (!parameter) return;
    if (parameter[2] && index < segments.length - 1) refuse(`the greedy parameter "${segment}" takes the rest of the path and must come last`);
    if (parameters.includes(parameter[1])) refuse(`the parameter "${parameter[1]}" occurs twice`);
    parameters.push(parameter[1]);
  });
  return parameters;
}
