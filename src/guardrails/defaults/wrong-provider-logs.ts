import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ProviderLogsProps } from './provider-logs';
import { fail } from '../../private/misuse';
import { wrongSupply } from '../remediation/supplies';

/** What CloudWatch Logs takes. */
const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** Refuses what the deployment would. */
export function refuseWrongLogs(app: IConstruct, { retentionDays, encryptionKeyArn }: ProviderLogsProps): void {
  const wrong = wrongSupply({ encryptionKeyArn });
  if (wrong !== undefined) fail(app, wrong);
  if (retentionDays === undefined || Token.isUnresolved(retentionDays) || DAYS.includes(retentionDays)) return;
  fail(app, { prop: 'retentionDays', value: retentionDays, problem: 'CloudWatch Logs does not take it', instead: `Give one of ${DAYS.join(', ')}.` });
}
