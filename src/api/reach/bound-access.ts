import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as iam from 'aws-cdk-lib/aws-iam';

/** What access control gives the API it is bound to. */
export interface BoundAccess {
  /** The API's resource policy. */
  readonly policy: iam.PolicyDocument;
  /** Sids of its Allow statements: the API is sealed against any other. */
  readonly allowSids: string[];
  /** Sids of its Deny statements: the API is sealed against losing them. */
  readonly denySids: string[];
  /** Whether callers with IPv6 addresses can be among those that it admits. */
  readonly admitsIpv6: boolean;
  /** Endpoint type, VPC endpoints and IP versions. */
  readonly endpointConfiguration: apigateway.EndpointConfiguration;
}

/** What access control asks of the API it is bound to. */
export interface BoundApi {
  /** Whether browsers send preflight requests (OPTIONS, never signed). */
  readonly hasCors: boolean;
  /** Whether it has a custom domain name. */
  readonly hasDomain: boolean;
}
