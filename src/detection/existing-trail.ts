import { Arn, ArnFormat } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { IAuditTrail } from './audit-trail-interface';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** A trail that somebody else deployed: only its name is known here. */
export class ExistingTrail extends Construct implements IAuditTrail {
  public readonly trailName: string;

  constructor(scope: Construct, id: string, public readonly trailArn: string) {
    super(scope, id);
    if (isLiteral(trailArn) && !/^arn:[\w-]+:cloudtrail:[\w-]+:\d{12}:trail\/[\w.-]+$/.test(trailArn)) {
      fail(this, {
        prop: 'trailArn',
        value: trailArn,
        problem: 'this is not the ARN of a trail',
        instead: 'Write "arn:aws:cloudtrail:<home region>:<account>:trail/<name>", as `aws cloudtrail describe-trails` prints it.',
      });
    }
    this.trailName = Arn.split(trailArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName!;
  }
}
