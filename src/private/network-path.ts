import type { IGrantable, IPrincipal } from 'aws-cdk-lib/aws-iam';

/**
 * How a grant tells a function inside a VPC that its code will call a service.
 *
 * The data constructs know what is granted, the VPC function knows how to open a path, and neither imports the other:
 * the function leaves a callback on its principal, and every grant of ours calls `openNetworkPath`.
 */
type PathOpener = (service: ServiceEndpointName) => void;

/** Endpoint service names (the part after `com.amazonaws.<region>.`) of the services that our grants reach. */
export type ServiceEndpointName = 's3' | 'dynamodb' | 'sqs' | 'sns' | 'secretsmanager' | 'ssm' | 'kms' | 'events' | 'lambda' | 'sts' | 'execute-api';

const openers = new WeakMap<IPrincipal, PathOpener>();

/** Called by a construct that can open network paths for this principal. */
export function whenPathNeeded(principal: IPrincipal, open: PathOpener): void {
  openers.set(principal, open);
}

/** Called by every grant; does nothing for principals outside our VPC functions. */
export function openNetworkPath(grantee: IGrantable, service: ServiceEndpointName): void {
  openers.get(grantee.grantPrincipal)?.(service);
}
