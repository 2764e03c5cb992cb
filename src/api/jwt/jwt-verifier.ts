/** Who verifies the tokens of a route. */
export enum JwtVerifier {
  /**
   * API Gateway itself where it can check all that the issuer's options ask for, and otherwise the function of a `JwtAuthorizer`.
   */
  AUTOMATIC = 'AUTOMATIC',

  /** API Gateway itself; an error where it cannot check all that the issuer's options ask for. It calls the issuer when the API is deployed. */
  NATIVE = 'NATIVE',

  /** The function of a `JwtAuthorizer`: also where the issuer is out of API Gateway's reach. */
  FUNCTION = 'FUNCTION',
}
