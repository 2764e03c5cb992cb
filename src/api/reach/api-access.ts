import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { BoundAccess, BoundApi } from './bound-access';
import { parseCidr, privateRangeOf } from '../../private/cidr';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const ANY_METHOD = 'execute-api:/*';

/**
 * Who can reach an API at all, whatever its routes ask for: the API's resource policy.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 */
export class ApiAccess {
  /**
   * Callers from these public addresses only: `203.0.113.0/24`, `2001:db8::/32`; IPv4 and IPv6 may be mixed. Everybody else is
   * denied, also with a valid signature or token. A custom domain name answers over IPv6 only if an IPv6 range is among them.
   */
  public static fromCidrs(cidrs: string[]): ApiAccess {
    return new ApiAccess('cidrs', cidrs, []);
  }

  /**
   * A private API: reachable through these interface endpoints for `execute-api` and in no other way, not even by its custom
   * domain name.
   */
  public static fromVpcEndpoints(endpoints: ec2.IVpcEndpoint[]): ApiAccess {
    return new ApiAccess('vpcEndpoints', [], endpoints);
  }

  /**
   * Identities of any account of an AWS Organizations organization (`o-` and 10 to 32 lower-case letters or digits), by signed
   * requests: every route must use IAM, because API Gateway knows the caller's organization only from the signature.
   */
  public static fromOrganization(organizationId: string): ApiAccess {
    return new ApiAccess('organization', [organizationId], []);
  }

  private constructor(
    /** `cidrs`, `vpcEndpoints` or `organization`. */
    public readonly kind: string,
    private readonly values: string[],
    private readonly endpoints: ec2.IVpcEndpoint[],
  ) {}

  /** @internal */
  public _bind(scope: IConstruct, api: BoundApi): BoundAccess {
    switch (this.kind) {
      case 'cidrs': return this.bindCidrs(scope);
      case 'vpcEndpoints': return this.bindVpcEndpoints(scope, api);
      default: return this.bindOrganization(scope, api);
    }
  }

  /**
   * To be called for each route when it is added, OPTIONS of CORS apart.
   *
   * @internal
   */
  public _checkRoute(scope: IConstruct, route: string, authorizationType: apigateway.AuthorizationType): void {
    if (this.kind === 'organization' && authorizationType !== apigateway.AuthorizationType.IAM) {
      fail(scope, {
        prop: 'auth',
        value: route,
        problem: 'the API takes callers of an organization, whom API Gateway recognizes by a signature only (aws:PrincipalOrgID is '
          + 'absent from requests without one), so nobody could call this route',
        instead: 'Write auth: RouteAuth.iam(), or move the route to an API without ApiAccess.fromOrganization.',
      });
    }
  }

  private bindCidrs(scope: IConstruct): BoundAccess {
    const cidrs = nonEmpty(scope, this.values, 'ApiAccess.fromCidrs', '["203.0.113.0/24"]');
    const parsed = cidrs.filter(isLiteral).map((cidr) => parseCidr(scope, 'ApiAccess.fromCidrs', cidr));
    for (const { cidr, prefix } of parsed) {
      const range = privateRangeOf(cidr);
      if (prefix === 0 || range) {
        fail(scope, {
          prop: 'ApiAccess.fromCidrs',
          value: cidr,
          problem: range
            ? `${range} are private addresses, which never appear as the source of requests to a regional API`
            : 'it lets in every address',
          instead: range
            ? 'Name the public addresses of your NAT gateways or offices, or use ApiAccess.fromVpcEndpoints for callers in a VPC.'
            : 'Leave access out for a public API.',
        });
      }
    }
    const admitsIpv6 = parsed.some(({ version }) => version === 6);
    return {
      policy: new iam.PolicyDocument({
        statements: [
          invoke('AllowFromAddresses', iam.Effect.ALLOW, { IpAddress: { 'aws:SourceIp': cidrs } }),
          // also for callers whom IAM of this account would let in by itself
          invoke('DenyOtherAddresses', iam.Effect.DENY, { NotIpAddress: { 'aws:SourceIp': cidrs } }),
        ],
      }),
      allowSids: ['AllowFromAddresses'],
      denySids: ['DenyOtherAddresses'],
      admitsIpv6,
      endpointConfiguration: {
        types: [apigateway.EndpointType.REGIONAL],
        ipAddressType: admitsIpv6 ? apigateway.IpAddressType.DUAL_STACK : undefined,
      },
    };
  }

  private bindVpcEndpoints(scope: IConstruct, api: BoundApi): BoundAccess {
    const endpoints = nonEmpty(scope, this.endpoints, 'ApiAccess.fromVpcEndpoints', '[endpoint]');
    if (api.hasDomain) {
      fail(scope, {
        prop: 'domain',
        problem: 'a private API has no regional custom domain name, and aws:SourceVpce is absent from requests that come through one',
        instead: 'Leave domain out, or replace ApiAccess.fromVpcEndpoints by ApiAccess.fromCidrs.',
      });
    }
    const ids = endpoints.map((endpoint) => endpoint.vpcEndpointId);
    return {
      policy: new iam.PolicyDocument({
        statements: [
          invoke('AllowFromVpcEndpoints', iam.Effect.ALLOW, { StringEquals: { 'aws:SourceVpce': ids } }),
          invoke('DenyOtherNetworks', iam.Effect.DENY, { StringNotEquals: { 'aws:SourceVpce': ids } }),
        ],
      }),
      allowSids: ['AllowFromVpcEndpoints'],
      denySids: ['DenyOtherNetworks'],
      admitsIpv6: true,
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: endpoints },
    };
  }

  private bindOrganization(scope: IConstruct, api: BoundApi): BoundAccess {
    const [organizationId] = this.values;
    if (isLiteral(organizationId) && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
      fail(scope, {
        prop: 'ApiAccess.fromOrganization',
        value: organizationId,
        problem: 'the id of an organization is "o-" and 10 to 32 lower-case letters or digits',
        instead: 'Take it from "aws organizations describe-organization".',
      });
    }
    const statements = [invoke('AllowOrganization', iam.Effect.ALLOW, { StringEquals: { 'aws:PrincipalOrgID': organizationId } })];
    // browsers never sign preflight requests; they reach the mock integration of OPTIONS only
    if (api.hasCors) statements.push(invoke('AllowPreflight', iam.Effect.ALLOW, undefined, 'execute-api:/*/OPTIONS/*'));
    return {
      policy: new iam.PolicyDocument({ statements }),
      allowSids: statements.map((statement) => statement.sid!),
      denySids: [],
      admitsIpv6: true,
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
    };
  }
}

function invoke(sid: string, effect: iam.Effect, conditions?: Record<string, unknown>, resource = ANY_METHOD): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid, effect, principals: [new iam.AnyPrincipal()], actions: ['execute-api:Invoke'], resources: [resource], conditions,
  });
}

function nonEmpty<T>(scope: IConstruct, values: T[], prop: string, example: string): T[] {
  if (values.length === 0) {
    fail(scope, { prop, value: values, problem: 'an empty list lets nobody in', instead: `Write for example ${prop}(${example}).` });
  }
  return values;
}
