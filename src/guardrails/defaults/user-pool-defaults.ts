import { RemovalPolicy } from 'aws-cdk-lib';
import type { InjectionContext } from 'aws-cdk-lib';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import { fillIn } from './fill-in';
import { Profile } from '../../profile';

/** Protected against deletion unless the pool is meant to go with its stack, by its props or its profile. How users sign in stays as it is. */
export function hardenedUserPoolProps(props: cognito.UserPoolProps | undefined, { scope }: InjectionContext): cognito.UserPoolProps {
  const isKept = props?.removalPolicy !== RemovalPolicy.DESTROY && Profile.of(scope).deletionProtection;
  return fillIn(props, isKept ? { deletionProtection: true } : {});
}
