import entries from './catalogue/requirements.json';
import type { Severity } from '../../src/guardrails/engine/rule';

/** What the catalogue of controls says of a requirement. */
export interface Requirement {
  readonly key: string;
  readonly service: string;
  readonly severity: Severity;
  /** How much of it a template shows. */
  readonly checkableAtSynth: 'yes' | 'partly' | 'no';
  readonly controls: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The services whose requirements have rules; the rest of the catalogue has none yet. */
const SERVICES: ReadonlySet<string> = new Set([
  'lambda', 'apigateway', 'apigatewayv2', 's3', 'dynamodb', 'kms', 'iam', 'vpc', 'sqs', 'sns', 'eventbridge', 'stepfunctions', 'secretsmanager',
  'ssm', 'logs', 'cloudwatch', 'cloudtrail', 'waf', 'cognito', 'cloudfront', 'appsync', 'acm', 'cloudformation', 'pipes',
]);

export const CATALOGUE = entries as readonly Requirement[];

/** The requirements of those services that a template shows, all or in part. */
export const REQUIREMENTS: readonly Requirement[] = CATALOGUE.filter(({ service, checkableAtSynth }) => SERVICES.has(service) && checkableAtSynth !== 'no');

export function requirementOf({ id, catalogueKey = id }: { readonly id: string; readonly catalogueKey?: string }): Requirement | undefined {
  return REQUIREMENTS.find(({ key }) => key === catalogueKey);
}
