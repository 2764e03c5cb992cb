import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { InvokeSource, SecureFunction } from '../../src';
import { inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';

function functionIn(stack: Stack): SecureFunction {
  return new SecureFunction(stack, 'Fn', { code: lambda.Code.fromInline('exports.handler = async () => 1;') });
}

const FUNCTION_ARN = { 'Fn::GetAtt': ['FnD33BCDC9', 'Arn'] };

inBothFlagModes(() => {
  test.each([
    [InvokeSource.account('999988887777'), { Principal: '999988887777' }],
    [InvokeSource.organization('o-a1b2c3d4e5'), { Principal: '*', PrincipalOrgID: 'o-a1b2c3d4e5' }],
  ])('binds the permission of %j to it', (source, bound) => {
    const stack = newStack();
    const fn = functionIn(stack);
    fn.allowInvokeFrom(source);
    fn.allowInvokeFrom(source); // once is enough
    expect(only(templateOf(stack), 'AWS::Lambda::Permission').resource.Properties)
      .toEqual({ Action: 'lambda:InvokeFunction', FunctionName: FUNCTION_ARN, ...bound });
  });

  test('binds the permission of an API to its ARN', () => {
    const stack = newStack();
    const api = new apigateway.RestApi(stack, 'Api', { cloudWatchRole: false });
    api.root.addMethod('GET');
    functionIn(stack).allowInvokeFrom(InvokeSource.api(api));
    const { Properties } = only(templateOf(stack), 'AWS::Lambda::Permission').resource;
    expect(Properties.Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(Properties.SourceArn)).toMatch(/:execute-api:.*"Ref":"Api[0-9A-F]{8}".*\/\*\/\*/);
  });

  test('lets an API of another stack in, which depends on the stack of the function', () => {
    const app = newApp();
    const stack = new Stack(app, 'Functions');
    const other = new Stack(app, 'Apis');
    const fn = functionIn(stack);
    const api = new apigateway.RestApi(other, 'Api', { cloudWatchRole: false });
    api.root.addMethod('GET', new apigateway.LambdaIntegration(fn.lambdaFunction, { scopePermissionToMethod: false }));
    fn.allowInvokeFrom(InvokeSource.api(api));
    expect(() => app.synth()).not.toThrow();
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', 0);
  });

  test('closes the function to all but a VPC endpoint, also for identities of its account', () => {
    const stack = newStack();
    const fn = functionIn(stack);
    fn.allowInvokeFrom(InvokeSource.vpcEndpointId('vpce-0123456789abcdef0'));
    fn.allowInvokeFrom(InvokeSource.vpcEndpointId('vpce-0fedcba9876543210'));
    const endpoints = ['vpce-0123456789abcdef0', 'vpce-0fedcba9876543210'];
    const { Properties } = only(templateOf(stack), 'AWS::Lambda::ResourcePolicy').resource;
    expect(Properties.ResourceArn).toEqual(FUNCTION_ARN);
    expect(Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Allow', Resource: FUNCTION_ARN, Condition: { StringEquals: { 'aws:SourceVpce': endpoints } } }),
      expect.objectContaining({
        Effect: 'Deny', Principal: { AWS: '*' }, Resource: FUNCTION_ARN, Condition: { StringNotEquals: { 'aws:SourceVpce': endpoints } },
      }),
    ]);
    expect(JSON.stringify(Properties.PolicyDocument.Statement[0].Principal)).toContain(':root');
  });

  test('refuses a permission beside a resource policy, which would overwrite each other', () => {
    const stack = newStack();
    const fn = functionIn(stack);
    fn.allowInvokeFrom(InvokeSource.vpcEndpointId('vpce-0123456789abcdef0'));
    fn.lambdaFunction.addPermission('Rule', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/x' });
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Fn\] allowInvokeFrom = \["Stack\/Fn\/Resource\/Rule"\].*overwrite each other. Use a second function/);
  });

  test.each([
    [InvokeSource.account('1234'), 'source = "1234": an AWS account id has 12 digits. Write for example'],
    [InvokeSource.organization('r-abcd'), 'source = "r-abcd": an organization id is "o-" and'],
    [InvokeSource.vpcEndpointId('vpc-0123456789abcdef0'), 'a VPC endpoint id is "vpce-" and'],
  ])('refuses %j', (source, message) => {
    expect(() => functionIn(newStack()).allowInvokeFrom(source)).toThrow(message);
  });

  test('takes a token for an id', () => {
    const stack = newStack();
    const account = new CfnParameter(stack, 'Account');
    functionIn(stack).allowInvokeFrom(InvokeSource.account(account.valueAsString));
    expect(only(templateOf(stack), 'AWS::Lambda::Permission').resource.Properties.Principal).toEqual({ Ref: 'Account' });
  });

  describe('after construction', () => {
    test.each<[string, (fn: lambda.Function) => void, RegExp]>([
      ['everybody', (fn) => fn.addPermission('P', { principal: new iam.AnyPrincipal() }), /= "\*": it lets everybody invoke the function/],
      ['a service for anybody', (fn) => fn.addPermission('P', { principal: new iam.ServicePrincipal('sns.amazonaws.com') }), /"sns.amazonaws.com": it lets the service invoke/],
      ['every action', (fn) => fn.addPermission('P', { principal: new iam.AccountPrincipal('999988887777'), action: 'lambda:*' }), /"lambda:\*": it allows more/],
      ['an open URL', (fn) => fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE }), /"NONE": a function URL without IAM authorization/],
      ['everybody, by an alias', (fn) => fn.addAlias('live').addPermission('P', { principal: new iam.AnyPrincipal() }), /= "\*": it lets everybody/],
      ['a token in plain text', (fn) => fn.addPermission('P', {
        principal: new iam.ServicePrincipal('alexa-appkit.amazon.com'), eventSourceToken: 'amzn1.ask.skill.1234',
      }), /"amzn…": the token of the event source/],
    ])('nobody lets in %s', (_, open, problem) => {
      const stack = newStack();
      open(functionIn(stack).lambdaFunction);
      expect(() => templateOf(stack)).toThrow(problem);
    });

    test('permissions of services with a source, and URLs with IAM, are welcome', () => {
      const stack = newStack();
      const fn = functionIn(stack).lambdaFunction;
      fn.addPermission('P', { principal: new iam.ServicePrincipal('s3.amazonaws.com'), sourceAccount: '111122223333' });
      fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
      expect(() => templateOf(stack)).not.toThrow();
    });

    test('the deny of a function behind a VPC endpoint cannot be removed', () => {
      const stack = newStack();
      const fn = functionIn(stack);
      fn.allowInvokeFrom(InvokeSource.vpcEndpointId('vpce-0123456789abcdef0'));
      (fn.node.findChild('InvokePolicy') as lambda.CfnResourcePolicy).addPropertyDeletionOverride('PolicyDocument.Statement');
      expect(() => templateOf(stack)).toThrow(/only its VPC endpoints reach the function/);
    });
  });
});
