import { RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Protection } from '../private/seal';
import { Profile } from '../profile';

/** The promise that in production, data and what protects or decrypts it stay when their stack goes. */
export function outlivesStack(owner: IConstruct): Protection[] {
  if (Profile.of(owner).removalPolicy !== RemovalPolicy.RETAIN) return [];
  return [{
    path: 'DeletionPolicy',
    promise: 'in production it outlives its stack',
    instead: 'Mark environments whose data may go by Profile.set(stack, Profile.EPHEMERAL).',
    holds: (_, resource) => [resource.DeletionPolicy, resource.UpdateReplacePolicy].every((policy) => /^Retain/.test(policy ?? '')),
  }];
}
