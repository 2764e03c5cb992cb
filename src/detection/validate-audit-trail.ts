import type { Construct } from 'constructs';
import type { AuditTrailProps } from './audit-trail';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Refuses what CloudTrail would refuse at deployment. */
export function validateAuditTrail(trail: Construct, props: AuditTrailProps): void {
  requireLiteral(trail, 'trailName', props.trailName);
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
  const name = props.trailName;
  if (name !== undefined && (!/^[a-z0-9]([._-]?[a-z0-9])+$/i.test(name) || name.length < 3 || name.length > 128 || /^\d+(\.\d+){3}$/.test(name))) {
    fail(trail, {
      prop: 'trailName',
      value: name,
      problem: 'a trail has 3 to 128 letters, digits, single periods, underscores and dashes, begins and ends with a letter or digit, '
        + 'and is no IP address',
      instead: 'Write for example "orders-audit", or leave trailName out.',
    });
  }
  if (isLiteral(props.organizationId) && !/^o-[a-z0-9]{10,32}$/.test(props.organizationId)) {
    fail(trail, {
      prop: 'organizationId',
      value: props.organizationId,
      problem: 'this is not the id of an organisation',
      instead: 'Write "o-" and its 10 to 32 letters and digits, as `aws organizations describe-organization` prints it.',
    });
  }
}
