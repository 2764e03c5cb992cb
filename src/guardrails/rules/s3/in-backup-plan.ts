import { defineRule } from '../../engine/rule';
import { some, violation } from '../../engine/violation';
import { isSelected } from '../backup-selection';

export const rule = defineRule({
  id: 's3/in-backup-plan',
  title: 'S3 buckets are in a backup plan',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {},
  peers: {
    other: ['config:s3-resources-protected-by-backup-plan'],
  },
  rationale: 'Versions go with the bucket, and with the account that lost control of it; a backup in a vault has its own permissions and its own '
    + 'retention.',
  whenNotToUse: 'Buckets whose objects can be made again, or that are replicated to another account.',
  fix: 'Add `backup.BackupResource.fromArn(bucket.bucketArn)` to a selection of a `backup.BackupPlan`. The bucket needs `versioned: true`.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
  ],
  absent: {
    means: 'AWS Backup copies only what a selection of a plan takes in.',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  },
  partly: 'Plans of the account or organisation outside the app, and tags that the stack adds at deployment.',
  outsideDefault: 'backups cost money, and many plans are kept outside the app that they protect',
  check: (bucket, app) => (some(app.ofType('AWS::Backup::BackupSelection'), (selection) => isSelected(bucket, selection))
    ? 'COMPLIANT'
    : violation('Properties', 'no backup selection of the app takes it in')),
  remediation: { kind: 'companion', adds: 'a backup selection' },
  unreachable: { NOT_APPLICABLE: 'every bucket can be backed up' },
});
