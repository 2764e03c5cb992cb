import type * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import type { IConstruct } from 'constructs';
import type { AuditedResource } from '../auditable';
import { fail } from '../private/misuse';

/** Values that all selectors of a trail may have together (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html). */
const MAX_VALUES = 500;

/** How the ARN of an event is compared: an object's starts with its bucket's. */
const ARN_OPERATOR: Record<string, 'startsWith' | 'equalTo'> = {
  'AWS::S3::Object': 'startsWith',
  'AWS::DynamoDB::Table': 'equalTo',
  'AWS::Lambda::Function': 'equalTo',
};

const NAMES: Record<string, string> = {
  'AWS::S3::Object': 'Objects of watched buckets',
  'AWS::DynamoDB::Table': 'Items of watched tables',
  'AWS::Lambda::Function': 'Invocations of watched functions',
};

/** What a trail logs. */
export class EventSelectors {
  private readonly arns = new Map<string, string[]>();

  constructor(
    /** Whether management events are logged, all of them. */
    public readonly managementEvents: boolean,
  ) {}

  /** What is watched, by resource type. */
  public get watched(): [type: string, arns: string[]][] {
    return [...this.arns];
  }

  public add({ resourceType, arn }: AuditedResource): void {
    const arns = this.arns.get(resourceType) ?? [];
    if (!arns.includes(arn)) this.arns.set(resourceType, [...arns, arn]);
  }

  public has({ resourceType, arn }: AuditedResource): boolean {
    return this.arns.get(resourceType)?.includes(arn) ?? false;
  }

  /** Counts the values of all conditions together, as CloudTrail does. */
  public validateSize(trail: IConstruct): void {
    const values = this.render().flatMap(({ fieldSelectors }) => fieldSelectors as cloudtrail.CfnTrail.AdvancedFieldSelectorProperty[])
      .reduce((sum, field) => sum + (field.equalTo ?? field.startsWith ?? []).length, 0);
    if (values > MAX_VALUES) {
      fail(trail, {
        prop: 'watch',
        value: `${values} selector values`,
        problem: `CloudTrail takes at most ${MAX_VALUES} in a trail, conditions on category and type included`,
        instead: 'Watch the rest from a second trail with managementEventsLoggedBy: this trail.',
      });
    }
  }

  /**
   * One selector for management events, without conditions, which logs reads and writes of all services, and one for each type of
   * data. Advanced selectors replace the classic ones, so that management events have to be named here.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
   */
  public render(): cloudtrail.CfnTrail.AdvancedEventSelectorProperty[] {
    return [
      ...(this.managementEvents
        ? [{ name: 'All management events', fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }] }]
        : []),
      ...[...this.arns].map(([type, arns]) => ({
        name: NAMES[type],
        fieldSelectors: [
          { field: 'eventCategory', equalTo: ['Data'] },
          { field: 'resources.type', equalTo: [type] },
          { field: 'resources.ARN', [ARN_OPERATOR[type]]: arns },
        ],
      })),
    ];
  }
}
