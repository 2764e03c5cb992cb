/** Where the client of a WebSocket API puts its token when it connects; as the handler's settings name it. */
export type TokenPlace =
  /** The header that the issuer's options name. */
  | { readonly kind: 'header' }
  /** A parameter of the query string. */
  | { readonly kind: 'query'; readonly name: string }
  /** `Sec-WebSocket-Protocol`: behind the subprotocol of this name. */
  | { readonly kind: 'protocol'; readonly name: string };
