import type { InjectionContext } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import { fillIn } from './fill-in';
import { poolProtectedWhileKept } from './while-kept';

/** Protected against deletion unless the pool is meant to go with its stack, by its removal policy or its profile. How users sign in stays as it is. */
export function hardenedUserPoolProps(props: cognito.UserPoolProps | undefined, context: InjectionContext): cognito.UserPoolProps {
  return fillIn(props, props?.deletionProtection === undefined ? { deletionProtection: poolProtectedWhileKept(context) } : {});
}
