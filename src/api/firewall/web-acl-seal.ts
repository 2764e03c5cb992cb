import { Stack } from 'aws-cdk-lib';
import type { CfnDistribution, Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct, IConstruct } from 'constructs';
import { canonicalJson } from '../../private/canonical-json';
import { describeMisuse } from '../../private/misuse';
import { seal, type Protection } from '../../private/seal';

interface EmittedRule {
  readonly Name?: string;
  readonly Action?: { readonly Allow?: unknown };
}

/** Seals the web ACL: its rules as made, no rule that lets requests past the others, secrets hidden, metrics on. */
export function sealWebAcl(scope: Construct, webAcl: CfnWebACL, rulesNow: () => CfnWebACL.RuleProperty[], hiddenHeaders: string[]): void {
  seal(scope, webAcl, [
    keepsRules(scope, rulesNow),
    {
      path: 'Rules',
      promise: 'no rule allows requests, which would end the inspection by the rules after it',
      instead: 'Exempt requests from single rules: overrides, trustedIps, uploadRoutes.',
      holds: (rules) => emitted(rules).every((rule) => rule.Action?.Allow === undefined),
    },
    {
      path: 'DataProtectionConfig.DataProtections',
      get promise() { return `logs and samples never show the headers ${hiddenHeaders.join(', ')}`; }, // more may be added
      instead: 'Leave the data protection in place; hide further headers by sensitiveHeaders.',
      holds: (protections) => {
        const keys = (Array.isArray(protections) ? protections as EmittedDataProtection[] : [])
          .flatMap(({ Field }) => (Field?.FieldType === 'SINGLE_HEADER' ? Field.FieldKeys ?? [] : []));
        return hiddenHeaders.every((header) => keys.includes(header));
      },
    },
    {
      path: 'VisibilityConfig.CloudWatchMetricsEnabled',
      promise: 'blocked requests are counted in CloudWatch',
      instead: 'Leave the metrics on.',
      holds: (value) => value === true,
    },
  ]);
}

/** Seals that a stage or user pool stays behind this firewall. */
export function sealAssociation(owner: Construct, target: IConstruct, kind: string, association: CfnWebACLAssociation): void {
  const instead = 'Pass another WebFirewall as firewall to the construct that made it, or associate another WebFirewall yourself.';
  const made = { WebACLArn: association.webAclArn, ResourceArn: association.resourceArn };
  seal(owner, association, Object.entries(made).map(([path, arn]) => ({
    path,
    promise: `the ${kind} ${target.node.path} is behind this firewall`,
    instead,
    holds: (value: unknown) => JSON.stringify(value) === JSON.stringify(Stack.of(association).resolve(arn)),
  })));
  owner.node.addValidation({
    validate: () => (target.node.tryFindChild(association.node.id) === association ? [] : [describeMisuse(owner, {
      prop: `${kind} ${target.node.path}`, problem: 'the firewall in front of it was taken away after construction', instead,
    })]),
  });
}

/** Seals that the distribution stays behind this firewall. */
export function sealDistribution(owner: Construct, distribution: Distribution, webAclArn: string): void {
  const resource = distribution.node.defaultChild as CfnDistribution;
  const path = 'DistributionConfig.WebACLId';
  seal(owner, resource, [{
    path,
    promise: `the distribution ${distribution.node.path} is behind this firewall`,
    instead: 'Pass another WebFirewall to SecureSite as firewall, or call its associateDistribution(distribution) instead.',
    holds: (value) => JSON.stringify(value) === JSON.stringify(Stack.of(resource).resolve(webAclArn)),
  }]);
}

interface EmittedDataProtection {
  readonly Field?: { readonly FieldType?: string; readonly FieldKeys?: string[] };
}

function keepsRules(scope: Construct, rulesNow: () => CfnWebACL.RuleProperty[]): Protection {
  return {
    path: 'Rules',
    promise: 'its rules stay as they were made',
    instead: 'Use the props overrides, trustedIps, uploadRoutes and rules of WebFirewall.',
    holds: (rules) => {
      const present = new Set(emitted(rules).map(canonicalJson));
      return rulesNow().every((rule) => present.has(canonicalJson(asEmitted(Stack.of(scope).resolve(rule)))));
    },
  };
}

function emitted(rules: unknown): EmittedRule[] {
  return Array.isArray(rules) ? rules : [];
}

/** What CloudFormation spells otherwise than with a capital. */
const SPELLED: Record<string, string> = {
  ipSetReferenceStatement: 'IPSetReferenceStatement',
  ipSetForwardedIpConfig: 'IPSetForwardedIPConfig',
  forwardedIpConfig: 'ForwardedIPConfig',
  awsManagedRulesBotControlRuleSet: 'AWSManagedRulesBotControlRuleSet',
  awsManagedRulesAtpRuleSet: 'AWSManagedRulesATPRuleSet',
  awsManagedRulesAcfpRuleSet: 'AWSManagedRulesACFPRuleSet',
};

/** A property of the L1 as CloudFormation spells it. */
function asEmitted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asEmitted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    SPELLED[key] ?? key.charAt(0).toUpperCase() + key.slice(1),
    asEmitted(inner),
  ]));
}
