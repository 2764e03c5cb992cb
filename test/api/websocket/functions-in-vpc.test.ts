import * as lambda from 'aws-cdk-lib/aws-lambda';
import { webSocketApiIn } from './web-socket-api-under-test';
import { SessionTaggedRole } from '../../../src/identity';
import { SecureVpc, VpcLambda } from '../../../src/network';
import { FLAG_MODES, newStack, templateOf } from '../../harness/apps';

const code = lambda.Code.fromInline('exports.handler = async () => {};');

describe.each(FLAG_MODES)('%s', (_, flags) => {
  test('a function inside a VPC is not granted what it could not reach', () => {
    const stack = newStack(flags);
    const { api } = webSocketApiIn(stack);
    const fn = new VpcLambda(stack, 'Inside', { vpc: new SecureVpc(stack, 'Vpc').vpc, code });
    for (const grant of [() => api.grantPostToConnections(fn), () => api.grantDeleteConnections(fn), () => api.grantReadConnections(fn)]) {
      expect(grant).toThrow(/\[Stack\/Inside\] grantee = "Stack\/Inside": nothing leads from inside its VPC to connections of a WebSocket API.*Grant it to a SecureFunction outside the VPC/);
    }
    // an endpoint would also turn the stack's own calls to public APIs away
    templateOf(stack).resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { ServiceName: { 'Fn::Join': ['', ['com.amazonaws.', { Ref: 'AWS::Region' }, '.execute-api']] } }, 0);
  });

  test('a function inside a VPC answers messages and connections', () => {
    const stack = newStack(flags);
    const { vpc } = new SecureVpc(stack, 'Vpc');
    const fn = new VpcLambda(stack, 'Inside', { vpc, code });
    const { api } = webSocketApiIn(stack, { onConnect: fn.lambdaFunction });
    api.addRoute('ask', fn.lambdaFunction, { unvalidatedBody: 'test', returnResponse: true });
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('nor is a role that such a function assumes', () => {
    const stack = newStack(flags);
    const { api } = webSocketApiIn(stack);
    const fn = new VpcLambda(stack, 'Inside', { vpc: new SecureVpc(stack, 'Vpc').vpc, code });
    const role = new SessionTaggedRole(stack, 'Tenant', { assumedBy: [fn], tags: ['tenant'] });
    expect(() => api.grantPostToConnections(role)).toThrow(/\[Stack\/Inside\] grantee = "Stack\/Inside": nothing leads/);
  });
});
