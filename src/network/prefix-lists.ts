import { CustomResource, Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { AwsService } from './aws-service';
import { customResourceFunction, limitWait } from './custom-resource-function';
import type { PrefixListIds } from './prefix-list-ids';
import { outermostStack } from '../data/keys/key-policy';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Child id of the stack's lookup; a contract, because logical ids follow from it. */
const LOOKUP_ID = 'CdkHardenedPrefixLists';

/** The id of the prefix list behind a gateway endpoint: given, or found at deploy time. */
export function prefixListId(scope: Construct, service: AwsService, given: PrefixListIds = {}): string {
  return given[service.endpointName as keyof PrefixListIds] ?? PrefixListLookup.of(scope).idOf(service);
}

/** Stops the synth at ids that are none. */
export function validatePrefixLists(scope: Construct, given: PrefixListIds = {}): void {
  for (const [name, id] of Object.entries(given)) {
    if (isLiteral(id) && !/^pl-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id as string)) {
      fail(scope, {
        prop: `prefixLists.${name}`,
        value: id,
        problem: 'a prefix list id is "pl-" and 8 or 17 hexadecimal digits',
        instead: `Write the id that "aws ec2 describe-managed-prefix-lists" shows for com.amazonaws.<region>.${name}, or leave it out.`,
      });
    }
  }
}

/**
 * Finds prefix lists at deploy time, once for a stack: CloudFormation has no property that holds their ids, and CDK's own
 * lookup needs to know the region.
 */
class PrefixListLookup extends Construct {
  public static of(scope: Construct): PrefixListLookup {
    const stack = outermostStack(scope);
    return (stack.node.tryFindChild(LOOKUP_ID) as PrefixListLookup | undefined) ?? new PrefixListLookup(stack, LOOKUP_ID);
  }

  private readonly services = new Set<string>();
  private readonly resource: CustomResource;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    const lookup = customResourceFunction(this, 'Function', 'prefix-list', 'Finds the prefix lists of gateway endpoints');
    lookup.addToRolePolicy(new iam.PolicyStatement({
      actions: ['ec2:DescribeManagedPrefixLists'],
      resources: ['*'], // the action has no resource types
      conditions: { StringEquals: { 'aws:RequestedRegion': outermostStack(this).region } },
    }));
    this.resource = new CustomResource(this, 'Resource', {
      serviceToken: lookup.lambdaFunction.functionArn,
      properties: { Services: Lazy.list({ produce: () => [...this.services].sort() }) },
    });
    limitWait(this.resource);
    this.resource.node.addDependency(lookup.role);
  }

  public idOf(service: AwsService): string {
    this.services.add(service.endpointName);
    return this.resource.getAttString(service.endpointName);
  }
}
