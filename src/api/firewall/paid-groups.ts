import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { AccountCreationFraudPreventionOptions } from './account-creation-options';
import type { AccountTakeoverPreventionOptions } from './account-takeover-options';
import { type BotControlOptions, BotInspectionLevel } from './bot-control-options';
import type { FirewallScope } from './firewall-scope';
import { InspectedForm } from './inspected-form';
import { fail } from '../../private/misuse';

/** How a group is told what to look at; checked when the firewall is made. */
export type Configure = (scope: Construct, firewallScope: FirewallScope) => CfnWebACL.ManagedRuleGroupConfigProperty[];

/** Bot control: its level. */
export function botConfig({ inspectionLevel = BotInspectionLevel.COMMON, machineLearning }: BotControlOptions): Configure {
  return (scope) => {
    if (machineLearning && inspectionLevel === BotInspectionLevel.COMMON) {
      fail(scope, {
        prop: 'botControl machineLearning',
        value: machineLearning,
        problem: 'the level COMMON has no machine learning',
        instead: 'Set inspectionLevel to BotInspectionLevel.TARGETED, or leave machineLearning out.',
      });
    }
    return [{ awsManagedRulesBotControlRuleSet: { inspectionLevel, enableMachineLearning: machineLearning } }];
  };
}

/** Account takeover: where logins arrive. */
export function loginConfig(options: AccountTakeoverPreventionOptions): Configure {
  return (scope, firewallScope) => {
    const form = new InspectedForm(scope, 'accountTakeoverPrevention', options.payloadType);
    return [{
      awsManagedRulesAtpRuleSet: {
        loginPath: form.path('loginPath', options.loginPath),
        requestInspection: {
          payloadType: form.payloadType,
          usernameField: form.field('usernameField', options.usernameField, 'username'),
          passwordField: form.field('passwordField', options.passwordField, 'password'),
        },
        responseInspection: form.responses(options.responses, firewallScope),
      },
    }];
  };
}

/** Account creation: where the form is, and where it is sent to. */
export function signUpConfig(options: AccountCreationFraudPreventionOptions): Configure {
  return (scope, firewallScope) => {
    const form = new InspectedForm(scope, 'accountCreationFraudPrevention', options.payloadType);
    return [{
      awsManagedRulesAcfpRuleSet: {
        registrationPagePath: form.path('registrationPagePath', options.registrationPagePath),
        creationPath: form.path('creationPath', options.creationPath),
        requestInspection: {
          payloadType: form.payloadType,
          usernameField: form.field('usernameField', options.usernameField, 'username'),
          passwordField: form.field('passwordField', options.passwordField, 'password'),
          emailField: form.field('emailField', options.emailField, 'email'),
          phoneNumberFields: options.phoneNumberFields?.map((field) => form.field('phoneNumberFields', field)),
          addressFields: options.addressFields?.map((field) => form.field('addressFields', field)),
        },
        responseInspection: form.responses(options.responses, firewallScope),
      },
    }];
  };
}
