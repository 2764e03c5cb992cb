import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { usersIn } from './pool-under-test';
import { ManagedRuleGroup, WebFirewall } from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

inBothFlagModes(() => {
  test('a firewall protects the pool that it is told to', () => {
    const stack = newStack(undefined, ENV);
    new WebFirewall(stack, 'Firewall').associateUserPool(new UserPool(stack, 'Mine'));
    const template = templateOf(stack);
    expect(readable(only(template, 'AWS::WAFv2::WebACLAssociation').resource.Properties).ResourceArn).toBe(`${only(template, 'AWS::Cognito::UserPool').id}.Arn`);
  });

  test('a second firewall of a pool is an error that says what to write', () => {
    const stack = newStack(undefined, ENV);
    const users = usersIn(stack);
    expect(() => new WebFirewall(stack, 'Second').associateUserPool(users.userPool))
      .toThrow(/\[Stack\/Second\] associate\(user pool\) = "Stack\/Users\/Resource": the user pool has a web firewall already.*pass it to SecureUserPool/);
  });

  test('the group for account takeover is an error: Cognito refuses it', () => {
    const stack = newStack(undefined, ENV);
    const firewall = new WebFirewall(stack, 'Firewall', { extraRuleGroups: [ManagedRuleGroup.of('AWS', 'AWSManagedRulesATPRuleSet', 50)] });
    expect(() => usersIn(stack, { firewall })).toThrow(/extraRuleGroups = "AWSManagedRulesATPRuleSet": Cognito takes no web ACL with this group.*threat protection/);
  });
});
