import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { allOf, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/single-access-key-per-user',
  title: 'IAM users have one active access key at most',
  severity: 'medium',
  resourceTypes: ['AWS::IAM::AccessKey'],
  controls: {
    cis: ['CIS AWS v3.0 1.13', 'CIS AWS v5.0 1.12'],
    wellArchitected: ['SEC02-BP01'],
  },
  peers: {
    prowler: ['iam_user_two_active_access_key'],
    other: ['trivy:AWS-0167'],
  },
  rationale: 'A second key doubles what can leak, and hides which program uses which: nobody dares to switch one off.',
  whenNotToUse: 'During a rotation, in which both keys are active for a while.',
  fix: 'Keep one `iam.AccessKey` a user; rotate it with `serial`, or set `status: iam.AccessKeyStatus.INACTIVE` on the old one.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html#securing_access-keys',
  ],
  absent: {
    means: 'A key is active unless its status says otherwise.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html',
  },
  partly: 'Keys that are made outside the app.',
  check: (key, app) => {
    if (!isActive(key)) return 'NOT_APPLICABLE';
    const others = which(
      app.ofType('AWS::IAM::AccessKey').filter((other) => other !== key),
      (other) => allOf(() => isActive(other), () => isOfSameUser(key, other)),
    );
    if (others.length === 0) return 'COMPLIANT';
    return others.map(({ logicalId }) => violation(key.get('UserName'), `${logicalId} is an active access key of the same user`, logicalId));
  },
});

function isActive(key: Resource): boolean {
  const status = key.get('Status');
  return status.isAbsent || !status.is('Inactive');
}

function isOfSameUser(one: Resource, other: Resource): boolean {
  const [a, b] = [one.get('UserName'), other.get('UserName')];
  if (a.key === b.key) return true;
  const [userOfA, userOfB] = [a.target(), b.target()];
  if (userOfA !== undefined) return b.refersTo(userOfA);
  if (userOfB !== undefined) return a.refersTo(userOfB);
  return a.isSameAs(b);
}
