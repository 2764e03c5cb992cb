import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AppFacts } from './app-facts';

/** The rules that our constructs are found by, and the packs of cdk-nag that hold each. */
const PACKS = {
  APIG4: ['AwsSolutions'],
  APIGWCacheEnabledAndEncrypted: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  APIGWSSLEnabled: ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'],
  CFR1: ['AwsSolutions'],
  CFR3: ['AwsSolutions'],
  CloudWatchLogGroupEncrypted: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  COG4: ['AwsSolutions'],
  DynamoDBInBackupPlan: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5'],
  IAM5: ['AwsSolutions'],
  IAMNoInlinePolicy: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  LambdaConcurrency: ['HIPAA.Security', 'NIST.800.53.R5'],
  LambdaDLQ: ['HIPAA.Security', 'NIST.800.53.R5', 'Serverless'],
  LambdaEventSourceMappingDestination: ['Serverless'],
  LambdaInsideVPC: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  S3BucketDefaultLockEnabled: ['NIST.800.53.R4'],
  S3BucketReplicationEnabled: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  S3DefaultEncryptionKMS: ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'],
  SNSRedrivePolicy: ['Serverless'],
  SQS3: ['AwsSolutions'],
  SQSRedrivePolicy: ['Serverless'],
  VPCDefaultSecurityGroupClosed: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
  VPCNoUnrestrictedRouteToIGW: ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'],
} satisfies Record<string, string[]>;

export type Rule = keyof typeof PACKS;

/** The rules, for tests. */
export const RULES = Object.keys(PACKS) as Rule[];

/** The exact ids of a rule, with the detail that rules of many findings put in brackets. */
export function idsOf(rule: Rule, detail?: string): string[] {
  return PACKS[rule].map((pack) => `${pack}-${rule}${detail === undefined ? '' : `[${detail}]`}`);
}

/** Where a construct has a resource: `Role/DefaultPolicy/Resource`; `*` is any one child, `**` any number of them. */
export interface Place {
  readonly owner: (construct: IConstruct) => boolean;
  readonly at: string;
  readonly type: string;
}

/** One emitted resource and what it belongs to. */
export interface Subject {
  readonly owner: IConstruct;
  readonly resource: CfnResource;
  /** As emitted, overrides included. */
  readonly properties: Record<string, unknown>;
  readonly app: AppFacts;
}

/** A rule that finds the resource, and why that is no weakness. */
export interface KnownRule extends Place {
  readonly rules: Rule[];
  /** A string for all, or by the resource; undefined where there is no good reason, and the finding stays. */
  readonly reason: string | ((subject: Subject) => string | undefined);
}

/** A wildcard in the resources of a policy, and what is allowed on it at most. */
export interface KnownWildcard {
  readonly resource: (text: string, subject: Subject) => boolean;
  /** Another action on the same wildcard was not written by us: the finding stays. */
  readonly actions: string[];
  readonly reason: string;
}

/** A policy with such wildcards. */
export interface KnownWildcards extends Place {
  readonly wildcards: KnownWildcard[];
}

/** A reason that holds, and a finding that there is, while the property is not set. */
export function ifWithout(property: string, reason: string): (subject: Pick<Subject, 'properties'>) => string | undefined {
  return ({ properties }) => (properties[property] === undefined ? reason : undefined);
}
