import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ApiAccess } from '../../src/api/reach/api-access';
import type { BoundApi } from '../../src/api/reach/bound-access';
import { FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

const PLAIN: BoundApi = { hasCors: false, hasDomain: false };

/** The RestApi resource of an API with this access. */
function restApiWith(stack: Stack, access: ApiAccess, bound = PLAIN): any {
  const { policy, endpointConfiguration } = access._bind(stack, bound);
  const api = new apigateway.RestApi(stack, 'Api', { cloudWatchRole: false, policy, endpointConfiguration });
  api.root.addMethod('GET');
  return only(templateOf(stack), 'AWS::ApiGateway::RestApi').resource.Properties;
}

const endpoint = (stack: Stack) => ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
  vpcEndpointId: 'vpce-0123456789abcdef0', port: 443,
});

describe.each(FLAG_MODES)('ApiAccess %s', (_, flags) => {
  test('by address allows the ranges and denies the rest, also to signed callers of the account', () => {
    const cidrs = ['203.0.113.0/24', '198.51.100.7/32'];
    const { Policy, EndpointConfiguration } = restApiWith(newStack(flags), ApiAccess.fromCidrs(cidrs));
    const statement = { Action: 'execute-api:Invoke', Principal: { AWS: '*' }, Resource: 'execute-api:/*' };
    expect(Policy.Statement).toEqual([
      { ...statement, Sid: 'AllowFromAddresses', Effect: 'Allow', Condition: { IpAddress: { 'aws:SourceIp': cidrs } } },
      { ...statement, Sid: 'DenyOtherAddresses', Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': cidrs } } },
    ]);
    expect(EndpointConfiguration).toEqual({ Types: ['REGIONAL'] });
  });

  test('by IPv6 address makes the endpoint reachable by IPv6', () => {
    const { EndpointConfiguration } = restApiWith(newStack(flags), ApiAccess.fromCidrs(['203.0.113.0/24', '2001:db8::/32']));
    expect(EndpointConfiguration).toEqual({ Types: ['REGIONAL'], IpAddressType: 'dualstack' });
  });

  test('by VPC endpoint makes a private API that nothing else reaches', () => {
    const stack = newStack(flags);
    const { Policy, EndpointConfiguration } = restApiWith(stack, ApiAccess.fromVpcEndpoints([endpoint(stack)]));
    expect(Policy.Statement.map(({ Effect, Condition }: any) => [Effect, Condition])).toEqual([
      ['Allow', { StringEquals: { 'aws:SourceVpce': ['vpce-0123456789abcdef0'] } }],
      ['Deny', { StringNotEquals: { 'aws:SourceVpce': ['vpce-0123456789abcdef0'] } }],
    ]);
    expect(EndpointConfiguration).toEqual({ Types: ['PRIVATE'], VpcEndpointIds: ['vpce-0123456789abcdef0'] });
  });

  test('by organization allows its principals, and preflight requests only where there is CORS', () => {
    const organization = ['Allow', 'execute-api:/*', { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }];
    const statements = (bound: BoundApi) => restApiWith(newStack(flags), ApiAccess.fromOrganization('o-abcdefghij'), bound).Policy.Statement
      .map(({ Effect, Resource, Condition }: any) => [Effect, Resource, Condition]);
    expect(statements(PLAIN)).toEqual([organization]);
    expect(statements({ ...PLAIN, hasCors: true })).toEqual([organization, ['Allow', 'execute-api:/*/OPTIONS/*', undefined]]);
  });
});

test('names the statements that the API is sealed by', () => {
  const { allowSids, denySids, policy } = ApiAccess.fromCidrs(['203.0.113.0/24'])._bind(newStack(), PLAIN);
  expect([...allowSids, ...denySids]).toEqual(policy.toJSON().Statement.map(({ Sid }: any) => Sid));
});

test('says whether callers come by IPv6', () => {
  const admits = (cidrs: string[]) => ApiAccess.fromCidrs(cidrs)._bind(newStack(), PLAIN).admitsIpv6;
  expect([admits(['203.0.113.0/24']), admits(['203.0.113.0/24', '2001:db8::/32'])]).toEqual([false, true]);
});

test('asks callers of an organization to sign, and nothing of the others', () => {
  const stack = newStack();
  const { IAM, COGNITO } = apigateway.AuthorizationType;
  expect(() => ApiAccess.fromOrganization('o-abcdefghij')._checkRoute(stack, 'GET /orders', IAM)).not.toThrow();
  expect(() => ApiAccess.fromCidrs(['203.0.113.0/24'])._checkRoute(stack, 'GET /orders', COGNITO)).not.toThrow();
  expect(() => ApiAccess.fromOrganization('o-abcdefghij')._checkRoute(stack, 'GET /orders', COGNITO))
    .toThrow(/\[Stack\] auth = "GET \/orders": the API takes callers of an organization.*Write auth: RouteAuth.iam\(\)/);
});

test('takes tokens where nothing needs to be known', () => {
  const stack = newStack();
  expect(() => ApiAccess.fromOrganization(stack.account)._bind(stack, PLAIN)).not.toThrow();
  expect(() => ApiAccess.fromCidrs([`${stack.region}/32`])._bind(stack, PLAIN)).not.toThrow();
});

describe('refuses', () => {
  test.each<[string, (stack: Stack) => ApiAccess, string]>([
    ['a malformed CIDR', () => ApiAccess.fromCidrs(['203.0.113/24']), '[Stack] ApiAccess.fromCidrs = "203.0.113/24": it is no address range'],
    ['no CIDR', () => ApiAccess.fromCidrs([]), 'ApiAccess.fromCidrs = []: an empty list lets nobody in. Write for example ApiAccess.fromCidrs(["203.0.113.0/24"]).'],
    ['everybody', () => ApiAccess.fromCidrs(['0.0.0.0/0']), 'it lets in every address. Leave access out for a public API.'],
    ['private addresses', () => ApiAccess.fromCidrs(['10.1.0.0/16']),
      'ApiAccess.fromCidrs = "10.1.0.0/16": 10.0.0.0/8 are private addresses, which never appear as the source of requests to a regional API. Name the public'],
    ['private IPv6 addresses', () => ApiAccess.fromCidrs(['fd00::/8']), 'fc00::/7 are private addresses'],
    ['no VPC endpoint', () => ApiAccess.fromVpcEndpoints([]), 'ApiAccess.fromVpcEndpoints = []: an empty list lets nobody in'],
    ['a malformed organization', () => ApiAccess.fromOrganization('123456789012'),
      'ApiAccess.fromOrganization = "123456789012": the id of an organization is "o-" and 10 to 32 lower-case letters or digits'],
  ])('%s', (_, access, text) => {
    const stack = newStack();
    expect(() => access(stack)._bind(stack, PLAIN)).toThrow(text);
  });

  test('a custom domain name of a private API', () => {
    const stack = newStack();
    expect(() => ApiAccess.fromVpcEndpoints([endpoint(stack)])._bind(stack, { ...PLAIN, hasDomain: true }))
      .toThrow('[Stack] domain: a private API has no regional custom domain name');
  });
});
