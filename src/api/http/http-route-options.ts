import type { RouteAuth } from '../routes/route-auth';
import type { ApiThrottle } from '../throttle';

/** What a route of an HTTP API asks of a request before the function sees it: HTTP APIs validate neither bodies nor parameters. */
export interface HttpRouteOptions {
  /**
   * Who may call the route: `RouteAuth.jwt`, `.jwtAuthorizer`, `.iam`, `.lambdaRequest` or `.public`. There is no default: a public route says
   * so, with its reason.
   */
  readonly auth: RouteAuth;

  /**
   * Limits of this route.
   *
   * @default - the API's `throttle`
   */
  readonly throttle?: ApiThrottle;
}
