import type { TokenPlace } from '../jwt/token-place';

/**
 * Where a client puts its token when it connects to a WebSocket API.
 *
 * Browsers cannot set headers on a WebSocket: their tokens come as a subprotocol or in the query string. Neither API Gateway nor this library
 * writes any of these places to a log; what stands between the client and API Gateway may.
 *
 * @see https://html.spec.whatwg.org/multipage/web-sockets.html#the-websocket-interface
 *
 * @example
 * declare const connections: lambda.IFunction;
 * const login = JwtIssuer.at('https://login.example.com/', { audiences: ['chat'] });
 * new SecureWebSocketApi(this, 'Chat', {
 *   auth: RouteAuth.jwt(login, { scopes: ['chat'] }),
 *   token: ConnectToken.subprotocol('chat.v1'), // new WebSocket(url, ['chat.v1', token])
 *   onConnect: connections, // answers { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat.v1' } }
 * });
 */
export class ConnectToken {
  /**
   * Offered as a second subprotocol: `new WebSocket(url, ['chat.v1', token])`. It stands in no URL, and so in no log of proxies and
   * distributions; choose it for browsers.
   *
   * A browser closes the connection unless the server chooses one of what it offered. API Gateway leaves that to the function behind
   * `$connect`: `onConnect` is required, and answers with the header `Sec-WebSocket-Protocol` and the name of the protocol, never with
   * the token.
   *
   * @param protocol name of your protocol, which clients offer first: `chat.v1`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
   */
  public static subprotocol(protocol: string): ConnectToken {
    return new ConnectToken({ kind: 'protocol', name: protocol });
  }

  /**
   * A parameter of the query string: `new WebSocket(url + '?token=' + token)`. It needs no answer of a function, but it is part of the URL:
   * proxies, tools in the browser and access logs of a distribution in front show it. Use tokens that live for a minute.
   *
   * @param name name of the parameter; `token` if left out
   */
  public static queryString(name?: string): ConnectToken {
    return new ConnectToken({ kind: 'query', name: name ?? 'token' });
  }

  /** The word `Bearer` and the token, in the header that the issuer's options name: for clients that are no browsers. */
  public static header(): ConnectToken {
    return new ConnectToken({ kind: 'header' });
  }

  /** @internal */
  public readonly _place: TokenPlace;

  private constructor(place: TokenPlace) {
    this._place = place;
  }
}
