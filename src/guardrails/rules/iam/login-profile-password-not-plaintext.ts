import type { AppModel } from '../../engine/app-model';
import { parameterKey } from '../../engine/parameters';
import { Opaque } from '../../engine/resolved';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/login-profile-password-not-plaintext',
  title: 'Passwords of IAM users are not written in the template',
  severity: 'high',
  resourceTypes: ['AWS::IAM::User'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    guard: ['IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD'],
    other: ['cfn_nag:F51'],
  },
  rationale: 'Everybody who may read the template, the repository or the stack\'s parameters signs in as the user.',
  whenNotToUse: 'Never: put the password into Secrets Manager, or use federation instead of users.',
  fix: 'Set `password: SecretValue.secretsManager(\'...\')` of the `iam.User`; in templates, a dynamic reference or a `NoEcho` '
    + 'parameter without default.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
  ],
  check: (user, app) => {
    const password = user.get('LoginProfile.Password');
    if (user.get('LoginProfile').isAbsent || password.isAbsent) return 'NOT_APPLICABLE';
    const parts = password.parts() ?? [];
    const opaque = parts.filter((part) => part instanceof Opaque && !part.why.startsWith('AWS::')) as Opaque[];
    if (opaque.some(({ key }) => /^\{\{resolve:(?:secretsmanager|ssm-secure):/.test(key) || isNoEcho(key, app))) return 'COMPLIANT';
    const [first] = opaque;
    // what a custom resource or another stack gives may be a secret; a parameter without NoEcho and plain SSM parameters are not
    if (first !== undefined && !first.key.startsWith('parameter ') && !first.key.startsWith('{{resolve:')) return unknown(first.why, password.location);
    return violation('Properties.LoginProfile.Password', 'the password can be read in the template or the parameters of the stack');
  },
});

/** Whether a value is that of a parameter which CloudFormation does not show. */
function isNoEcho(key: string, app: AppModel): boolean {
  return app.templates.some((template) => Object.entries(template.parameters).some(([name, { NoEcho: noEcho }]) =>
    parameterKey(name, template) === key && String(noEcho) === 'true'));
}
