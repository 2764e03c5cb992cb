import type { Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { usersIn } from './pool-under-test';
import { ManagedRuleGroup, WebFirewall } from '../../src';
import { ENV, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';
import { apiFor, edgeStack, secretIn, siteIn } from '../site/site-under-test';

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

  test.each<[string, string, ManagedRuleGroup]>([
    ['on account takeover', 'AWSManagedRulesATPRuleSet', ManagedRuleGroup.accountTakeoverPrevention({ loginPath: '/login' })],
    ['on account takeover, by its name', 'AWSManagedRulesATPRuleSet', ManagedRuleGroup.of('AWS', 'AWSManagedRulesATPRuleSet', 50)],
    ['on bulk accounts', 'AWSManagedRulesACFPRuleSet', ManagedRuleGroup.accountCreationFraudPrevention({ registrationPagePath: '/new', creationPath: '/accounts' })],
  ])('the group %s is an error: Cognito refuses it', (_, name, group) => {
    const stack = newStack(undefined, ENV);
    const firewall = new WebFirewall(stack, 'Firewall', { extraRuleGroups: [group] });
    expect(() => usersIn(stack, { firewall })).toThrow(new RegExp(`extraRuleGroups = "${name}": Cognito takes no web ACL with this group.*threat protection`));
  });

  describe('one firewall before a pool and an API behind a site is an error, whichever comes first', () => {
    const shared = (...connect: ((stack: Stack, firewall: WebFirewall) => void)[]) => () => {
      const stack = edgeStack();
      const firewall = new WebFirewall(stack, 'Shared');
      connect.forEach((each) => each(stack, firewall));
    };
    const behindSite = (stack: Stack, firewall: WebFirewall) => { siteIn(stack).addApi('/api/*', apiFor(stack, { firewall }), { secret: secretIn(stack) }); };
    const pool = (stack: Stack, firewall: WebFirewall) => { usersIn(stack, { firewall }); };
    const instead = 'nobody could sign in. Give the user pool and the API a WebFirewall each: leave firewall of SecureUserPool out.';

    test('the pool', () => {
      expect(shared(pool, behindSite)).toThrow('[Stack/Shared] requireHeader(name) = "Stack/Users/Resource": the firewall refuses every request without the header');
      expect(shared(pool, behindSite)).toThrow(instead);
    });

    test('the API', () => {
      expect(shared(behindSite, pool)).toThrow('[Stack/Shared] associateUserPool(userPool) = "Stack/Users/Resource": the firewall refuses every request without the header');
      expect(shared(behindSite, pool)).toThrow(instead);
    });
  });
});
