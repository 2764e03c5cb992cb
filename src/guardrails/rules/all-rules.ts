// Written by projenrc/rule-index.ts: do not edit.
import { rule as acmKeyAlgorithm } from './acm/key-algorithm';
import { rule as acmNoWildcardDomain } from './acm/no-wildcard-domain';
import { rule as acmRenewable } from './acm/renewable';
import { rule as acmTransparencyLogging } from './acm/transparency-logging';
import { rule as apigatewayDefaultEndpointDisabled } from './apigateway/default-endpoint-disabled';
import { rule as apigatewayDomainPostQuantumTls } from './apigateway/domain-post-quantum-tls';
import { rule as apigatewayDomainRecommendedSecurityPolicy } from './apigateway/domain-recommended-security-policy';
import { rule as apigatewayDomainTls12 } from './apigateway/domain-tls12';
import { rule as apigatewayEndpointTypeAllowed } from './apigateway/endpoint-type-allowed';
import { rule as apigatewayMethodAuthorization } from './apigateway/method-authorization';
import { rule as apigatewayMethodCognitoAuthorizer } from './apigateway/method-cognito-authorizer';
import { rule as apigatewayNoSecretsInStageVariables } from './apigateway/no-secrets-in-stage-variables';
import { rule as apigatewayPrivateApiNeedsResourcePolicy } from './apigateway/private-api-needs-resource-policy';
import { rule as apigatewayRestAccessLogging } from './apigateway/rest-access-logging';
import { rule as apigatewayRestCacheEnabled } from './apigateway/rest-cache-enabled';
import { rule as apigatewayRestCacheEncrypted } from './apigateway/rest-cache-encrypted';
import { rule as apigatewayRestClientCertificate } from './apigateway/rest-client-certificate';
import { rule as apigatewayRestExecutionLogging } from './apigateway/rest-execution-logging';
import { rule as apigatewayRestNoDataTrace } from './apigateway/rest-no-data-trace';
import { rule as apigatewayRestRequestValidation } from './apigateway/rest-request-validation';
import { rule as apigatewayRestWafAssociated } from './apigateway/rest-waf-associated';
import { rule as apigatewayRestXrayTracing } from './apigateway/rest-xray-tracing';
import { rule as apigatewayStageInUsagePlan } from './apigateway/stage-in-usage-plan';
import { rule as apigatewayStageThrottling } from './apigateway/stage-throttling';
import { rule as apigatewayStructuredAccessLogs } from './apigateway/structured-access-logs';
import { rule as apigatewayv2CorsNoWildcard } from './apigatewayv2/cors-no-wildcard';
import { rule as apigatewayv2DefaultRouteDetailedMetrics } from './apigatewayv2/default-route-detailed-metrics';
import { rule as apigatewayv2DomainTlsPolicy } from './apigatewayv2/domain-tls-policy';
import { rule as apigatewayv2JwtScopesAndAudience } from './apigatewayv2/jwt-scopes-and-audience';
import { rule as apigatewayv2PrivateIntegrationTls } from './apigatewayv2/private-integration-tls';
import { rule as apigatewayv2RouteAuthorization } from './apigatewayv2/route-authorization';
import { rule as apigatewayv2StageAccessLogging } from './apigatewayv2/stage-access-logging';
import { rule as apigatewayv2WebsocketExecutionLogging } from './apigatewayv2/websocket-execution-logging';
import { rule as appsyncCacheEncryptedAtRest } from './appsync/cache-encrypted-at-rest';
import { rule as appsyncCacheEncryptedInTransit } from './appsync/cache-encrypted-in-transit';
import { rule as appsyncFieldLevelLogging } from './appsync/field-level-logging';
import { rule as appsyncLoggingConfigured } from './appsync/logging-configured';
import { rule as appsyncNoApiKeyAuth } from './appsync/no-api-key-auth';
import { rule as appsyncQueryLimitsAndIntrospection } from './appsync/query-limits-and-introspection';
import { rule as appsyncWafAssociated } from './appsync/waf-associated';
import { rule as appsyncXrayTracing } from './appsync/xray-tracing';
import { rule as cloudformationNoCredentialsInMetadata } from './cloudformation/no-credentials-in-metadata';
import { rule as cloudformationNoExplicitPhysicalNames } from './cloudformation/no-explicit-physical-names';
import { rule as cloudformationNoSecretsInOutputs } from './cloudformation/no-secrets-in-outputs';
import { rule as cloudformationNoSecretsInParameterDefaults } from './cloudformation/no-secrets-in-parameter-defaults';
import { rule as cloudformationTerminationProtection } from './cloudformation/termination-protection';
import { rule as cloudfrontAccessLogging } from './cloudfront/access-logging';
import { rule as cloudfrontCustomCertificate } from './cloudfront/custom-certificate';
import { rule as cloudfrontDefaultRootObject } from './cloudfront/default-root-object';
import { rule as cloudfrontFieldLevelEncryption } from './cloudfront/field-level-encryption';
import { rule as cloudfrontGeoRestriction } from './cloudfront/geo-restriction';
import { rule as cloudfrontLambdaUrlOriginAccessControl } from './cloudfront/lambda-url-origin-access-control';
import { rule as cloudfrontOriginFailover } from './cloudfront/origin-failover';
import { rule as cloudfrontOriginHttps } from './cloudfront/origin-https';
import { rule as cloudfrontOriginSslProtocols } from './cloudfront/origin-ssl-protocols';
import { rule as cloudfrontPostQuantumTls } from './cloudfront/post-quantum-tls';
import { rule as cloudfrontS3OriginAccessControl } from './cloudfront/s3-origin-access-control';
import { rule as cloudfrontS3OriginExists } from './cloudfront/s3-origin-exists';
import { rule as cloudfrontSecurityResponseHeaders } from './cloudfront/security-response-headers';
import { rule as cloudfrontSni } from './cloudfront/sni';
import { rule as cloudfrontTrustedKeyGroups } from './cloudfront/trusted-key-groups';
import { rule as cloudfrontViewerHttps } from './cloudfront/viewer-https';
import { rule as cloudfrontViewerTlsPolicy } from './cloudfront/viewer-tls-policy';
import { rule as cloudfrontWafAssociated } from './cloudfront/waf-associated';
import { rule as cloudtrailCloudwatchLogs } from './cloudtrail/cloudwatch-logs';
import { rule as cloudtrailEventDataStoreCmk } from './cloudtrail/event-data-store-cmk';
import { rule as cloudtrailEventDataStoreMultiRegion } from './cloudtrail/event-data-store-multi-region';
import { rule as cloudtrailInsights } from './cloudtrail/insights';
import { rule as cloudtrailKmsEncrypted } from './cloudtrail/kms-encrypted';
import { rule as cloudtrailLambdaDataEvents } from './cloudtrail/lambda-data-events';
import { rule as cloudtrailLogBucketAccessLogging } from './cloudtrail/log-bucket-access-logging';
import { rule as cloudtrailLogBucketNotPublic } from './cloudtrail/log-bucket-not-public';
import { rule as cloudtrailLogFileValidation } from './cloudtrail/log-file-validation';
import { rule as cloudtrailLoggingOn } from './cloudtrail/logging-on';
import { rule as cloudtrailMultiRegion } from './cloudtrail/multi-region';
import { rule as cloudtrailS3DataEvents } from './cloudtrail/s3-data-events';
import { rule as cloudtrailSnsTopic } from './cloudtrail/sns-topic';
import { rule as cloudwatchAlarmActionsEnabled } from './cloudwatch/alarm-actions-enabled';
import { rule as cloudwatchAlarmHasActions } from './cloudwatch/alarm-has-actions';
import { rule as cloudwatchCisMetricFiltersAndAlarms } from './cloudwatch/cis-metric-filters-and-alarms';
import { rule as cloudwatchDeadLetterQueueAlarm } from './cloudwatch/dead-letter-queue-alarm';
import { rule as cloudwatchFunctionErrorAlarms } from './cloudwatch/function-error-alarms';
import { rule as cognitoAppClientOauthHardening } from './cognito/app-client-oauth-hardening';
import { rule as cognitoBlockCompromisedCredentials } from './cognito/block-compromised-credentials';
import { rule as cognitoBlockRiskySignIn } from './cognito/block-risky-sign-in';
import { rule as cognitoClientHidesUserExistence } from './cognito/client-hides-user-existence';
import { rule as cognitoClientTokenRevocation } from './cognito/client-token-revocation';
import { rule as cognitoCustomAuthThreatProtection } from './cognito/custom-auth-threat-protection';
import { rule as cognitoDeletionProtection } from './cognito/deletion-protection';
import { rule as cognitoIdentityPoolNoGuests } from './cognito/identity-pool-no-guests';
import { rule as cognitoIdentityPoolRoleTrust } from './cognito/identity-pool-role-trust';
import { rule as cognitoNoSelfRegistration } from './cognito/no-self-registration';
import { rule as cognitoPasswordPolicy } from './cognito/password-policy';
import { rule as cognitoTemporaryPasswordValidity } from './cognito/temporary-password-validity';
import { rule as cognitoThreatProtection } from './cognito/threat-protection';
import { rule as cognitoUserPoolMfa } from './cognito/user-pool-mfa';
import { rule as cognitoWafAssociated } from './cognito/waf-associated';
import { rule as dynamodbBillingModeExplicit } from './dynamodb/billing-mode-explicit';
import { rule as dynamodbCapacityScales } from './dynamodb/capacity-scales';
import { rule as dynamodbCmkEncryption } from './dynamodb/cmk-encryption';
import { rule as dynamodbDeletionProtection } from './dynamodb/deletion-protection';
import { rule as dynamodbGlobalTablePitr } from './dynamodb/global-table-pitr';
import { rule as dynamodbInBackupPlan } from './dynamodb/in-backup-plan';
import { rule as dynamodbPointInTimeRecovery } from './dynamodb/point-in-time-recovery';
import { rule as dynamodbResourcePolicyNoCrossAccount } from './dynamodb/resource-policy-no-cross-account';
import { rule as dynamodbSseSpecified } from './dynamodb/sse-specified';
import { rule as dynamodbThroughputBelowQuota } from './dynamodb/throughput-below-quota';
import { rule as ec2NoSecretsInUserData } from './ec2/no-secrets-in-user-data';
import { rule as eventbridgeBusAndArchiveCmk } from './eventbridge/bus-and-archive-cmk';
import { rule as eventbridgeBusPolicyNoCrossAccount } from './eventbridge/bus-policy-no-cross-account';
import { rule as eventbridgeBusPolicyNotOpen } from './eventbridge/bus-policy-not-open';
import { rule as eventbridgeCustomBusHasPolicy } from './eventbridge/custom-bus-has-policy';
import { rule as eventbridgeGlobalEndpointReplication } from './eventbridge/global-endpoint-replication';
import { rule as eventbridgeSchedulerCmk } from './eventbridge/scheduler-cmk';
import { rule as eventbridgeSchedulerTargetDlq } from './eventbridge/scheduler-target-dlq';
import { rule as eventbridgeSchemaRegistryPolicy } from './eventbridge/schema-registry-policy';
import { rule as eventbridgeTargetDeadLetterQueue } from './eventbridge/target-dead-letter-queue';
import { rule as iamAssumeRoleTargetScoped } from './iam/assume-role-target-scoped';
import { rule as iamGithubOidcTrustScoped } from './iam/github-oidc-trust-scoped';
import { rule as iamGroupHasUsers } from './iam/group-has-users';
import { rule as iamLoginProfilePasswordNotPlaintext } from './iam/login-profile-password-not-plaintext';
import { rule as iamLoginProfileResetRequired } from './iam/login-profile-reset-required';
import { rule as iamNoAccessKeyForConsoleUser } from './iam/no-access-key-for-console-user';
import { rule as iamNoAdminStatement } from './iam/no-admin-statement';
import { rule as iamNoAdministratorAccessAttached } from './iam/no-administrator-access-attached';
import { rule as iamNoAllowNotaction } from './iam/no-allow-notaction';
import { rule as iamNoAllowNotresource } from './iam/no-allow-notresource';
import { rule as iamNoAwsManagedPolicies } from './iam/no-aws-managed-policies';
import { rule as iamNoCloudshellFullAccess } from './iam/no-cloudshell-full-access';
import { rule as iamNoCredentialsExposure } from './iam/no-credentials-exposure';
import { rule as iamNoCrossAccountReadonly } from './iam/no-cross-account-readonly';
import { rule as iamNoDataExfiltration } from './iam/no-data-exfiltration';
import { rule as iamNoDecryptOnAllKeys } from './iam/no-decrypt-on-all-keys';
import { rule as iamNoElevatedManagedPolicies } from './iam/no-elevated-managed-policies';
import { rule as iamNoFullAccessToCloudtrail } from './iam/no-full-access-to-cloudtrail';
import { rule as iamNoFullAccessToKms } from './iam/no-full-access-to-kms';
import { rule as iamNoIamUsers } from './iam/no-iam-users';
import { rule as iamNoInlinePolicies } from './iam/no-inline-policies';
import { rule as iamNoPrivilegeEscalation } from './iam/no-privilege-escalation';
import { rule as iamNoServiceFullAccess } from './iam/no-service-full-access';
import { rule as iamNoStarAction } from './iam/no-star-action';
import { rule as iamNoStarResource } from './iam/no-star-resource';
import { rule as iamNoUnconstrainedPermissionsManagement } from './iam/no-unconstrained-permissions-management';
import { rule as iamNoUnconstrainedWrite } from './iam/no-unconstrained-write';
import { rule as iamNoWildcardMarketplaceSubscribe } from './iam/no-wildcard-marketplace-subscribe';
import { rule as iamNoWildcardPermissions } from './iam/no-wildcard-permissions';
import { rule as iamPassroleScoped } from './iam/passrole-scoped';
import { rule as iamPermissionsBoundary } from './iam/permissions-boundary';
import { rule as iamServiceTrustConfusedDeputy } from './iam/service-trust-confused-deputy';
import { rule as iamSingleAccessKeyPerUser } from './iam/single-access-key-per-user';
import { rule as iamTrustNoNotaction } from './iam/trust-no-notaction';
import { rule as iamTrustNoNotprincipal } from './iam/trust-no-notprincipal';
import { rule as iamTrustNoWholeAccount } from './iam/trust-no-whole-account';
import { rule as iamTrustNoWildcardAction } from './iam/trust-no-wildcard-action';
import { rule as iamTrustNoWildcardPrincipal } from './iam/trust-no-wildcard-principal';
import { rule as iamUserInGroup } from './iam/user-in-group';
import { rule as iamUserNoDirectPolicies } from './iam/user-no-direct-policies';
import { rule as kmsExplicitKeyPolicy } from './kms/explicit-key-policy';
import { rule as kmsKeyEnabled } from './kms/key-enabled';
import { rule as kmsNotScheduledForDeletion } from './kms/not-scheduled-for-deletion';
import { rule as kmsPolicyNoWildcardPrincipal } from './kms/policy-no-wildcard-principal';
import { rule as kmsRotation } from './kms/rotation';
import { rule as kmsSingleRegion } from './kms/single-region';
import { rule as lambdaAsyncFailureDestination } from './lambda/async-failure-destination';
import { rule as lambdaAsyncRetryLimits } from './lambda/async-retry-limits';
import { rule as lambdaCodeSigning } from './lambda/code-signing';
import { rule as lambdaDeadLetterTarget } from './lambda/dead-letter-target';
import { rule as lambdaEnvEncryptedWithCmk } from './lambda/env-encrypted-with-cmk';
import { rule as lambdaEventSourceFailureDestination } from './lambda/event-source-failure-destination';
import { rule as lambdaExplicitMemory } from './lambda/explicit-memory';
import { rule as lambdaExplicitTimeout } from './lambda/explicit-timeout';
import { rule as lambdaGradualDeployment } from './lambda/gradual-deployment';
import { rule as lambdaInVpc } from './lambda/in-vpc';
import { rule as lambdaJsonLogFormat } from './lambda/json-log-format';
import { rule as lambdaLogLevels } from './lambda/log-levels';
import { rule as lambdaLoggingConfig } from './lambda/logging-config';
import { rule as lambdaNoForeignLayers } from './lambda/no-foreign-layers';
import { rule as lambdaNoPublicInvokePermission } from './lambda/no-public-invoke-permission';
import { rule as lambdaNoSecretsInCode } from './lambda/no-secrets-in-code';
import { rule as lambdaNoSecretsInEnv } from './lambda/no-secrets-in-env';
import { rule as lambdaNoSecretsInLayer } from './lambda/no-secrets-in-layer';
import { rule as lambdaOneRolePerFunction } from './lambda/one-role-per-function';
import { rule as lambdaPermissionEventSourceTokenNotPlaintext } from './lambda/permission-event-source-token-not-plaintext';
import { rule as lambdaPermissionInvokeActionOnly } from './lambda/permission-invoke-action-only';
import { rule as lambdaRecursiveLoopTerminate } from './lambda/recursive-loop-terminate';
import { rule as lambdaReservedConcurrency } from './lambda/reserved-concurrency';
import { rule as lambdaRoleCanWriteLogs } from './lambda/role-can-write-logs';
import { rule as lambdaRoleNoWildcards } from './lambda/role-no-wildcards';
import { rule as lambdaServicePermissionSourceBound } from './lambda/service-permission-source-bound';
import { rule as lambdaSqsMaximumConcurrency } from './lambda/sqs-maximum-concurrency';
import { rule as lambdaSqsPartialBatchResponse } from './lambda/sqs-partial-batch-response';
import { rule as lambdaSqsVisibilityTimeout } from './lambda/sqs-visibility-timeout';
import { rule as lambdaStreamRetryLimits } from './lambda/stream-retry-limits';
import { rule as lambdaSupportedRuntime } from './lambda/supported-runtime';
import { rule as lambdaTimeoutCeiling } from './lambda/timeout-ceiling';
import { rule as lambdaUrlCorsNoWildcard } from './lambda/url-cors-no-wildcard';
import { rule as lambdaUrlIamAuth } from './lambda/url-iam-auth';
import { rule as lambdaVpcMultiAz } from './lambda/vpc-multi-az';
import { rule as lambdaXrayTracing } from './lambda/xray-tracing';
import { rule as logsKmsEncryption } from './logs/kms-encryption';
import { rule as logsResourcePolicyNotPublic } from './logs/resource-policy-not-public';
import { rule as logsRetention } from './logs/retention';
import { rule as pipesDeadLetterQueue } from './pipes/dead-letter-queue';
import { rule as pipesEncryption } from './pipes/encryption';
import { rule as pipesLogging } from './pipes/logging';
import { rule as s3AbortIncompleteUploads } from './s3/abort-incomplete-uploads';
import { rule as s3AccessLogging } from './s3/access-logging';
import { rule as s3AccessPointBlockPublicAccess } from './s3/access-point-block-public-access';
import { rule as s3AccessPointVpcOnly } from './s3/access-point-vpc-only';
import { rule as s3AclDisabled } from './s3/acl-disabled';
import { rule as s3BucketBlockPublicAccess } from './s3/bucket-block-public-access';
import { rule as s3BucketHasPolicy } from './s3/bucket-has-policy';
import { rule as s3DirectoryBucketLifecycle } from './s3/directory-bucket-lifecycle';
import { rule as s3DnsCompliantName } from './s3/dns-compliant-name';
import { rule as s3EncryptionConfigured } from './s3/encryption-configured';
import { rule as s3EventNotifications } from './s3/event-notifications';
import { rule as s3InBackupPlan } from './s3/in-backup-plan';
import { rule as s3KmsEncryption } from './s3/kms-encryption';
import { rule as s3Lifecycle } from './s3/lifecycle';
import { rule as s3MrapBlockPublicAccess } from './s3/mrap-block-public-access';
import { rule as s3NameNotPredictable } from './s3/name-not-predictable';
import { rule as s3NoPublicRead } from './s3/no-public-read';
import { rule as s3NoPublicWrite } from './s3/no-public-write';
import { rule as s3NoncurrentVersionLifecycle } from './s3/noncurrent-version-lifecycle';
import { rule as s3ObjectLock } from './s3/object-lock';
import { rule as s3PolicyGranteeAllowlist } from './s3/policy-grantee-allowlist';
import { rule as s3PolicyLimitsOtherAccounts } from './s3/policy-limits-other-accounts';
import { rule as s3PolicyNoAllowNotaction } from './s3/policy-no-allow-notaction';
import { rule as s3PolicyNoAllowNotprincipal } from './s3/policy-no-allow-notprincipal';
import { rule as s3PolicyNoLockout } from './s3/policy-no-lockout';
import { rule as s3PolicyNoWildcardAction } from './s3/policy-no-wildcard-action';
import { rule as s3PolicyNoWildcardPrincipal } from './s3/policy-no-wildcard-principal';
import { rule as s3Replication } from './s3/replication';
import { rule as s3TlsOnly } from './s3/tls-only';
import { rule as s3Versioning } from './s3/versioning';
import { rule as s3WebsiteBehindCloudfront } from './s3/website-behind-cloudfront';
import { rule as secretsmanagerCmkEncryption } from './secretsmanager/cmk-encryption';
import { rule as secretsmanagerNoLiteralSecretString } from './secretsmanager/no-literal-secret-string';
import { rule as secretsmanagerPolicyNotPublic } from './secretsmanager/policy-not-public';
import { rule as secretsmanagerRestrictivePolicy } from './secretsmanager/restrictive-policy';
import { rule as secretsmanagerRotation } from './secretsmanager/rotation';
import { rule as secretsmanagerRotationInterval } from './secretsmanager/rotation-interval';
import { rule as snsCmkEncryption } from './sns/cmk-encryption';
import { rule as snsDeliveryStatusLogging } from './sns/delivery-status-logging';
import { rule as snsEncryptedAtRest } from './sns/encrypted-at-rest';
import { rule as snsPolicyNoAllowNotaction } from './sns/policy-no-allow-notaction';
import { rule as snsPolicyNoAllowNotprincipal } from './sns/policy-no-allow-notprincipal';
import { rule as snsPolicyNoCrossAccount } from './sns/policy-no-cross-account';
import { rule as snsPolicyNotPublic } from './sns/policy-not-public';
import { rule as snsSubscriptionDeadLetterQueue } from './sns/subscription-dead-letter-queue';
import { rule as snsSubscriptionHttps } from './sns/subscription-https';
import { rule as snsTlsOnly } from './sns/tls-only';
import { rule as sqsCmkEncryption } from './sqs/cmk-encryption';
import { rule as sqsDeadLetterQueue } from './sqs/dead-letter-queue';
import { rule as sqsEncryptedAtRest } from './sqs/encrypted-at-rest';
import { rule as sqsPolicyNoAllowNotaction } from './sqs/policy-no-allow-notaction';
import { rule as sqsPolicyNoAllowNotprincipal } from './sqs/policy-no-allow-notprincipal';
import { rule as sqsPolicyNoWildcardAction } from './sqs/policy-no-wildcard-action';
import { rule as sqsPolicyNotPublic } from './sqs/policy-not-public';
import { rule as sqsRedriveAllowPolicy } from './sqs/redrive-allow-policy';
import { rule as sqsTlsOnly } from './sqs/tls-only';
import { rule as ssmDocumentNoSecrets } from './ssm/document-no-secrets';
import { rule as ssmParameterNoPlaintextSecret } from './ssm/parameter-no-plaintext-secret';
import { rule as stepfunctionsCmkEncryption } from './stepfunctions/cmk-encryption';
import { rule as stepfunctionsLogging } from './stepfunctions/logging';
import { rule as stepfunctionsNoSecretsInDefinition } from './stepfunctions/no-secrets-in-definition';
import { rule as stepfunctionsRoleNoWildcards } from './stepfunctions/role-no-wildcards';
import { rule as stepfunctionsXrayTracing } from './stepfunctions/xray-tracing';
import { rule as vpcBlockPublicAccess } from './vpc/block-public-access';
import { rule as vpcDefaultSecurityGroupClosed } from './vpc/default-security-group-closed';
import { rule as vpcEndpointForEc2 } from './vpc/endpoint-for-ec2';
import { rule as vpcEndpointMultiAz } from './vpc/endpoint-multi-az';
import { rule as vpcEndpointPolicyRestricted } from './vpc/endpoint-policy-restricted';
import { rule as vpcEndpointServiceAcceptance } from './vpc/endpoint-service-acceptance';
import { rule as vpcEndpointServicePrincipals } from './vpc/endpoint-service-principals';
import { rule as vpcFlowLogs } from './vpc/flow-logs';
import { rule as vpcInterfaceEndpoints } from './vpc/interface-endpoints';
import { rule as vpcNaclDenyEffective } from './vpc/nacl-deny-effective';
import { rule as vpcNaclInUse } from './vpc/nacl-in-use';
import { rule as vpcNaclNoOpenSshRdp } from './vpc/nacl-no-open-ssh-rdp';
import { rule as vpcNaclPortRange } from './vpc/nacl-port-range';
import { rule as vpcNaclProtocol } from './vpc/nacl-protocol';
import { rule as vpcNoCustomNacls } from './vpc/no-custom-nacls';
import { rule as vpcNoDefaultRouteToIgw } from './vpc/no-default-route-to-igw';
import { rule as vpcPeeringRoutesLeastPrivilege } from './vpc/peering-routes-least-privilege';
import { rule as vpcPublicPrivateSeparation } from './vpc/public-private-separation';
import { rule as vpcSgDescriptions } from './vpc/sg-descriptions';
import { rule as vpcSgEgressDeclared } from './vpc/sg-egress-declared';
import { rule as vpcSgEgressNoAllProtocols } from './vpc/sg-egress-no-all-protocols';
import { rule as vpcSgEgressSinglePort } from './vpc/sg-egress-single-port';
import { rule as vpcSgInUse } from './vpc/sg-in-use';
import { rule as vpcSgIngressCidr32 } from './vpc/sg-ingress-cidr-32';
import { rule as vpcSgIngressNoAllProtocols } from './vpc/sg-ingress-no-all-protocols';
import { rule as vpcSgIngressSinglePort } from './vpc/sg-ingress-single-port';
import { rule as vpcSgNoOpenEgress } from './vpc/sg-no-open-egress';
import { rule as vpcSgNoOpenHighRiskPorts } from './vpc/sg-no-open-high-risk-ports';
import { rule as vpcSgNoOpenHttp } from './vpc/sg-no-open-http';
import { rule as vpcSgNoOpenIngress } from './vpc/sg-no-open-ingress';
import { rule as vpcSgNoOpenRdp } from './vpc/sg-no-open-rdp';
import { rule as vpcSgNoOpenSsh } from './vpc/sg-no-open-ssh';
import { rule as vpcSgRuleCount } from './vpc/sg-rule-count';
import { rule as vpcSubnetNoAutoPublicIp } from './vpc/subnet-no-auto-public-ip';
import { rule as vpcSubnetsMultiAz } from './vpc/subnets-multi-az';
import { rule as wafDefaultActionBlock } from './waf/default-action-block';
import { rule as wafLog4jRule } from './waf/log4j-rule';
import { rule as wafLogging } from './waf/logging';
import { rule as wafRateBasedRule } from './waf/rate-based-rule';
import { rule as wafRuleMetrics } from './waf/rule-metrics';
import { rule as wafRulegroupNotEmpty } from './waf/rulegroup-not-empty';
import { rule as wafWebaclNotEmpty } from './waf/webacl-not-empty';
import type { Rule } from '../engine/rule';

/** Every rule, in the order of their ids. */
export const ALL_RULES: readonly Rule[] = [
  acmKeyAlgorithm,
  acmNoWildcardDomain,
  acmRenewable,
  acmTransparencyLogging,
  apigatewayDefaultEndpointDisabled,
  apigatewayDomainPostQuantumTls,
  apigatewayDomainRecommendedSecurityPolicy,
  apigatewayDomainTls12,
  apigatewayEndpointTypeAllowed,
  apigatewayMethodAuthorization,
  apigatewayMethodCognitoAuthorizer,
  apigatewayNoSecretsInStageVariables,
  apigatewayPrivateApiNeedsResourcePolicy,
  apigatewayRestAccessLogging,
  apigatewayRestCacheEnabled,
  apigatewayRestCacheEncrypted,
  apigatewayRestClientCertificate,
  apigatewayRestExecutionLogging,
  apigatewayRestNoDataTrace,
  apigatewayRestRequestValidation,
  apigatewayRestWafAssociated,
  apigatewayRestXrayTracing,
  apigatewayStageInUsagePlan,
  apigatewayStageThrottling,
  apigatewayStructuredAccessLogs,
  apigatewayv2CorsNoWildcard,
  apigatewayv2DefaultRouteDetailedMetrics,
  apigatewayv2DomainTlsPolicy,
  apigatewayv2JwtScopesAndAudience,
  apigatewayv2PrivateIntegrationTls,
  apigatewayv2RouteAuthorization,
  apigatewayv2StageAccessLogging,
  apigatewayv2WebsocketExecutionLogging,
  appsyncCacheEncryptedAtRest,
  appsyncCacheEncryptedInTransit,
  appsyncFieldLevelLogging,
  appsyncLoggingConfigured,
  appsyncNoApiKeyAuth,
  appsyncQueryLimitsAndIntrospection,
  appsyncWafAssociated,
  appsyncXrayTracing,
  cloudformationNoCredentialsInMetadata,
  cloudformationNoExplicitPhysicalNames,
  cloudformationNoSecretsInOutputs,
  cloudformationNoSecretsInParameterDefaults,
  cloudformationTerminationProtection,
  cloudfrontAccessLogging,
  cloudfrontCustomCertificate,
  cloudfrontDefaultRootObject,
  cloudfrontFieldLevelEncryption,
  cloudfrontGeoRestriction,
  cloudfrontLambdaUrlOriginAccessControl,
  cloudfrontOriginFailover,
  cloudfrontOriginHttps,
  cloudfrontOriginSslProtocols,
  cloudfrontPostQuantumTls,
  cloudfrontS3OriginAccessControl,
  cloudfrontS3OriginExists,
  cloudfrontSecurityResponseHeaders,
  cloudfrontSni,
  cloudfrontTrustedKeyGroups,
  cloudfrontViewerHttps,
  cloudfrontViewerTlsPolicy,
  cloudfrontWafAssociated,
  cloudtrailCloudwatchLogs,
  cloudtrailEventDataStoreCmk,
  cloudtrailEventDataStoreMultiRegion,
  cloudtrailInsights,
  cloudtrailKmsEncrypted,
  cloudtrailLambdaDataEvents,
  cloudtrailLogBucketAccessLogging,
  cloudtrailLogBucketNotPublic,
  cloudtrailLogFileValidation,
  cloudtrailLoggingOn,
  cloudtrailMultiRegion,
  cloudtrailS3DataEvents,
  cloudtrailSnsTopic,
  cloudwatchAlarmActionsEnabled,
  cloudwatchAlarmHasActions,
  cloudwatchCisMetricFiltersAndAlarms,
  cloudwatchDeadLetterQueueAlarm,
  cloudwatchFunctionErrorAlarms,
  cognitoAppClientOauthHardening,
  cognitoBlockCompromisedCredentials,
  cognitoBlockRiskySignIn,
  cognitoClientHidesUserExistence,
  cognitoClientTokenRevocation,
  cognitoCustomAuthThreatProtection,
  cognitoDeletionProtection,
  cognitoIdentityPoolNoGuests,
  cognitoIdentityPoolRoleTrust,
  cognitoNoSelfRegistration,
  cognitoPasswordPolicy,
  cognitoTemporaryPasswordValidity,
  cognitoThreatProtection,
  cognitoUserPoolMfa,
  cognitoWafAssociated,
  dynamodbBillingModeExplicit,
  dynamodbCapacityScales,
  dynamodbCmkEncryption,
  dynamodbDeletionProtection,
  dynamodbGlobalTablePitr,
  dynamodbInBackupPlan,
  dynamodbPointInTimeRecovery,
  dynamodbResourcePolicyNoCrossAccount,
  dynamodbSseSpecified,
  dynamodbThroughputBelowQuota,
  ec2NoSecretsInUserData,
  eventbridgeBusAndArchiveCmk,
  eventbridgeBusPolicyNoCrossAccount,
  eventbridgeBusPolicyNotOpen,
  eventbridgeCustomBusHasPolicy,
  eventbridgeGlobalEndpointReplication,
  eventbridgeSchedulerCmk,
  eventbridgeSchedulerTargetDlq,
  eventbridgeSchemaRegistryPolicy,
  eventbridgeTargetDeadLetterQueue,
  iamAssumeRoleTargetScoped,
  iamGithubOidcTrustScoped,
  iamGroupHasUsers,
  iamLoginProfilePasswordNotPlaintext,
  iamLoginProfileResetRequired,
  iamNoAccessKeyForConsoleUser,
  iamNoAdminStatement,
  iamNoAdministratorAccessAttached,
  iamNoAllowNotaction,
  iamNoAllowNotresource,
  iamNoAwsManagedPolicies,
  iamNoCloudshellFullAccess,
  iamNoCredentialsExposure,
  iamNoCrossAccountReadonly,
  iamNoDataExfiltration,
  iamNoDecryptOnAllKeys,
  iamNoElevatedManagedPolicies,
  iamNoFullAccessToCloudtrail,
  iamNoFullAccessToKms,
  iamNoIamUsers,
  iamNoInlinePolicies,
  iamNoPrivilegeEscalation,
  iamNoServiceFullAccess,
  iamNoStarAction,
  iamNoStarResource,
  iamNoUnconstrainedPermissionsManagement,
  iamNoUnconstrainedWrite,
  iamNoWildcardMarketplaceSubscribe,
  iamNoWildcardPermissions,
  iamPassroleScoped,
  iamPermissionsBoundary,
  iamServiceTrustConfusedDeputy,
  iamSingleAccessKeyPerUser,
  iamTrustNoNotaction,
  iamTrustNoNotprincipal,
  iamTrustNoWholeAccount,
  iamTrustNoWildcardAction,
  iamTrustNoWildcardPrincipal,
  iamUserInGroup,
  iamUserNoDirectPolicies,
  kmsExplicitKeyPolicy,
  kmsKeyEnabled,
  kmsNotScheduledForDeletion,
  kmsPolicyNoWildcardPrincipal,
  kmsRotation,
  kmsSingleRegion,
  lambdaAsyncFailureDestination,
  lambdaAsyncRetryLimits,
  lambdaCodeSigning,
  lambdaDeadLetterTarget,
  lambdaEnvEncryptedWithCmk,
  lambdaEventSourceFailureDestination,
  lambdaExplicitMemory,
  lambdaExplicitTimeout,
  lambdaGradualDeployment,
  lambdaInVpc,
  lambdaJsonLogFormat,
  lambdaLogLevels,
  lambdaLoggingConfig,
  lambdaNoForeignLayers,
  lambdaNoPublicInvokePermission,
  lambdaNoSecretsInCode,
  lambdaNoSecretsInEnv,
  lambdaNoSecretsInLayer,
  lambdaOneRolePerFunction,
  lambdaPermissionEventSourceTokenNotPlaintext,
  lambdaPermissionInvokeActionOnly,
  lambdaRecursiveLoopTerminate,
  lambdaReservedConcurrency,
  lambdaRoleCanWriteLogs,
  lambdaRoleNoWildcards,
  lambdaServicePermissionSourceBound,
  lambdaSqsMaximumConcurrency,
  lambdaSqsPartialBatchResponse,
  lambdaSqsVisibilityTimeout,
  lambdaStreamRetryLimits,
  lambdaSupportedRuntime,
  lambdaTimeoutCeiling,
  lambdaUrlCorsNoWildcard,
  lambdaUrlIamAuth,
  lambdaVpcMultiAz,
  lambdaXrayTracing,
  logsKmsEncryption,
  logsResourcePolicyNotPublic,
  logsRetention,
  pipesDeadLetterQueue,
  pipesEncryption,
  pipesLogging,
  s3AbortIncompleteUploads,
  s3AccessLogging,
  s3AccessPointBlockPublicAccess,
  s3AccessPointVpcOnly,
  s3AclDisabled,
  s3BucketBlockPublicAccess,
  s3BucketHasPolicy,
  s3DirectoryBucketLifecycle,
  s3DnsCompliantName,
  s3EncryptionConfigured,
  s3EventNotifications,
  s3InBackupPlan,
  s3KmsEncryption,
  s3Lifecycle,
  s3MrapBlockPublicAccess,
  s3NameNotPredictable,
  s3NoPublicRead,
  s3NoPublicWrite,
  s3NoncurrentVersionLifecycle,
  s3ObjectLock,
  s3PolicyGranteeAllowlist,
  s3PolicyLimitsOtherAccounts,
  s3PolicyNoAllowNotaction,
  s3PolicyNoAllowNotprincipal,
  s3PolicyNoLockout,
  s3PolicyNoWildcardAction,
  s3PolicyNoWildcardPrincipal,
  s3Replication,
  s3TlsOnly,
  s3Versioning,
  s3WebsiteBehindCloudfront,
  secretsmanagerCmkEncryption,
  secretsmanagerNoLiteralSecretString,
  secretsmanagerPolicyNotPublic,
  secretsmanagerRestrictivePolicy,
  secretsmanagerRotation,
  secretsmanagerRotationInterval,
  snsCmkEncryption,
  snsDeliveryStatusLogging,
  snsEncryptedAtRest,
  snsPolicyNoAllowNotaction,
  snsPolicyNoAllowNotprincipal,
  snsPolicyNoCrossAccount,
  snsPolicyNotPublic,
  snsSubscriptionDeadLetterQueue,
  snsSubscriptionHttps,
  snsTlsOnly,
  sqsCmkEncryption,
  sqsDeadLetterQueue,
  sqsEncryptedAtRest,
  sqsPolicyNoAllowNotaction,
  sqsPolicyNoAllowNotprincipal,
  sqsPolicyNoWildcardAction,
  sqsPolicyNotPublic,
  sqsRedriveAllowPolicy,
  sqsTlsOnly,
  ssmDocumentNoSecrets,
  ssmParameterNoPlaintextSecret,
  stepfunctionsCmkEncryption,
  stepfunctionsLogging,
  stepfunctionsNoSecretsInDefinition,
  stepfunctionsRoleNoWildcards,
  stepfunctionsXrayTracing,
  vpcBlockPublicAccess,
  vpcDefaultSecurityGroupClosed,
  vpcEndpointForEc2,
  vpcEndpointMultiAz,
  vpcEndpointPolicyRestricted,
  vpcEndpointServiceAcceptance,
  vpcEndpointServicePrincipals,
  vpcFlowLogs,
  vpcInterfaceEndpoints,
  vpcNaclDenyEffective,
  vpcNaclInUse,
  vpcNaclNoOpenSshRdp,
  vpcNaclPortRange,
  vpcNaclProtocol,
  vpcNoCustomNacls,
  vpcNoDefaultRouteToIgw,
  vpcPeeringRoutesLeastPrivilege,
  vpcPublicPrivateSeparation,
  vpcSgDescriptions,
  vpcSgEgressDeclared,
  vpcSgEgressNoAllProtocols,
  vpcSgEgressSinglePort,
  vpcSgInUse,
  vpcSgIngressCidr32,
  vpcSgIngressNoAllProtocols,
  vpcSgIngressSinglePort,
  vpcSgNoOpenEgress,
  vpcSgNoOpenHighRiskPorts,
  vpcSgNoOpenHttp,
  vpcSgNoOpenIngress,
  vpcSgNoOpenRdp,
  vpcSgNoOpenSsh,
  vpcSgRuleCount,
  vpcSubnetNoAutoPublicIp,
  vpcSubnetsMultiAz,
  wafDefaultActionBlock,
  wafLog4jRule,
  wafLogging,
  wafRateBasedRule,
  wafRuleMetrics,
  wafRulegroupNotEmpty,
  wafWebaclNotEmpty,
];
