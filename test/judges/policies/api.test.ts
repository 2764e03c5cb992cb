import { App } from 'aws-cdk-lib';
import { InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { allowed, denied } from './expectations';
import { administrator, anonymous, role, Request, service, stranger, STRANGER } from './requests';
import { World } from './world';
import { ApiAccess, RouteAuth, SecureApi, SecureFunction } from '../../../src';
import { ENV, newStack } from '../../harness/apps';

const account = ENV.account!;
const stack = newStack(undefined, ENV);
const fn = new SecureFunction(stack, 'Function', { code: Code.fromInline('exports.handler = async () => ({ statusCode: 200 });') });
const endpoint = InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', { vpcEndpointId: 'vpce-0123456789abcdef0', port: 443 });

function apiWith(id: string, access?: ApiAccess): SecureApi {
  const api = new SecureApi(stack, id, { access });
  api.addRoute('GET', '/orders/{id}', fn.lambdaFunction, { auth: RouteAuth.iam() });
  return api;
}

const plain = apiWith('Plain');
const byAddress = apiWith('ByAddress', ApiAccess.fromCidrs(['203.0.113.0/24', '2001:db8::/32']));
const byEndpoint = apiWith('ByEndpoint', ApiAccess.fromVpcEndpoints([endpoint]));
const byOrganization = apiWith('ByOrganization', ApiAccess.fromOrganization('o-a1b2c3d4e5'));
plain.addRoute('DELETE', '/orders/{id}', fn.lambdaFunction, { auth: RouteAuth.iam() });
const reader = new Role(stack, 'Reader', { assumedBy: new AccountRootPrincipal() });
plain.grantInvoke(reader, 'GET', '/orders/{id}');
const world = new World(stack.node.root as App);

const invoke = (api: SecureApi, as: Request['as'], context?: Request['context'], call = 'live/GET/orders/1'): Request =>
  ({ as, action: 'execute-api:Invoke', on: `${world.arn(api.restApi)}/${call}`, context });

describe('a grant of a route', () => {
  const caller = role(world, reader);
  test('lets its holder call it', () => allowed(world, invoke(plain, caller)));
  test.each(['live/DELETE/orders/1', 'live/GET/orders', 'other/GET/orders/1'])('denies it %s', (call) => denied(world, invoke(plain, caller, {}, call)));
  test('denies it the neighbour', () => denied(world, invoke(byAddress, caller, { 'aws:SourceIp': '198.51.100.1' })));
});

describe('access by address', () => {
  test.each(['203.0.113.9', '2001:db8::1'])('lets in %s', (ip) => allowed(world, invoke(byAddress, anonymous(), { 'aws:SourceIp': ip })));
  test.each(['198.51.100.1', '2001:db9::1'])('denies %s, whatever the caller\'s own policies say', (ip) =>
    denied(world, invoke(byAddress, administrator(account), { 'aws:SourceIp': ip })));
});

describe('access by VPC endpoint', () => {
  test('lets in what comes through it', () => allowed(world, invoke(byEndpoint, anonymous(), { 'aws:SourceVpce': 'vpce-0123456789abcdef0' })));
  test('denies another endpoint', () => denied(world, invoke(byEndpoint, administrator(account), { 'aws:SourceVpce': 'vpce-0fedcba9876543210' })));
  test('denies what comes through none', () => denied(world, invoke(byEndpoint, administrator(account))));
});

describe('access by organization', () => {
  test('lets in another account of it', () => allowed(world, invoke(byOrganization, stranger(), { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' })));
  test('denies another organization', () => denied(world, invoke(byOrganization, stranger(), { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' })));
  test('denies who did not sign', () => denied(world, invoke(byOrganization, anonymous())));
});

describe('the function behind a route', () => {
  const on = world.arn(fn.lambdaFunction);
  const from = (id: string, of = account) => service('apigateway', { account: of, arn: `arn:aws:execute-api:eu-west-1:${of}:${id}/live/GET/orders/1` });
  test('is invoked by its API', () => allowed(world, { as: from(world.name(plain.restApi)), action: 'lambda:InvokeFunction', on }));
  test('is not invoked by another API', () => denied(world, { as: from('abcdef1234'), action: 'lambda:InvokeFunction', on }));
  test('is not invoked by an API of another account', () => denied(world, { as: from(world.name(plain.restApi), STRANGER), action: 'lambda:InvokeFunction', on }));
});
