import { DEFAULT_OF_DOMAINS, takesTls12 } from './security-policies';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'apigateway/domain-tls12',
  title: 'Custom domain names of REST APIs refuse TLS versions before 1.2',
  severity: 'medium',
  resourceTypes: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2'],
  controls: {
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC'],
    other: ['cfn_nag:W62', 'checkov-tf:CKV_AWS_206', 'trivy:AWS-0005'],
  },
  rationale: 'TLS 1.0 and 1.1 have known weaknesses: whoever sits on the network may downgrade a client to them and read or change its requests.',
  whenNotToUse: 'Devices in the field that speak nothing newer and cannot be updated.',
  fix: 'Set `securityPolicy: apigateway.SecurityPolicy.TLS_1_2`, or one of the newer policies, on the `DomainName`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
  ],
  absent: DEFAULT_OF_DOMAINS,
  divergences: [
    {
      peer: 'guard:API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC',
      how: 'It reports a policy that is left out; API Gateway has documented TLS_1_2 as the default since.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws/api_gateway',
    },
    {
      peer: 'cfn_nag:W62',
      how: 'It takes a policy that is left out for TLS 1.0; API Gateway has documented TLS_1_2 as the default since.',
      source: 'https://github.com/stelligent/cfn_nag/blob/master/lib/cfn-nag/custom_rules/ApiGatewaySecurityPolicyRule.rb',
    },
    { peer: 'trivy:AWS-0005', how: 'It reports a policy that is left out.', source: 'https://github.com/aquasecurity/trivy/pull/11124' },
  ],
  check: (domain) => takesTls12(domain.get('SecurityPolicy')),
  remediation: {
    kind: 'property',
    changes: ({ type }) => [{ path: 'SecurityPolicy', value: 'TLS_1_2', ...type === 'AWS::ApiGateway::DomainNameV2' ? { replaces: true } : {} }],
  },
  unreachable: { NOT_APPLICABLE: 'every domain name has a security policy' },
});
