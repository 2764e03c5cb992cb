import { CfnResource } from 'aws-cdk-lib';
import type { InjectionContext } from 'aws-cdk-lib';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { fillIn } from './fill-in';
import { protectedWhileKept } from './while-kept';

/**
 * Protected against deletion unless the log group is meant to go with its stack, by its removal policy or its profile: who covers traces deletes logs
 * first. How long events are kept is said by CDK already, two years. Those that CDK makes for a function by itself go their own way.
 */
export function hardenedLogGroupProps(props: logs.LogGroupProps | undefined, context: InjectionContext): logs.LogGroupProps {
  return fillIn(props, isFunction(context.scope) ? {} : { deletionProtectionEnabled: protectedWhileKept(context) });
}

function isFunction({ node: { defaultChild } }: InjectionContext['scope']): boolean {
  return CfnResource.isCfnResource(defaultChild) && defaultChild.cfnResourceType === 'AWS::Lambda::Function';
}
