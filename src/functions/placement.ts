import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Where a function runs when it runs inside a VPC. */
export interface Placement {
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  readonly securityGroups: ec2.ISecurityGroup[];
}

/** Makes the placement: `self` is the function construct under construction, so the scope of what the placement needs. */
type Place = (self: Construct) => Placement;

const placements = new WeakMap<object, Place>();

/**
 * Props that carry a placement to the constructor of `SecureFunction`.
 *
 * A hidden constructor parameter or an overridable method would be part of the public API in every jsii language, and a
 * field of a subclass does not exist yet while the base class runs: hence a note beside the props object.
 */
export function placed<P extends object>(props: P, place: Place): P {
  const copy = { ...props };
  placements.set(copy, place);
  return copy;
}

/** The placement that `placed()` noted for these props; a function outside any VPC has none. */
export function placementOf(props: object, self: Construct): Placement | undefined {
  return placements.get(props)?.(self);
}
