import { USER } from '../../engine/policy/effective-statements';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/no-access-key-for-console-user',
  title: 'IAM users who sign in with a password get no access key',
  severity: 'medium',
  resourceTypes: ['AWS::IAM::AccessKey'],
  controls: {
    cis: ['CIS AWS v3.0 1.11', 'CIS AWS v5.0 1.10'],
    wellArchitected: ['SEC02-BP01'],
  },
  peers: {
    prowler: ['iam_user_no_setup_initial_access_key'],
  },
  rationale: 'A key that a person got unasked lies around unused and never expires: nobody misses it when it is stolen.',
  whenNotToUse: 'People who need both; they had better use federation, which gives them temporary credentials.',
  fix: 'Remove the `iam.AccessKey`. Give the program that used it an `iam.Role`, or, if it knows nothing but keys, an `iam.User` of its own '
    + 'without `password`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  ],
  unreachable: {
    NOT_APPLICABLE: 'every access key is of a user',
  },
  check: (key, app) => {
    const name = key.get('UserName');
    const user = app.meantBy(name, USER);
    if (user === undefined) return unknown(name.whyUnknown ?? 'a user outside the app', name.location);
    return user.get('LoginProfile').isAbsent ? 'COMPLIANT' : violation(name, `${user.logicalId} has a password for the console`);
  },
});
