import type { CfnDistribution, Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct, IConstruct } from 'constructs';
import type { HiddenFields } from './hidden-fields';
import { ALLOWS_NOTHING, keepsRules } from './rules-seal';
import { describeMisuse } from '../../private/misuse';
import { seal, stays, staysEqual } from '../../private/seal';

/** Seals the web ACL: its rules as made, no rule that lets requests past the others, secrets hidden, metrics on. */
export function sealWebAcl(scope: Construct, webAcl: CfnWebACL, rulesNow: () => CfnWebACL.RuleProperty[], hidden: HiddenFields): void {
  seal(scope, webAcl, [
    keepsRules(scope, rulesNow),
    ALLOWS_NOTHING,
    hidden.staysInWebAcl(),
    stays('VisibilityConfig.CloudWatchMetricsEnabled', true, 'blocked requests are counted in CloudWatch', 'Leave the metrics on.'),
  ]);
}

/** Seals that a stage or user pool stays behind this firewall. */
export function sealAssociation(owner: Construct, target: IConstruct, kind: string, association: CfnWebACLAssociation): void {
  const instead = 'Pass another WebFirewall as firewall to the construct that made it, or associate another WebFirewall yourself.';
  const made = { WebACLArn: association.webAclArn, ResourceArn: association.resourceArn };
  seal(owner, association, Object.entries(made).map(([path, arn]) =>
    staysEqual(association, path, arn, `the ${kind} ${target.node.path} is behind this firewall`, instead)));
  owner.node.addValidation({
    validate: () => (target.node.tryFindChild(association.node.id) === association ? [] : [describeMisuse(owner, {
      prop: `${kind} ${target.node.path}`, problem: 'the firewall in front of it was taken away after construction', instead,
    })]),
  });
}

/** Seals that the distribution stays behind this firewall. */
export function sealDistribution(owner: Construct, distribution: Distribution, webAclArn: string): void {
  const resource = distribution.node.defaultChild as CfnDistribution;
  seal(owner, resource, [staysEqual(
    resource,
    'DistributionConfig.WebACLId',
    webAclArn,
    `the distribution ${distribution.node.path} is behind this firewall`,
    'Pass another WebFirewall to SecureSite as firewall, or call its associateDistribution(distribution) instead.',
  )]);
}
