import { allowsOf } from '../../engine/policy/policies';
import { isEveryone } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { allOf, some, violation } from '../../engine/violation';
import { isCustomerKey } from '../customer-key';

export const rule = defineRule({
  id: 'logs/kms-encryption',
  title: 'CloudWatch log groups are encrypted with a KMS key that CloudWatch Logs may use',
  severity: 'medium',
  resourceTypes: ['AWS::Logs::LogGroup'],
  controls: {
    pciDss4: ['3.5.1', '8.3.2', '10.3.2', '10.3.3', '10.3.4', 'A1.2.1'],
    hipaa: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    nist80053r5: ['AU-9(3)', 'CP-9(d)', 'SC-8(3)', 'SC-8(4)', 'SC-13(a)', 'SC-28(1)', 'SI-19(4)'],
    soc2: ['CC6.1', 'CC6.2', 'CC7.3', 'PI1.4'],
    gdpr: ['Article 32'],
    wellArchitected: ['SEC08-BP02'],
    owaspServerless: ['S3'],
  },
  peers: {
    cdkNag: ['CloudWatchLogGroupEncrypted'],
    guard: ['CLOUDWATCH_LOG_GROUP_ENCRYPTED'],
    checkov: ['CKV_AWS_158'],
    prowler: ['cloudwatch_log_group_kms_encryption_enabled'],
    other: ['cfn_nag:W84', 'config:cloudwatch-log-group-encrypted', 'trivy:AWS-0017'],
  },
  rationale: 'With a key of its own, every use of the key is recorded, and disabling it closes the logs at once, with whatever secrets slipped into '
    + 'them.',
  whenNotToUse: 'Logs without sensitive data, and where the price of the key matters.',
  fix: 'Set `encryptionKey` on the log group, and let `logs.<region>.amazonaws.com` use the key in its policy, under the condition '
    + '`kms:EncryptionContext:aws:logs:arn` with a pattern of names: the ARN of the group itself would be a cycle.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  ],
  absent: {
    means: 'CloudWatch Logs encrypts with a key of its own.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  },
  outsideDefault: 'every key costs money, and CloudWatch Logs encrypts without one too',
  divergences: [
    {
      peer: 'cdkNag:CloudWatchLogGroupEncrypted',
      how: 'It does not look at the policy of the key.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/cloudwatch/CloudWatchLogGroupEncrypted.ts',
    },
  ],
  check: judge,
  remediation: { kind: 'supplied', needs: 'encryptionKey', changes: (_group, key) => [{ path: 'KmsKeyId', value: key }] },
  unreachable: { NOT_APPLICABLE: 'every log group can have a key' },
});

/** What CloudWatch Logs does with a key, among other things. */
const USES = ['kms:Decrypt', 'kms:GenerateDataKey'];

function judge(group: Resource): Outcome {
  const id = group.get('KmsKeyId');
  const key = id.target();
  // the policy of a key elsewhere is not here; if it does not let the service in, the group cannot be made
  if (key?.type !== 'AWS::KMS::Key' && key?.type !== 'AWS::KMS::ReplicaKey') return isCustomerKey(id);
  const { region } = group.template.root.facts;
  const letsIn = allOf(...USES.map((action) => () => some(allowsOf(key, 'resource'), (statement) => isFor(statement, region) && statement.covers(action))));
  return letsIn ? 'COMPLIANT' : violation(id, 'the policy of the key does not let CloudWatch Logs of the region use it');
}

function isFor(statement: Statement, region: string | undefined): boolean {
  return statement.hasNotPrincipal || some(statement.principals, isEveryone) || some(statement.principals, ({ kind, value }) => kind === 'Service' && isLogsService(value, region));
}

/** `logs.amazonaws.com`, or that of the region. */
function isLogsService(service: Value, region: string | undefined): boolean {
  const text = service.textWith('…') ?? '';
  if (text === '…') return unknown(service.whyUnknown ?? 'a service is expected here', service.location);
  const named = /^logs\.(?:([^.]+)\.)?(?:amazonaws\.com|…)/.exec(text);
  if (named === null) return false;
  const open = openPart(service.parts()!);
  if (open !== undefined) return unknown(open.why, service.location);
  return named[1] === undefined || named[1] === '…' || region === undefined || named[1] === region;
}
