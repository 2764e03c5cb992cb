import { RemovalPolicy } from 'aws-cdk-lib';
import type { InjectionContext } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { fillIn } from './fill-in';
import { Profile } from '../../profile';

/** What both table classes of CDK take. */
interface EitherTableProps {
  readonly removalPolicy?: RemovalPolicy;
  readonly deletionProtection?: boolean;
  readonly pointInTimeRecovery?: boolean;
  readonly pointInTimeRecoverySpecification?: dynamodb.PointInTimeRecoverySpecification;
}

/**
 * Point-in-time recovery, and protection against deletion unless the table is meant to go with its stack, by its props or its profile. Capacity stays as it is: methods
 * that are called later, such as `autoScaleReadCapacity`, fail on tables without provisioned capacity.
 */
export function hardenedTableProps<Props extends EitherTableProps>(props: Props, { scope }: InjectionContext): Props {
  const defaults: EitherTableProps = {
    ...props.pointInTimeRecovery === undefined ? { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } } : {},
    ...props.removalPolicy !== RemovalPolicy.DESTROY && Profile.of(scope).deletionProtection ? { deletionProtection: true } : {},
  };
  return fillIn(props, defaults as Partial<Props>);
}
