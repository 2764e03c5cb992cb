import type { IConstruct } from 'constructs';

/** Data whose reads and writes CloudTrail can log, as advanced event selectors name it. */
export class AuditedResource {
  /** Objects of a bucket. */
  public static bucketObjects(bucketArn: string): AuditedResource {
    return new AuditedResource('AWS::S3::Object', `${bucketArn}/`);
  }

  /** Items of a table. */
  public static tableItems(tableArn: string): AuditedResource {
    return new AuditedResource('AWS::DynamoDB::Table', tableArn);
  }

  /** Invocations of a function. */
  public static functionInvocations(functionArn: string): AuditedResource {
    return new AuditedResource('AWS::Lambda::Function', functionArn);
  }

  private constructor(
    /** Value of the selector field `resources.type`, such as `AWS::S3::Object`. */
    public readonly resourceType: string,
    /** Value of the selector field `resources.ARN`; for objects a prefix that ends in `/`. */
    public readonly arn: string,
  ) {}
}

/** A construct whose data events an `AuditTrail` can log: `trail.watch(construct)`. */
export interface IAuditable extends IConstruct {
  /** What there is to log; a bucket or table of this library that nobody watches is a warning where the app has an audit trail. */
  readonly auditedResources: AuditedResource[];
}
