import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** The groups of AWS that a hardened firewall has too, and nothing else. */
export function plainFirewall(scope: Construct, wafScope: 'REGIONAL' | 'CLOUDFRONT', metricName: string): CfnWebACL {
  const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
  return new CfnWebACL(scope, 'Firewall', {
    scope: wafScope,
    defaultAction: { allow: {} },
    visibilityConfig,
    rules: ['CommonRuleSet', 'KnownBadInputsRuleSet', 'SQLiRuleSet', 'AmazonIpReputationList'].map((name, priority) => ({
      name,
      priority,
      visibilityConfig,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: `AWSManagedRules${name}` } },
    })),
  });
}
