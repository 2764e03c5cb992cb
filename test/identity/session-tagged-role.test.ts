import { CfnParameter, CfnResource, NestedStack, Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { ItemAction, ItemOwner, SecureFunction, SecureTable, SecureVpc, SessionTaggedRole, VpcLambda } from '../../src';
import { ENV, FLAG_MODES, inBothFlagModes, newStack, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const code = Code.fromInline('exports.handler = async () => {}');
const worker = (stack: Stack, id = 'Worker'): SecureFunction => new SecureFunction(stack, id, { code });
const idOf = (stack: Stack, role: iam.IRole): string => stack.resolve((role.node.defaultChild as CfnResource).logicalId);

describe.each(FLAG_MODES)('SessionTaggedRole %s', (_, flags) => {
  test('is assumed by its functions alone, with all of its tags and no others', () => {
    const stack = newStack(flags, ENV);
    const fn = worker(stack);
    const tagged = new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant', 'region'], assumedBy: [fn] });
    const template = templateOf(stack);
    const { Properties } = template.findResources('AWS::IAM::Role')[idOf(stack, tagged.role)];
    expect(Properties.MaxSessionDuration).toBe(3600);
    const statements = readable(Properties.AssumeRolePolicyDocument.Statement) as any[];
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual(['sts:AssumeRole', 'sts:TagSession']);
    for (const { Principal, Condition } of statements) {
      expect(Principal).toEqual({ AWS: `${idOf(stack, fn.role)}.Arn` });
      expect(Condition).toEqual({
        'StringLike': { 'aws:RequestTag/tenant': '?*', 'aws:RequestTag/region': '?*' }, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant', 'region'] },
      });
    }
    const policies = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(statementsOf);
    expect(policies).toContainEqual({ Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: `${idOf(stack, tagged.role)}.Arn` });
  });

  test('opens the network of its function to STS and to what the session calls', () => {
    const stack = newStack(flags, ENV);
    const fn = new VpcLambda(stack, 'Worker', { code, vpc: new SecureVpc(stack, 'Vpc').vpc });
    const tagged = new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [fn] });
    new SecureTable(stack, 'Table', { partitionKey: { name: 'owner', type: AttributeType.STRING } })
      .grantOwnItems(tagged, { owner: ItemOwner.principalTag('tenant'), actions: [ItemAction.GET] });
    const endpoints = Object.values(templateOf(stack).findResources('AWS::EC2::VPCEndpoint')).map(({ Properties }) => JSON.stringify(readable(Properties.ServiceName)));
    expect(endpoints.some((name) => /\.sts"$/.test(name))).toBe(true);
    expect(endpoints.some((name) => /\.dynamodb"$/.test(name))).toBe(true);
  });
});

inBothFlagModes(() => {
  test.each<[string, (stack: Stack) => unknown, RegExp]>([
    ['no tag', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: [], assumedBy: [worker(stack)] }), /\[Stack\/Tenant\] tags = \[\]: a session has 1 to 50 tags/],
    ['more tags than a session has', (stack) =>
      new SessionTaggedRole(stack, 'Tenant', { tags: Array.from({ length: 51 }, (_, tag) => `tag${tag}`), assumedBy: [worker(stack)] }), /a session has 1 to 50 tags/],
    ['a tag of AWS', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: ['aws:user'], assumedBy: [worker(stack)] }), /tags = "aws:user"/],
    ['nobody', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [] }), /assumedBy = \[\]: nobody would assume the role/],
    ['a service', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [new iam.ServicePrincipal('lambda.amazonaws.com')] }),
      /assumedBy = .*it is no role of this stack.*stack of the function/],
    ['a function of another stack', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [worker(new NestedStack(stack, 'Nested'))] }),
      /assumedBy = "Stack\/Nested\/Worker\/Role": it is no role of this stack/],
    ['a tag that is not known at synth', (stack) => new SessionTaggedRole(stack, 'Tenant', { tags: [new CfnParameter(stack, 'Tag').valueAsString], assumedBy: [worker(stack)] }),
      /tags .*this is a token/],
  ])('%s is an error that says what to write', (_, build, message) => {
    expect(() => build(newStack(undefined, ENV))).toThrow(message);
  });
});

describe('a later change is an error at synth', () => {
  test.each<[string, (role: iam.Role) => void, RegExp]>([
    ['another principal', (role) => role.assumeRolePolicy!.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.AccountRootPrincipal()] })),
      /AssumeRolePolicyDocument.*assumed by the functions it was made for, with all of its tags/],
    ['sessions without conditions', (role) => (role.node.defaultChild as CfnResource).addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Condition', undefined),
      /AssumeRolePolicyDocument/],
    ['a managed policy', (role) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonDynamoDBFullAccess')), /ManagedPolicyArns.*no managed policies/],
    ['everything on a table', (role) => role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] })), /a role of exact permissions/],
  ])('%s', (_, change, message) => {
    const stack = newStack(undefined, ENV);
    const tagged = new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [worker(stack)] });
    change(tagged.role);
    expect(() => templateOf(stack)).toThrow(message);
  });
});
