import { CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import type { InjectionContext } from 'aws-cdk-lib';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { fillIn } from './fill-in';
import { Profile } from '../../profile';

/**
 * Protected against deletion unless the log group is meant to go with its stack, by its props or its profile: who covers traces deletes logs
 * first. How long events are kept is said by CDK already, two years. Those that CDK makes for a function by itself go their own way.
 */
export function hardenedLogGroupProps(props: logs.LogGroupProps | undefined, { scope }: InjectionContext): logs.LogGroupProps {
  const isKept = props?.removalPolicy !== RemovalPolicy.DESTROY && !isFunction(scope) && Profile.of(scope).deletionProtection;
  return fillIn(props, isKept ? { deletionProtectionEnabled: true } : {});
}

function isFunction({ node: { defaultChild } }: InjectionContext['scope']): boolean {
  return CfnResource.isCfnResource(defaultChild) && defaultChild.cfnResourceType === 'AWS::Lambda::Function';
}
