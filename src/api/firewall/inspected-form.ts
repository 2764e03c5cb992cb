import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { FirewallPayloadType, type FirewallResponses } from './account-takeover-options';
import { FirewallScope } from './firewall-scope';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** A form as a group finds it; stops on what AWS WAF would refuse, or never find. */
export class InspectedForm {
  constructor(
    private readonly scope: Construct,
    private readonly group: string,
    public readonly payloadType: FirewallPayloadType = FirewallPayloadType.JSON,
  ) {}

  public path(prop: string, path: string): string {
    requireLiteral(this.scope, this.at(prop), path);
    if (!/^\/[^?#\s]{0,255}$/.test(path)) {
      fail(this.scope, {
        prop: this.at(prop), value: path, problem: 'a path starts with a slash, has no query string and at most 256 characters', instead: 'Write for example "/login".',
      });
    }
    return path;
  }

  public field(prop: string, given: string | undefined, name = ''): { identifier: string } {
    const isJson = this.payloadType === FirewallPayloadType.JSON;
    const identifier = given ?? (isJson ? `/${name}` : name);
    requireLiteral(this.scope, this.at(prop), identifier);
    if (!/^\S{1,512}$/.test(identifier) || identifier.startsWith('/') !== isJson) {
      fail(this.scope, {
        prop: this.at(prop),
        value: identifier,
        problem: isJson ? 'fields of a JSON body are JSON pointers, which start with a slash' : 'fields of a form are plain names',
        instead: isJson ? 'Write for example "/login/username", or set payloadType to FORM_ENCODED.' : 'Write for example "username", or set payloadType to JSON.',
      });
    }
    return { identifier };
  }

  public responses(responses: FirewallResponses | undefined, firewallScope: FirewallScope): CfnWebACL.ResponseInspectionProperty | undefined {
    if (!responses) return undefined;
    if (firewallScope !== FirewallScope.CLOUDFRONT) {
      fail(this.scope, {
        prop: this.at('responses'), problem: 'AWS WAF sees the answers of distributions only', instead: 'Leave responses out, or use the group at FirewallScope.CLOUDFRONT.',
      });
    }
    const { successCodes, failureCodes } = responses;
    for (const code of [...successCodes, ...failureCodes]) requireLiteral(this.scope, this.at('responses'), code);
    const isCode = (code: number) => Number.isInteger(code) && code >= 100 && code <= 999;
    if ([successCodes, failureCodes].some((codes) => codes.length === 0 || codes.length > 10 || !codes.every(isCode))
      || successCodes.some((code) => failureCodes.includes(code))) {
      fail(this.scope, {
        prop: this.at('responses'), value: responses, problem: 'there are 1 to 10 status codes of success and of failure, and none is both', instead: 'Write for example { successCodes: [200], failureCodes: [401, 403] }.',
      });
    }
    return { statusCode: { successCodes, failureCodes } };
  }

  private at(prop: string): string {
    return `${this.group} ${prop}`;
  }
}
