import { type App, CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CLIENT, usersIn } from './pool-under-test';
import { SecureIdentityPool, SecureIdentityPoolProps } from '../../src';
import { ENV, FLAG_MODES, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

function poolIn(stack: Stack, props: Partial<SecureIdentityPoolProps> = {}): SecureIdentityPool {
  const users = usersIn(stack);
  return new SecureIdentityPool(stack, 'Identities', { userPool: users, clients: [users.addClient('Web', { ...CLIENT, scopes: ['openid'] })], ...props });
}

/** The user pool has a function, whose role is the other one. */
function roleOfUsers(template: Template): { id: string; resource: any } {
  const [[id, resource]] = Object.entries(template.findResources('AWS::IAM::Role')).filter(([each]) => each.startsWith('Identities'));
  return { id, resource };
}

describe.each(FLAG_MODES)('SecureIdentityPool %s', (_, flags) => {
  test('makes no tag of what users may write themselves', () => {
    const stack = newStack(flags, ENV);
    poolIn(stack, { principalTags: { tenant: 'nickname' } });
    expect(() => templateOf(stack)).toThrow(/principalTags = .*nickname.*users of the client .*Web.* may write this attribute themselves/);
  });

  test('gives the signed-in users of the one user pool one role, and guests nothing', () => {
    const stack = newStack(flags, ENV);
    const identities = poolIn(stack);
    const template = templateOf(stack);
    const pool = only(template, 'AWS::Cognito::IdentityPool');
    expect(pool.resource.DeletionPolicy).toBe('Retain'); // users of a new pool have new identities
    expect(readable(pool.resource.Properties)).toEqual({
      AllowUnauthenticatedIdentities: false,
      AllowClassicFlow: false,
      CognitoIdentityProviders: [{
        ClientId: only(template, 'AWS::Cognito::UserPoolClient').id,
        ProviderName: `${only(template, 'AWS::Cognito::UserPool').id}.ProviderName`,
        ServerSideTokenCheck: true,
      }],
    });
    const role = roleOfUsers(template);
    expect(readable(role.resource.Properties.AssumeRolePolicyDocument.Statement)).toEqual([{
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        'StringEquals': { 'cognito-identity.amazonaws.com:aud': pool.id }, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    }]);
    expect(readable(only(template, 'AWS::Cognito::IdentityPoolRoleAttachment').resource.Properties)).toEqual({
      IdentityPoolId: pool.id, Roles: { authenticated: `${role.id}.Arn` },
    });
    template.resourceCountIs('AWS::Cognito::IdentityPoolPrincipalTag', 0);
    // no grant, no permission: the policy is that of the function of the user pool
    expect(Object.keys(template.findResources('AWS::IAM::Policy'))).toEqual([expect.stringMatching(/^UsersGroupScopes/)]);
    expect(stack.resolve(identities.identityPoolId)).toEqual({ Ref: pool.id });
  });

  test('makes tags of claims, by a trust that demands them', () => {
    const stack = newStack(flags, ENV);
    poolIn(stack, { principalTags: { tenant: 'custom:tenant', team: 'custom:team' } });
    const template = templateOf(stack);
    expect(only(template, 'AWS::Cognito::IdentityPoolPrincipalTag').resource.Properties).toMatchObject({
      UseDefaults: false, PrincipalTags: { tenant: 'custom:tenant', team: 'custom:team' },
    });
    const statements = roleOfUsers(template).resource.Properties.AssumeRolePolicyDocument.Statement as any[];
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual(['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']);
    for (const { Condition } of statements) {
      expect(readable(Condition)).toEqual({
        'StringEquals': { 'cognito-identity.amazonaws.com:aud': only(template, 'AWS::Cognito::IdentityPool').id },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        'StringLike': { 'aws:RequestTag/tenant': '?*', 'aws:RequestTag/team': '?*' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant', 'team'] },
      });
    }
  });
});

inBothFlagModes(() => {
  test.each<[string, Partial<SecureIdentityPoolProps>, RegExp]>([
    ['no client', { clients: [] }, /\[Stack\/Identities\] clients = \[\]: no app could get credentials.*addClient/],
    ['a tag with a brace', { principalTags: { 'ten}ant': 'sub' } }, /principalTags = "ten\}ant": a session has 1 to 50 tags, whose keys/],
    ['a tag of AWS', { principalTags: { 'AWS:tenant': 'sub' } }, /\[Stack\/Identities\] principalTags = "AWS:tenant": .*do not begin with "aws:".*custom:tenant/],
    ['more tags than a session has', { principalTags: Object.fromEntries(Array.from({ length: 51 }, (_, tag) => [`tag${tag}`, 'sub'])) },
      /principalTags = \["tag0",.*: a session has 1 to 50 tags/],
    ['an empty claim', { principalTags: { tenant: '' } }, /principalTags = \{"tenant":""\}/],
  ])('%s is an error that says what to write', (_, props, message) => {
    expect(() => poolIn(newStack(undefined, ENV), props)).toThrow(message);
  });

  test.each<[string, (stack: Stack, pool: cognito.UserPool) => cognito.IUserPoolClient]>([
    ['in the stack', (_, pool) => pool.addClient('Theirs')],
    ['by its id', (stack, pool) => cognito.UserPool.fromUserPoolId(stack, 'Imported', pool.userPoolId).addClient('Theirs')],
  ])('a client of another user pool %s is an error that says what to write', (_, clientOf) => {
    const stack = newStack(undefined, ENV);
    const clients = [clientOf(stack, new cognito.UserPool(stack, 'Other'))];
    expect(() => poolIn(stack, { clients })).toThrow(
      /\[Stack\/Identities\] clients = "Stack\/\w+\/Theirs": it is no client of the user pool Stack\/Users\/Resource.*another SecureIdentityPool/);
  });

  test('clients are taken that are its own by the id of the pool, or may be', () => {
    const stack = newStack(undefined, ENV);
    const users = usersIn(stack);
    const own = cognito.UserPool.fromUserPoolId(stack, 'Again', users.userPool.userPoolId);
    const clients = [users.addClient('Web', CLIENT), cognito.UserPoolClient.fromUserPoolClientId(stack, 'Imported', '1example23456789'), own.addClient('Second')];
    expect(new SecureIdentityPool(stack, 'Identities', { userPool: users, clients }).identityPool.cognitoIdentityProviders).toHaveLength(3);
  });

  test.each<[string, string, unknown, RegExp]>([
    ['Resource', 'AllowUnauthenticatedIdentities', true, /guests get no credentials/],
    ['Resource', 'AllowClassicFlow', true, /apps do not choose the role/],
    ['Resource', 'CognitoIdentityProviders.0.ServerSideTokenCheck', false, /signed out or disabled/],
    ['Resource', 'CognitoIdentityProviders.0.ProviderName', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Theirs', /users of its clients alone/],
    ['Tags', 'PrincipalTags.tenant', 'email', /tags of a session are made of the claims that were named/],
    ['Tags', 'UseDefaults', true, /tags of a session/],
    ['Resource', 'SupportedLoginProviders', { 'graph.facebook.com': '1' }, /only users of its user pool/],
    ['Roles', 'Roles.unauthenticated', 'arn:aws:iam::111122223333:role/Guests', /guests none/],
    ['Roles', 'IdentityPoolId', 'eu-west-1:other', /they are the roles of this pool/],
    ['Tags', 'IdentityPoolId', 'eu-west-1:other', /tags of a session/],
    ['Tags', 'IdentityProviderName', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Theirs', /tags of a session/],
    ['Roles', 'RoleMappings', { x: { Type: 'Token' } }, /no claim of a token leads to another role/],
    ['Role/Resource', 'AssumeRolePolicyDocument.Statement.0.Condition', { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'x' } }, /signed-in users of this identity pool alone/],
  ])('a later change is an error at synth: %s %s', (path, property, value, message) => {
    const stack = newStack(undefined, ENV);
    const identities = poolIn(stack, { principalTags: { tenant: 'custom:tenant' } });
    (path.split('/').reduce((node, id) => node.node.findChild(id), identities as any) as CfnResource).addPropertyOverride(property, value);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test.each<[string, (scope: Stack, identityPoolId: string) => unknown, RegExp]>([
    ['roles', (scope, identityPoolId) => new cognito.CfnIdentityPoolRoleAttachment(scope, 'Mine', {
      identityPoolId, roles: { unauthenticated: 'arn:aws:iam::111122223333:role/Guests' },
    }), /RoleAttachment = \\?"Other\/Mine\\?": signed-in users have the one role of the construct, and guests none/],
    ['tags', (scope, identityPoolId) => new cognito.CfnIdentityPoolPrincipalTag(scope, 'Mine', {
      identityPoolId, identityProviderName: 'x', principalTags: { tenant: 'email' },
    }), /PrincipalTag = \\?"Other\/Mine\\?": tags of a session are made of the claims that the construct was given/],
  ])('so are %s that something else in the app gives the pool', (_, add, message) => {
    const stack = newStack(undefined, ENV);
    const identities = poolIn(stack, { principalTags: { tenant: 'custom:tenant' } });
    add(new Stack(stack.node.root as App, 'Other', { env: ENV }), identities.identityPool.ref);
    expect(() => templateOf(stack)).toThrow(message);
  });

  test('so is a role that may do everything, and a pool that goes with its production stack', () => {
    const stack = newStack(undefined, ENV);
    const identities = poolIn(stack);
    identities.role.addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
    identities.identityPool.applyRemovalPolicy(RemovalPolicy.DESTROY);
    expect(() => templateOf(stack)).toThrow(/a role of exact permissions/);
    expect(() => templateOf(stack)).toThrow(/AWS::Cognito::IdentityPool DeletionPolicy = "Delete"/);
  });
});
