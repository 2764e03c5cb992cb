import { usersIn } from './pool-under-test';
import type { SecureUserPool } from '../../src';
import { ENV, FLAG_MODES, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

describe.each(FLAG_MODES)('groups %s', (_, flags) => {
  test('keep scopes to their users by one hardened function, which Cognito asks for each token', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack);
    users.addScopes('orders', { read: 'See orders', write: 'Place orders' });
    users.addGroup('staff', ['orders/write']);
    users.addGroup('auditors', ['orders/read']);
    const template = templateOf(stack);
    const pool = only(template, 'AWS::Cognito::UserPool');
    const fn = only(template, 'AWS::Lambda::Function');
    expect(readable(pool.resource.Properties.LambdaConfig)).toEqual({ PreTokenGenerationConfig: { LambdaArn: `${fn.id}.Arn`, LambdaVersion: 'V2_0' } });
    expect(JSON.parse(fn.resource.Properties.Environment.Variables.GROUP_SCOPES)).toEqual({ staff: ['orders/write'], auditors: ['orders/read'] });
    expect(readable(only(template, 'AWS::Lambda::Permission').resource.Properties)).toEqual({
      Action: 'lambda:InvokeFunction', FunctionName: `${fn.id}.Arn`, Principal: 'cognito-idp.amazonaws.com', SourceArn: `${pool.id}.Arn`,
    });
    expect(Object.values(template.findResources('AWS::Cognito::UserPoolGroup')).map(({ Properties }) => Properties.GroupName).sort()).toEqual(['auditors', 'staff']);
  });

  test('keep only what is declared: a misspelled scope would leave the right one to everybody', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack);
    users.addGroup('staff', ['order/write']);
    users.addScopes('orders', { write: 'Place orders' });
    expect(() => templateOf(stack)).toThrow(/addGroup scopes = "order\/write": no API of this user pool has this scope.*orders\/write/);
  });

  test('or none: the function still takes from tokens what changes the account', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack);
    const template = templateOf(stack);
    const fn = only(template, 'AWS::Lambda::Function');
    expect(readable(only(template, 'AWS::Cognito::UserPool').resource.Properties.LambdaConfig))
      .toEqual({ PreTokenGenerationConfig: { LambdaArn: `${fn.id}.Arn`, LambdaVersion: 'V2_0' } });
    expect(fn.resource.Properties.Environment.Variables.GROUP_SCOPES).toBe('{}');
  });
});

inBothFlagModes(() => {
  test.each<[string, (users: SecureUserPool) => unknown, RegExp]>([
    ['a group twice', (users) => { users.addGroup('staff', []); users.addGroup('staff', []); }, /addGroup name = "staff": the pool has this group already/],
    ['a group with a space', (users) => users.addGroup('our staff', []), /addGroup name = "our staff": a group has 1 to 128/],
    ['a scope of no API', (users) => users.addGroup('staff', ['openid']), /addGroup scopes = "openid": a scope that a group holds is one of an API/],
    ['more than a function takes along', (users) => users.addGroup('staff', Array.from({ length: 300 }, (_, each) => `orders/scope-${each}`)), /longer than what a Lambda/],
    ['an API twice', (users) => { users.addScopes('orders', { read: 'x' }); users.addScopes('orders', { read: 'x' }); }, /the scopes of this API are declared already/],
    ['an API with a slash', (users) => users.addScopes('orders/v1', { read: 'x' }), /addScopes api = "orders\/v1": it is a name without spaces and slashes/],
    ['an API without scopes', (users) => users.addScopes('orders', {}), /addScopes scopes = \[\]/],
    ['a scope with a space', (users) => users.addScopes('orders', { 'read all': 'x' }), /addScopes scopes = "read all"/],
  ])('%s is an error that says what to write', (_, build, message) => {
    expect(() => build(usersIn(newStack(undefined, ENV)))).toThrow(message);
  });
});
