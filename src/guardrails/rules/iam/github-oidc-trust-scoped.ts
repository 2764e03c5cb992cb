import { eachAllow, TRUST_TYPES } from './allowing-statements';
import { coversAction } from '../../engine/policy/action-coverage';
import { hasValues } from '../../engine/policy/has-values';
import type { Condition, Statement } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { some, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'iam/github-oidc-trust-scoped',
  title: 'Roles for GitHub Actions are bound to a repository',
  severity: 'high',
  resourceTypes: TRUST_TYPES,
  controls: {},
  peers: {
    other: ['checkov-tf:CKV_AWS_358'],
  },
  rationale: 'Without a condition on the subject, a workflow in anybody\'s repository on GitHub gets the role; with the organisation alone, '
    + 'one in any of its repositories, which every member may be able to create.',
  whenNotToUse: 'Roles whose subjects follow a customised template that names the repository in another way.',
  fix: 'Set `assumedBy: new iam.WebIdentityPrincipal(provider.openIdConnectProviderArn, { StringEquals: { '
    + '"token.actions.githubusercontent.com:sub": "repo:org/repository:ref:refs/heads/main" } })`; '
    + '`StringLike` with `repo:org/repository:*` lets in all branches and pull requests.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
  ],
  divergences: [
    {
      peer: 'checkov-tf:CKV_AWS_358',
      how: 'It accepts `repo:org/*`, which every repository of the organisation matches.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/terraform/checks/data/aws/GithubActionsOIDCTrustPolicy.py',
    },
  ],
  check: eachAllow('trust', (statement) => {
    if (!isForGitHub(statement) || !coversAction(statement, 'sts:AssumeRoleWithWebIdentity')) return 'NOT_APPLICABLE';
    return judgeSubjects(statement);
  }, 'NOT_APPLICABLE'),
});

const ISSUER = 'token.actions.githubusercontent.com';

function isForGitHub(statement: Statement): boolean {
  if (statement.conditions.some(({ key }) => key.startsWith(`${ISSUER}:`) || key.startsWith(`${ISSUER}/`))) return true;
  return some(statement.principals, ({ kind, value }) => kind === 'Federated' && isGitHub(value));
}

function isGitHub(provider: Value): boolean {
  const target = provider.target();
  if (target !== undefined) {
    // AWS::IAM::OIDCProvider, or the custom resource of CDK
    return new RegExp(`^(?:https://)?${ISSUER}(?:/|$)`, 'i').test(target.get('Url').text() ?? '');
  }
  if (provider.textWith('…')?.includes(ISSUER)) return true;
  const open = openPart(provider.parts() ?? []);
  return open === undefined ? false : unknown(open.why, provider.location);
}

/** One condition on the subject has to name the repository in each of its values: any of them is enough for AWS. */
function judgeSubjects(statement: Statement): Outcome {
  const subjects = statement.conditions.filter(isOnSubject);
  if (some(subjects, (subject) => hasValues(subject) && !some(subject.values, (value) => !namesRepository(value)))) return 'COMPLIANT';
  if (subjects.length === 0) return violation(statement.value, 'no condition limits the subject to a repository');
  return subjects.flatMap(({ values }) => which(values, (value) => !namesRepository(value)))
    .map((value) => violation(value, `${value.textWith('…') ?? 'it'} does not name organisation and repository`));
}

/** Operators that do not hold when the subject is missing. */
function isOnSubject({ operator, key }: Condition): boolean {
  return key.startsWith(ISSUER) && key.endsWith(':sub') && /^(?:ForAnyValue:)?String(?:Equals|Like|EqualsIgnoreCase)$/i.test(operator);
}

/** `repo:organisation/repository:...`: the organisation in full, the repository from its beginning. */
function namesRepository(subject: Value): boolean {
  const [known] = subject.parts() ?? [];
  const start = typeof known === 'string' ? known : '';
  if (/^(?:repo|repository):[^/*?:]+\/[^/*?:]/.test(start)) return true;
  const open = openPart(subject.parts() ?? []);
  if (open === undefined || /^[^:]*[*?]|^[^:/]*:[^/]*[*?]|^[^:/]*:[^/]*\/[*?]/.test(start)) return false;
  return unknown(open.why, subject.location);
}
