import { functionDefinition, nativeDefinition, requestDefinition } from './http-authorizer-definition';
import { whyNotNativeHttp } from './http-native-jwt';
import { V2Authorizers, V2RouteAuth } from './v2-authorizers';
import { nameOfDemands } from '../jwt/demands-name';
import { verifiesNatively } from '../jwt/native-jwt';
import type { HttpAuthChoice, JwtChoice } from '../routes/auth-choice';

/** The authorizers of an HTTP API. */
export class HttpAuthorizers extends V2Authorizers {
  /** What a route needs; it is called `GET /orders/{id}`. */
  public authOf(choice: HttpAuthChoice, route: string): V2RouteAuth {
    switch (choice.kind) {
      case 'iam': return { authorizationType: 'AWS_IAM' };
      case 'public': return { authorizationType: 'NONE' };
      case 'request': return this.custom(requestDefinition(choice));
      case 'jwt': return verifiesNatively(choice, whyNotNativeHttp) ? this.native(choice)
        : this.custom(functionDefinition(this.verifierOf(choice, route), choice));
    }
  }

  private native(choice: JwtChoice): V2RouteAuth {
    return {
      authorizationType: 'JWT',
      authorizerId: this.once(nativeDefinition(choice, nameOfDemands(this, choice.issuer._demands))),
      authorizationScopes: choice.scopes?.length ? choice.scopes : undefined,
    };
  }
}
