import { defineRule } from '../../engine/rule';
import { judgePlainVariables } from '../plain-variables';

export const rule = defineRule({
  id: 'lambda/no-secrets-in-env',
  title: 'Environment variables of Lambda functions hold no credentials',
  severity: 'critical',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3', 'S6'],
  },
  peers: {
    checkov: ['CKV_AWS_45'],
    prowler: ['awslambda_function_no_secrets_in_variables'],
  },
  rationale: 'Everybody who may read the template, the function\'s configuration or a crash report of its process reads the credential,'
    + ' and nobody rotates it.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Store the value in Secrets Manager or as an SSM SecureString, pass its ARN in `environment`, grant the function '
    + '`secret.grantRead(fn)` and read it at run time.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/security-configuration.html',
  ],
  partly: 'Values that are only given at deployment (parameters without NoEcho, imports) are INSUFFICIENT_DATA.',
  check: (fn) => judgePlainVariables(fn.get('Environment').get('Variables'), fn.template),
  unreachable: {
    NOT_APPLICABLE: 'a function without variables has no credential in one',
  },
});
