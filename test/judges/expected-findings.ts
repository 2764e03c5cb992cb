import type { Mode } from './nag';
import { REASONS } from '../../src/known-findings/reasons';

/** Findings that a hardened app keeps, and why: each id at each place must occur, in both modes unless `mode` says so, and no other may. */
export interface ExpectedFindings {
  /** What a security engineer reads; of what our constructs cause, as `KnownFindings` tells it users. */
  readonly reason: string;
  /** Exact ids: every one of them is expected at every resource below. */
  readonly ids: string[];
  /** App name to construct paths. */
  readonly at: Record<string, string[]>;
  /** Only where the judge sees it in one mode alone. */
  readonly mode?: Mode;
  /** What the app does beside our constructs: `KnownFindings` does not know it. */
  readonly onlyOfApp?: boolean;
}

/** The exact ids of one rule in the packs that hold it. */
function ids(rule: string, ...packs: string[]): string[] {
  return packs.map((pack) => `${pack}-${rule}`);
}

export const EXPECTED_FINDINGS: ExpectedFindings[] = [
  {
    reason: REASONS.inlinePolicy,
    ids: ids('IAMNoInlinePolicy', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
      'secure-table': ['Stack/Writer/Role/DefaultPolicy/Resource'],
      'secure-queue': ['Stack/Consumer/Role/DefaultPolicy/Resource'],
      'secure-function': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource', 'Stack/Vpc/FlowLogRole/Resource'],
      'vpc-lambda': [
        'Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Stack/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource',
        'Stack/Function/NetworkInterfaces/Resource',
        'Stack/Function/Role/DefaultPolicy/Resource',
        'Stack/Vpc/FlowLogRole/Resource',
      ],
      'secure-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-http-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-web-socket-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-api-of-services': [
        'Stack/Api/Integrations/StackBusAA0A1E4B/Resource/DefaultPolicy/Resource',
        'Stack/Api/Integrations/StackJobsAB119B02/Resource/DefaultPolicy/Resource',
        'Stack/CdkHardenedApiGatewayAccount/Role/Resource',
      ],
      'jwt-authorizer': [
        'Stack/Authorizer/Function/Role/DefaultPolicy/Resource',
        'Stack/CdkHardenedApiGatewayAccount/Role/Resource',
        'Stack/Function/Role/DefaultPolicy/Resource',
      ],
      'audit-trail': ['Stack/Trail/DeliveryRole/Resource'],
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Role/DefaultPolicy/Resource'],
      'orders': [
        'Production/FrontPage/Site/Deployment/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/Api/Authorizers/Jwt-d68a1f87/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/CdkHardenedApiGatewayAccount/Role/Resource',
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/OrdersFunction/NetworkInterfaces/Resource',
        'Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource',
        'Production/Orders/Trail/DeliveryRole/Resource',
        'Production/Orders/Vpc/FlowLogRole/Resource',
        'Production/Orders/WorkerFunction/NetworkInterfaces/Resource',
        'Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource',
      ],
      'secure-user-pool': ['Stack/Users/GroupScopes/Role/DefaultPolicy/Resource'],
      'secure-identity-pool': ['Stack/Identities/Role/DefaultPolicy/Resource', 'Stack/Users/GroupScopes/Role/DefaultPolicy/Resource'],
      'session-tagged-role': ['Stack/Tenant/Resource/DefaultPolicy/Resource', 'Stack/Worker/Role/DefaultPolicy/Resource'],
      'secure-site-with-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.listInterfaces,
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/Function/NetworkInterfaces/Resource'],
      'orders': ['Production/Orders/OrdersFunction/NetworkInterfaces/Resource', 'Production/Orders/WorkerFunction/NetworkInterfaces/Resource'],
    },
  },
  {
    reason: REASONS.manageInterfaces,
    ids: ids('IAM5[Resource::arn:aws:ec2:eu-west-1:111122223333:*/*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/Function/NetworkInterfaces/Resource'],
      'orders': ['Production/Orders/OrdersFunction/NetworkInterfaces/Resource', 'Production/Orders/WorkerFunction/NetworkInterfaces/Resource'],
    },
  },
  {
    reason: REASONS.prefixListsAndTraces,
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'vpc-lambda': ['Stack/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource'],
      'orders': ['Production/Orders/CdkHardenedPrefixLists/Function/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.traces,
    ids: ids('IAM5[Resource::*]', 'AwsSolutions'),
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
      'secure-table': ['Stack/Writer/Role/DefaultPolicy/Resource'],
      'secure-queue': ['Stack/Consumer/Role/DefaultPolicy/Resource'],
      'secure-function': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-http-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-web-socket-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
      'jwt-authorizer': ['Stack/Authorizer/Function/Role/DefaultPolicy/Resource', 'Stack/Function/Role/DefaultPolicy/Resource'],
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Role/DefaultPolicy/Resource'],
      'orders': [
        'Production/FrontPage/Site/Deployment/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/Api/Authorizers/Jwt-d68a1f87/Function/Role/DefaultPolicy/Resource',
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Role/DefaultPolicy/Resource',
        'Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource',
        'Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource',
      ],
      'secure-user-pool': ['Stack/Users/GroupScopes/Role/DefaultPolicy/Resource'],
      'secure-identity-pool': ['Stack/Users/GroupScopes/Role/DefaultPolicy/Resource'],
      'session-tagged-role': ['Stack/Worker/Role/DefaultPolicy/Resource'],
      'secure-site-with-api': ['Stack/Function/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.folderGrant,
    ids: [
      ...ids('IAM5[Resource::<BucketE75EA64C.Arn>/in/*]', 'AwsSolutions'),
      ...ids('IAM5[Resource::<BucketE75EA64C.Arn>/out/*]', 'AwsSolutions'),
    ],
    at: {
      'secure-bucket': ['Stack/Reader/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.folderGrant,
    ids: ids('IAM5[Resource::<Uploads88C64F96.Arn>/attachments/*]', 'AwsSolutions'),
    at: {
      orders: ['Production/Orders/OrdersFunction/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.folderGrant,
    ids: ids('IAM5[Resource::<Uploads88C64F96.Arn>/receipts/*]', 'AwsSolutions'),
    at: {
      orders: ['Production/Orders/WorkerFunction/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.connectionGrant,
    ids: ids('IAM5[Resource::arn:aws:execute-api:eu-west-1:111122223333:<Api9AF3637B>/live/POST/@connections/*]', 'AwsSolutions'),
    at: { 'secure-web-socket-api': ['Stack/Function/Role/DefaultPolicy/Resource'] },
  },
  {
    reason: REASONS.messageRoute,
    ids: ids('APIG4', 'AwsSolutions'),
    at: { 'secure-web-socket-api': ['Stack/Api/Routes/$default/Resource', 'Stack/Api/Routes/order/Resource'] },
  },
  {
    reason: REASONS.accountLogs,
    ids: ids('IAM5[Resource::arn:aws:logs:us-east-1:111122223333:log-group:*]', 'AwsSolutions'),
    at: { 'secure-site-with-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'] },
  },
  {
    reason: REASONS.bucketGrant,
    ids: ids('IAM5[Resource::<SiteFiles5F56EA68.Arn>/*]', 'AwsSolutions'),
    at: {
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Role/DefaultPolicy/Resource'],
      'orders': ['Production/FrontPage/Site/Deployment/Function/Role/DefaultPolicy/Resource'],
    },
  },
  {
    reason: REASONS.accountLogs,
    ids: ids('IAM5[Resource::arn:aws:logs:eu-west-1:111122223333:log-group:*]', 'AwsSolutions'),
    at: {
      'secure-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'],
      'secure-web-socket-api': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'],
      'secure-api-of-services': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'],
      'jwt-authorizer': ['Stack/CdkHardenedApiGatewayAccount/Role/Resource'],
      'orders': ['Production/Orders/CdkHardenedApiGatewayAccount/Role/Resource'],
    },
  },
  {
    reason: REASONS.trailStreams,
    ids: ids('IAM5[Resource::arn:aws:logs:eu-west-1:111122223333:log-group:<TrailLogs10372FF6>:log-stream:111122223333_CloudTrail_eu-west-1*]', 'AwsSolutions'),
    at: {
      'audit-trail': ['Stack/Trail/DeliveryRole/Resource'],
      'orders': ['Production/Orders/Trail/DeliveryRole/Resource'],
    },
  },
  {
    reason: REASONS.iamRoute,
    ids: ids('COG4', 'AwsSolutions'),
    at: {
      'secure-api': ['Stack/Api/Resource/Default/orders/{id}/GET/Resource'],
      'secure-api-of-services': ['Stack/Api/Resource/Default/events/POST/Resource', 'Stack/Api/Resource/Default/jobs/POST/Resource'],
      'secure-site-with-api': ['Stack/Api/Resource/Default/api/orders/{id}/GET/Resource'],
    },
  },
  {
    reason: REASONS.lambdaAuthorizer,
    ids: ids('COG4', 'AwsSolutions'),
    at: {
      'jwt-authorizer': ['Stack/Api/Resource/Default/orders/{id}/GET/Resource'],
      'orders': ['Production/Orders/Api/Resource/Default/api/orders/{order}/GET/Resource'],
    },
  },
  {
    reason: REASONS.accessLogReplication,
    ids: ids('S3BucketReplicationEnabled', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-api': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'web-firewall-of-cloudfront': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-files': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/FrontPage/CdkHardenedAccessLogs/Resource/Resource', 'Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: REASONS.replication,
    ids: ids('S3BucketReplicationEnabled', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Bucket/Resource/Resource'],
      'secure-site': ['Stack/Site/Files/Resource/Resource'],
      'audit-trail': ['Stack/Bucket/Resource/Resource', 'Stack/Trail/Bucket/Resource/Resource'],
      'secure-site-with-api': [
        'Stack/Site/Files/Resource/Resource',
        'Stack/Site/LogBucket/Resource/Resource',
        'Stack/Truststore/Resource/Resource',
      ],
      'web-firewall-of-cloudfront': ['Stack/Firewall/LogBucket/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Files/Resource/Resource'],
      'orders': [
        'Production/FrontPage/Site/Files/Resource/Resource',
        'Production/Orders/Trail/Bucket/Resource/Resource',
        'Production/Orders/Uploads/Resource/Resource',
      ],
    },
  },
  {
    reason: REASONS.accessLogEncryption,
    ids: ids('S3DefaultEncryptionKMS', 'HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-api': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'web-firewall-of-cloudfront': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-files': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/FrontPage/CdkHardenedAccessLogs/Resource/Resource', 'Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: REASONS.accessLogLock,
    ids: ids('S3BucketDefaultLockEnabled', 'NIST.800.53.R4'),
    at: {
      'secure-bucket': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'audit-trail': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-api': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'web-firewall-of-cloudfront': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'secure-site-with-files': ['Stack/CdkHardenedAccessLogs/Resource/Resource'],
      'orders': ['Production/FrontPage/CdkHardenedAccessLogs/Resource/Resource', 'Production/Orders/CdkHardenedAccessLogs/Resource/Resource'],
    },
  },
  {
    reason: REASONS.objectLock,
    ids: ids('S3BucketDefaultLockEnabled', 'NIST.800.53.R4'),
    at: {
      'secure-bucket': ['Stack/Bucket/Resource/Resource'],
      'secure-site': ['Stack/Site/Files/Resource/Resource'],
      'audit-trail': ['Stack/Bucket/Resource/Resource'],
      'secure-site-with-api': [
        'Stack/Site/Files/Resource/Resource',
        'Stack/Site/LogBucket/Resource/Resource',
        'Stack/Truststore/Resource/Resource',
      ],
      'web-firewall-of-cloudfront': ['Stack/Firewall/LogBucket/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Files/Resource/Resource'],
      'orders': ['Production/FrontPage/Site/Files/Resource/Resource', 'Production/Orders/Uploads/Resource/Resource'],
    },
  },
  {
    reason: REASONS.customResourceOutsideVpc,
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource', 'Stack/CdkHardenedPrefixLists/Function/Resource/Resource'],
      'orders': [
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
      ],
    },
  },
  {
    reason: REASONS.uploadOutsideVpc,
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Resource/Resource'],
      'orders': ['Production/FrontPage/Site/Deployment/Function/Resource/Resource'],
    },
  },
  {
    reason: REASONS.functionOutsideVpc,
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'secure-api': ['Stack/Function/Resource/Resource'],
      'secure-http-api': ['Stack/Function/Resource/Resource'],
      'secure-web-socket-api': ['Stack/Function/Resource/Resource'],
      'secure-user-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'secure-identity-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'session-tagged-role': ['Stack/Worker/Resource/Resource'],
      'jwt-authorizer': ['Stack/Function/Resource/Resource'],
      'secure-site-with-api': ['Stack/Function/Resource/Resource'],
    },
  },
  {
    reason: REASONS.verifierOutsideVpc,
    ids: ids('LambdaInsideVPC', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'jwt-authorizer': ['Stack/Authorizer/Function/Resource/Resource'],
      'orders': ['Production/Orders/Api/Authorizers/Jwt-d68a1f87/Function/Resource/Resource'],
    },
  },
  {
    reason: REASONS.concurrency,
    ids: ids('LambdaConcurrency', 'HIPAA.Security', 'NIST.800.53.R5'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': [
        'Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Stack/CdkHardenedPrefixLists/Function/Resource/Resource',
        'Stack/Function/Resource/Resource',
      ],
      'secure-api': ['Stack/Function/Resource/Resource'],
      'secure-http-api': ['Stack/Function/Resource/Resource'],
      'secure-web-socket-api': ['Stack/Function/Resource/Resource'],
      'jwt-authorizer': ['Stack/Authorizer/Function/Resource/Resource', 'Stack/Function/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Resource/Resource'],
      'orders': [
        'Production/FrontPage/Site/Deployment/Function/Resource/Resource',
        'Production/Orders/Api/Authorizers/Jwt-d68a1f87/Function/Resource/Resource',
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
        'Production/Orders/OrdersFunction/Resource/Resource',
        'Production/Orders/WorkerFunction/Resource/Resource',
      ],
      'secure-user-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'secure-identity-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'session-tagged-role': ['Stack/Worker/Resource/Resource'],
      'secure-site-with-api': ['Stack/Function/Resource/Resource'],
    },
  },
  {
    reason: REASONS.customResourceFailure,
    ids: ids('LambdaDLQ', 'HIPAA.Security', 'NIST.800.53.R5', 'Serverless'),
    at: {
      'secure-vpc': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedDefaultSecurityGroups/Resource/Resource', 'Stack/CdkHardenedPrefixLists/Function/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Deployment/Function/Resource/Resource'],
      'orders': [
        'Production/FrontPage/Site/Deployment/Function/Resource/Resource',
        'Production/Orders/CdkHardenedDefaultSecurityGroups/Resource/Resource',
        'Production/Orders/CdkHardenedPrefixLists/Function/Resource/Resource',
      ],
    },
  },
  {
    reason: REASONS.synchronous,
    ids: ids('LambdaDLQ', 'HIPAA.Security', 'NIST.800.53.R5', 'Serverless'),
    at: {
      'secure-bucket': ['Stack/Reader/Resource/Resource'],
      'secure-table': ['Stack/Writer/Resource/Resource'],
      'secure-queue': ['Stack/Consumer/Resource/Resource'],
      'secure-function': ['Stack/Function/Resource/Resource'],
      'vpc-lambda': ['Stack/Function/Resource/Resource'],
      'secure-api': ['Stack/Function/Resource/Resource'],
      'secure-http-api': ['Stack/Function/Resource/Resource'],
      'secure-web-socket-api': ['Stack/Function/Resource/Resource'],
      'secure-user-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'secure-identity-pool': ['Stack/Users/GroupScopes/Resource/Resource'],
      'session-tagged-role': ['Stack/Worker/Resource/Resource'],
      'jwt-authorizer': ['Stack/Authorizer/Function/Resource/Resource', 'Stack/Function/Resource/Resource'],
      'orders': [
        'Production/Orders/Api/Authorizers/Jwt-d68a1f87/Function/Resource/Resource',
        'Production/Orders/OrdersFunction/Resource/Resource',
        'Production/Orders/WorkerFunction/Resource/Resource',
      ],
      'secure-site-with-api': ['Stack/Function/Resource/Resource'],
    },
  },
  {
    reason: REASONS.pointInTimeRecovery,
    ids: ids('DynamoDBInBackupPlan', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5'),
    at: {
      'secure-table': ['Stack/Table/Resource/Resource'],
      'vpc-lambda': ['Stack/Table/Resource/Resource'],
      'orders': ['Production/Orders/Orders/Resource/Resource'],
      'secure-identity-pool': ['Stack/Table/Resource/Resource'],
      'session-tagged-role': ['Stack/Table/Resource/Resource'],
    },
  },
  {
    reason: REASONS.defaultSecurityGroup,
    ids: ids('VPCDefaultSecurityGroupClosed', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-vpc': ['Stack/Vpc/Resource/Resource'],
      'vpc-lambda': ['Stack/Vpc/Resource/Resource'],
      'orders': ['Production/Orders/Vpc/Resource/Resource'],
    },
  },
  {
    reason: REASONS.cache,
    ids: ids('APIGWCacheEnabledAndEncrypted', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'secure-api-of-services': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'jwt-authorizer': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'orders': ['Production/Orders/Api/Resource/DeploymentStage.live/Resource'],
      'secure-site-with-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
    },
  },
  {
    reason: REASONS.clientCertificate,
    ids: ids('APIGWSSLEnabled', 'HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'secure-api-of-services': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'jwt-authorizer': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
      'orders': ['Production/Orders/Api/Resource/DeploymentStage.live/Resource'],
      'secure-site-with-api': ['Stack/Api/Resource/DeploymentStage.live/Resource'],
    },
  },
  {
    reason: REASONS.mailbox,
    ids: ids('SNSRedrivePolicy', 'Serverless'),
    at: {
      'secure-queue': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'vpc-lambda': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-api': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-http-api': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-web-socket-api': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-api-of-services': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'jwt-authorizer': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'audit-trail': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-user-pool': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-identity-pool': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'orders': [
        'Production/FrontPage/CdkHardenedAlarms/Resource/security@example.com/Resource',
        'Production/Orders/CdkHardenedAlarms/Resource/security@example.com/Resource',
      ],
      'secure-site': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-site-with-files': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
      'secure-site-with-api': ['Stack/CdkHardenedAlarms/Resource/oncall@example.com/Resource'],
    },
  },
  {
    reason: REASONS.deadLetterQueue,
    ids: ids('SQSRedrivePolicy', 'Serverless'),
    at: {
      'secure-queue': ['Stack/Queue/DeadLetterQueue/Resource'],
      'secure-api-of-services': ['Stack/Jobs/DeadLetterQueue/Resource'],
      'vpc-lambda': ['Stack/Queue/DeadLetterQueue/Resource'],
      'audit-trail': ['Stack/Trail/TamperAlert/Undelivered/Resource'],
      'orders': ['Production/Orders/Placed/DeadLetterQueue/Resource', 'Production/Orders/Trail/TamperAlert/Undelivered/Resource'],
    },
  },
  {
    reason: REASONS.deadLetterQueue,
    ids: ids('SQS3', 'AwsSolutions'),
    at: {
      'audit-trail': ['Stack/Trail/TamperAlert/Undelivered/Resource'],
      'orders': ['Production/Orders/Trail/TamperAlert/Undelivered/Resource'],
    },
  },
  {
    reason: REASONS.queueMapping,
    ids: ids('LambdaEventSourceMappingDestination', 'Serverless'),
    at: {
      'secure-queue': ['Stack/Consumer/Resource/QueueStackQueue1DEA7C94/Resource'],
      'orders': ['Production/Orders/WorkerFunction/Resource/QueueProductionOrdersPlacedC446F158/Resource'],
    },
  },
  {
    reason: REASONS.signInLog,
    ids: ids('CloudWatchLogGroupEncrypted', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'),
    at: {
      'secure-user-pool': ['Stack/Users/SignIns/Resource'],
      'secure-identity-pool': ['Stack/Users/SignIns/Resource'],
    },
  },
  {
    reason: REASONS.everyCountry,
    ids: ids('CFR1', 'AwsSolutions'),
    at: {
      'secure-site': ['Stack/Site/Resource/Resource'],
      'secure-site-with-api': ['Stack/Site/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Resource/Resource'],
      'orders': ['Production/FrontPage/Site/Resource/Resource'],
    },
  },
  {
    reason: REASONS.deliveredLogs,
    ids: ids('CFR3', 'AwsSolutions'),
    at: {
      'secure-site': ['Stack/Site/Resource/Resource'],
      'secure-site-with-api': ['Stack/Site/Resource/Resource'],
      'secure-site-with-files': ['Stack/Site/Resource/Resource'],
      'orders': ['Production/FrontPage/Site/Resource/Resource'],
    },
  },
];
