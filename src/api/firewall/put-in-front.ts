import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct, IConstruct } from 'constructs';
import { FirewallScope } from './firewall-scope';
import { validateResource } from './validate-firewall';
import { sealAssociation } from './web-acl-seal';
import type { WebFirewall } from './web-firewall';
import { fail } from '../../private/misuse';

/** The id of what puts a firewall in front of something: everything takes one. */
const ASSOCIATION_ID = 'WebFirewall';

/** Puts a regional firewall in front of a stage or a user pool. */
export function putInFront(firewall: WebFirewall, target: IConstruct, kind: 'stage' | 'user pool', resourceArn: string): wafv2.CfnWebACLAssociation {
  validateResource(firewall, `associate(${kind})`, target, FirewallScope.REGIONAL);
  if (target.node.tryFindChild(ASSOCIATION_ID)) {
    fail(firewall, {
      prop: `associate(${kind})`,
      value: target.node.path,
      problem: `the ${kind} has a web firewall already, and AWS WAF takes one per ${kind}`,
      instead: `Associate one firewall only; pass it to ${kind === 'stage' ? 'SecureApi' : 'SecureUserPool'} as firewall.`,
    });
  }
  // below the target, so that a firewall of another stack does not come to depend on the target's stack
  const association = new wafv2.CfnWebACLAssociation(target as Construct, ASSOCIATION_ID, { webAclArn: firewall.webAcl.attrArn, resourceArn });
  sealAssociation(firewall, target, kind, association);
  return association;
}
