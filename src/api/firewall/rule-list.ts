import { type SecretValue, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { oversizeBodies, oversizeUploads } from './body-size-rules';
import { byViewerAddress } from './by-viewer-address';
import type { FirewallRule } from './firewall-rule';
import { fixedRules } from './fixed-rules';
import { asksForLabel } from './labels';
import { ManagedRuleAction, ManagedRuleGroup, type ManagedRuleOverride } from './managed-rule-group';
import { requiredHeader } from './required-header';
import { RULES_ON_LOCALHOST } from './rules-on-localhost';
import type { UploadRoute } from './upload-route';
import { UploadRoutes } from './upload-routes';
import { validateRules } from './validate-firewall';
import { blockRule, groupRule, ownRule, PRIORITY, type WebAclRule, withinHeaderQuota } from './web-acl-rules';
import type { WebFirewallProps } from './web-firewall-props';
import { fail } from '../../private/misuse';

/** The rules of a firewall: those that its props ask for, and what its methods add later. */
export class RuleList {
  public readonly overrides: ManagedRuleOverride[];
  private readonly uploads = new UploadRoutes();
  private readonly fixed: WebAclRule[];
  private readonly own: FirewallRule[];
  private readonly extraGroups: ManagedRuleGroup[];
  private required?: WebAclRule;
  private viewerAddressHeader?: string;

  constructor(private readonly scope: Construct, props: WebFirewallProps) {
    this.overrides = [
      ...(props.overrides ?? []),
      ManagedRuleGroup.COMMON.overrideRule('SizeRestrictions_BODY', ManagedRuleAction.COUNT), // our own rule blocks its label
    ];
    this.fixed = fixedRules(scope, props);
    this.own = [...props.rules ?? []];
    this.extraGroups = [...props.extraRuleGroups ?? []];
    for (const route of props.uploadRoutes ?? []) this.addUploadRoute(route);
  }

  /** By ascending priority. */
  public get all(): WebAclRule[] {
    const { uploadRoutes } = this;
    const rules = [
      ...this.fixed,
      ...this.own.map((rule, index) => this.bound(rule, index)),
      groupRule(ManagedRuleGroup.COMMON, PRIORITY.common, this.overrides.filter(({ group }) => group === ManagedRuleGroup.COMMON)),
      blockRule('OversizeBodies', PRIORITY.oversizeBodies, oversizeBodies(this.scope, uploadRoutes)),
      ...uploadRoutes.map((route, index) => blockRule(`OversizeUploads${index + 1}`, PRIORITY.oversizeUploads + index, oversizeUploads(this.scope, route))),
    ];
    const { viewerAddressHeader: header } = this;
    return withinHeaderQuota([...(this.required ? [this.required] : []), ...(header ? rules.map((rule) => byViewerAddress(rule, header)) : rules)])
      .sort((left, right) => left.rule.priority - right.rule.priority);
  }

  public addUploadRoute(route: UploadRoute): void {
    this.uploads.add(this.scope, route);
  }

  /** Its upload routes and those of lists behind it. */
  public get uploadRoutes(): UploadRoute[] {
    return this.uploads.all;
  }

  /** Lets through what a list of an API, served below the path, lets through. */
  public letUploadsThrough(behind: RuleList, path: string): void {
    this.uploads.letThrough(behind.uploads, path);
  }

  public add(rule: FirewallRule): void {
    validateRules(this.scope, [...this.own, rule], this.extraGroups);
    this.own.push(rule);
  }

  /** Whether requests with URLs on `localhost` are only counted. */
  public get letsLocalhostPass(): boolean {
    return RULES_ON_LOCALHOST.every((name) => this.overrideOfCommon(name)?.action === ManagedRuleAction.COUNT);
  }

  public letLocalhostPass(): void {
    const others = RULES_ON_LOCALHOST.filter((name) => this.overrideOfCommon(name) === undefined);
    this.overrides.push(...others.map((name) => ManagedRuleGroup.COMMON.overrideRule(name, ManagedRuleAction.COUNT)));
  }

  public get asksForHeader(): boolean {
    return this.required !== undefined;
  }

  public requireHeader(name: string, values: SecretValue[]): void {
    const wanted = requiredHeader(this.scope, name, values);
    const stack = Stack.of(this.scope);
    if (this.required !== undefined && JSON.stringify(stack.resolve(this.required)) !== JSON.stringify(stack.resolve(wanted))) {
      fail(this.scope, {
        prop: 'requireHeader(name)',
        value: name,
        problem: 'the firewall asks for another header or other values already, and whoever sends those would be shut out, or let in around them',
        instead: 'Give all values in one call, or what is behind this firewall one of its own.',
      });
    }
    this.required = wanted;
  }

  /** Takes addresses from a header that whoever sends the required one has written. */
  public trustAddressIn(header: string): void {
    this.viewerAddressHeader = header;
  }

  private overrideOfCommon(name: string): ManagedRuleOverride | undefined {
    return this.overrides.find(({ group, rule }) => group === ManagedRuleGroup.COMMON && rule === name);
  }

  private bound(rule: FirewallRule, index: number): WebAclRule {
    const statement = rule.match._bind(this.scope, `rules ${rule.name}`);
    return ownRule(rule, (asksForLabel(statement) ? PRIORITY.ownOnLabels : PRIORITY.own) + index, statement);
  }
}
