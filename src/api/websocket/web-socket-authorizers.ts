import type { ConnectToken } from './connect-token';
import { isLiteral } from '../../private/literal';
import { V2Authorizers, V2RouteAuth } from '../http/v2-authorizers';
import type { JwtIssuer } from '../jwt/jwt-issuer';
import type { HttpAuthChoice, JwtChoice, RequestChoice } from '../routes/auth-choice';
import { invocationUri } from '../routes/authorizer-definition';

/** The one route that API Gateway authorizes. */
export const CONNECT = '$connect';

/**
 * The authorizer of a WebSocket API: for `$connect`, of type REQUEST, asked for each connection. Answers are not kept there.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
 */
export class WebSocketAuthorizers extends V2Authorizers {
  /** What `$connect` needs. */
  public authOf(choice: HttpAuthChoice, token: ConnectToken | undefined): V2RouteAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: 'AWS_IAM' };
      case 'public': return { authorizationType: 'NONE' };
      case 'request': return this.request(choice);
      case 'jwt': return this.jwtFunction(choice, token);
    }
  }

  private request({ handler, identitySources }: RequestChoice): V2RouteAuth {
    const identitySource = identitySources.map((source) => (isLiteral(source) ? source.replace(/^method\./, 'route.') : source));
    return this.custom({
      key: JSON.stringify(['request', handler.node.path, identitySource]),
      kind: 'REQUEST',
      props: { authorizerType: 'REQUEST', authorizerUri: invocationUri(handler), identitySource },
      handler,
    });
  }

  private jwtFunction(choice: JwtChoice, token: ConnectToken | undefined): V2RouteAuth {
    const authorizer = this.verifierOf(choice, CONNECT, token?._place);
    return this.custom({
      key: JSON.stringify(['jwt-function', authorizer.node.path]),
      kind: 'JWT-FUNCTION',
      props: {
        authorizerType: 'REQUEST',
        authorizerUri: invocationUri(authorizer.lambdaFunction),
        identitySource: [identitySourceOf(token, choice.issuer)],
      },
      handler: authorizer.lambdaFunction,
    });
  }
}

/** What must be there before the function is asked: the very place in which it looks. */
function identitySourceOf(token: ConnectToken | undefined, issuer: JwtIssuer): string {
  switch (token?._place.kind) {
    case 'query': return `route.request.querystring.${token._place.name}`;
    case 'protocol': return 'route.request.header.Sec-WebSocket-Protocol';
    default: return `route.request.header.${issuer._demands.header}`;
  }
}
