import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { seal, stays, valueAt } from '../../private/seal';
import { answersItsDomainOnly, bringNoRoutes } from '../api-promises';
import type { ForeignRoute } from '../http/http-api-guard';

/** A route that somebody added to the exposed API. */
export const UNKNOWN_ROUTE: ForeignRoute = {
  property: 'RouteKey', // messages are not authorized
  problem: 'every connected client can send to this route, and nothing says what',
  instead: 'Add it by addRoute(key, fn, { body }); functions that hear of connections are onConnect and onDisconnect.',
};

/** What to change instead of a route's resource. */
export const CHANGE_ROUTE = 'Choose another key, handler or body in addRoute, or another auth of the API.';

/** Keeps the promises about the API itself. */
export function sealWebSocketApi(owner: IConstruct, api: apigatewayv2.CfnApi, routeSelection: string, hasDomain: boolean): void {
  seal(owner, api, [
    stays('ProtocolType', 'WEBSOCKET', 'it is a WebSocket API', 'Leave it to the construct.'),
    stays('RouteSelectionExpression', routeSelection, 'a message takes the route that its schema was written for', 'Choose an actionKey.'),
    ...bringNoRoutes(['Body', 'BodyS3Location', 'Target'], 'every route was added with what its messages look like', 'Add routes by addRoute(key, fn, { body }).'),
    ...answersItsDomainOnly(hasDomain),
  ]);
}

/** Keeps the promises about the execution log, with payloads of which the tokens of browsers would be in it. */
export function sealExecutionLog(owner: IConstruct, stage: apigatewayv2.CfnStage): void {
  const promise = 'errors of every route are logged, without what clients sent';
  const instead = 'Leave logging to the construct; log what you need of a message in the function.';
  seal(owner, stage, [
    { path: 'DefaultRouteSettings', promise, instead, holds: logsErrorsOnly },
    { path: 'RouteSettings', promise, instead, holds: (value) => Object.values(value ?? {}).every(logsErrorsOnly) },
  ]);
}

function logsErrorsOnly(settings: unknown): boolean {
  return valueAt(settings, 'LoggingLevel') === 'ERROR' && valueAt(settings, 'DataTraceEnabled') === false;
}
