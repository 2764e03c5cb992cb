/** Rules that take no property left out for a value, by kind. What the others take it for stands in their field `absent`, with its source. */
export const NO_ABSENCE: Readonly<Record<string, readonly string[]>> = {
  'what the policy, trust or permission does not say is not allowed (IAM denies by default)': [
    'dynamodb/resource-policy-no-cross-account', 'eventbridge/bus-policy-no-cross-account',
    'iam/assume-role-target-scoped', 'iam/github-oidc-trust-scoped', 'iam/no-admin-statement', 'iam/no-administrator-access-attached',
    'iam/no-allow-notaction', 'iam/no-allow-notresource', 'iam/no-aws-managed-policies', 'iam/no-cloudshell-full-access',
    'iam/no-credentials-exposure', 'iam/no-cross-account-readonly', 'iam/no-data-exfiltration', 'iam/no-decrypt-on-all-keys',
    'iam/no-elevated-managed-policies', 'iam/no-full-access-to-cloudtrail', 'iam/no-full-access-to-kms', 'iam/no-inline-policies',
    'iam/no-privilege-escalation', 'iam/no-service-full-access', 'iam/no-star-action', 'iam/no-star-resource',
    'iam/no-unconstrained-permissions-management', 'iam/no-unconstrained-write', 'iam/no-wildcard-marketplace-subscribe',
    'iam/no-wildcard-permissions', 'iam/passrole-scoped', 'iam/service-trust-confused-deputy', 'iam/trust-no-notaction',
    'iam/trust-no-notprincipal', 'iam/trust-no-whole-account', 'iam/trust-no-wildcard-action', 'iam/trust-no-wildcard-principal',
    'iam/user-no-direct-policies', 'cognito/identity-pool-role-trust', 'lambda/no-public-invoke-permission', 'lambda/permission-invoke-action-only',
    'lambda/role-can-write-logs', 'lambda/role-no-wildcards', 'lambda/service-permission-source-bound', 'logs/resource-policy-not-public',
    's3/policy-grantee-allowlist', 's3/policy-limits-other-accounts', 's3/policy-no-allow-notaction', 's3/policy-no-allow-notprincipal',
    's3/policy-no-lockout', 's3/policy-no-wildcard-action', 's3/policy-no-wildcard-principal', 's3/website-behind-cloudfront',
    'sns/policy-no-allow-notaction', 'sns/policy-no-allow-notprincipal', 'sns/policy-no-cross-account', 'sns/policy-not-public',
    'sqs/policy-no-allow-notaction', 'sqs/policy-no-allow-notprincipal', 'sqs/policy-no-wildcard-action', 'sqs/policy-not-public',
    'stepfunctions/role-no-wildcards',
  ],
  'text that is not there holds no credential': [
    'apigateway/no-secrets-in-stage-variables', 'cloudformation/no-credentials-in-metadata', 'cloudformation/no-secrets-in-outputs',
    'cloudformation/no-secrets-in-parameter-defaults', 'ec2/no-secrets-in-user-data', 'iam/login-profile-password-not-plaintext',
    'lambda/no-secrets-in-code', 'lambda/no-secrets-in-env', 'lambda/no-secrets-in-layer', 'lambda/permission-event-source-token-not-plaintext',
    'ssm/document-no-secrets', 'ssm/parameter-no-plaintext-secret', 'stepfunctions/no-secrets-in-definition',
  ],
  'CloudFormation requires the property': [
    'acm/no-wildcard-domain', 'appsync/no-api-key-auth', 'cloudfront/origin-https', 'cloudfront/viewer-https', 'cognito/identity-pool-no-guests',
    'lambda/url-iam-auth', 'sns/subscription-https', 'vpc/nacl-protocol', 'waf/default-action-block', 'waf/rule-metrics',
  ],
  'what it means is not documented: INSUFFICIENT_DATA': ['lambda/gradual-deployment', 'vpc/endpoint-service-acceptance'],
  'it asks whether other resources of the app are there, or how they stand together': [
    'apigateway/rest-waf-associated', 'apigateway/stage-in-usage-plan', 'appsync/waf-associated', 'cloudfront/s3-origin-exists',
    'iam/group-has-users', 'iam/no-access-key-for-console-user', 'iam/no-iam-users', 'iam/user-in-group', 'lambda/one-role-per-function',
    'lambda/vpc-multi-az', 'vpc/endpoint-for-ec2', 'vpc/interface-endpoints', 'vpc/nacl-in-use', 'vpc/no-custom-nacls',
    'vpc/public-private-separation', 'vpc/sg-in-use', 'vpc/subnets-multi-az',
  ],
  'it judges what is listed, routed or opened, where something is': [
    'cloudfront/trusted-key-groups', 'dynamodb/throughput-below-quota', 'lambda/no-foreign-layers', 'lambda/supported-runtime',
    'vpc/nacl-deny-effective', 'vpc/nacl-no-open-ssh-rdp', 'vpc/nacl-port-range', 'vpc/no-default-route-to-igw',
    'vpc/peering-routes-least-privilege', 'vpc/sg-rule-count',
  ],
};

/** The properties of the third kind, by rule: the type that must have them, and the path; a star stands for the items of a list. */
export const REQUIRED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'acm/no-wildcard-domain': [['AWS::CertificateManager::Certificate', 'DomainName']],
  'appsync/no-api-key-auth': [['AWS::AppSync::GraphQLApi', 'AuthenticationType']],
  'cloudfront/origin-https': [['AWS::CloudFront::Distribution', 'DistributionConfig.Origins.*.CustomOriginConfig.OriginProtocolPolicy']],
  'cloudfront/viewer-https': [
    ['AWS::CloudFront::Distribution', 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy'],
    ['AWS::CloudFront::Distribution', 'DistributionConfig.CacheBehaviors.*.ViewerProtocolPolicy'],
  ],
  'cognito/identity-pool-no-guests': [['AWS::Cognito::IdentityPool', 'AllowUnauthenticatedIdentities']],
  'lambda/url-iam-auth': [['AWS::Lambda::Url', 'AuthType']],
  'sns/subscription-https': [['AWS::SNS::Subscription', 'Protocol']],
  'vpc/nacl-protocol': [['AWS::EC2::NetworkAclEntry', 'Protocol']],
  'waf/default-action-block': [['AWS::WAF::WebACL', 'DefaultAction'], ['AWS::WAFRegional::WebACL', 'DefaultAction']],
  'waf/rule-metrics': [
    ['AWS::WAFv2::WebACL', 'VisibilityConfig.CloudWatchMetricsEnabled'], ['AWS::WAFv2::RuleGroup', 'VisibilityConfig.CloudWatchMetricsEnabled'],
  ],
};
