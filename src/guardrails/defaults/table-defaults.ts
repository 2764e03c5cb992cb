import type { InjectionContext } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { fillIn } from './fill-in';
import { protectedWhileKept } from './while-kept';

/** What both table classes of CDK take. */
interface EitherTableProps {
  readonly deletionProtection?: boolean;
  readonly pointInTimeRecovery?: boolean;
  readonly pointInTimeRecoverySpecification?: dynamodb.PointInTimeRecoverySpecification;
}

/**
 * Point-in-time recovery, and protection against deletion unless the table is meant to go with its stack, by its removal policy or its profile.
 * Capacity stays as it is: methods that are called later, such as `autoScaleReadCapacity`, fail on tables without provisioned capacity.
 */
export function hardenedTableProps<Props extends EitherTableProps>(props: Props, context: InjectionContext): Props {
  const defaults: EitherTableProps = {
    ...props.pointInTimeRecovery === undefined ? { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } } : {},
    deletionProtection: protectedWhileKept(context),
  };
  return fillIn(props, defaults as Partial<Props>);
}
