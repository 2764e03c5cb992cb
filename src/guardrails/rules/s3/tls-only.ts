import { textIn } from './policy-statements';
import type { AppModel, NamingResources } from '../../engine/app-model';
import { hasValues } from '../../engine/policy/has-values';
import { leavesOut } from '../../engine/policy/left-out';
import { statementsOf } from '../../engine/policy/policies';
import type { Statement } from '../../engine/policy/statement';
import { isEveryone, isEveryResource } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { allOf, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/tls-only',
  title: 'S3 buckets refuse requests without TLS',
  severity: 'medium',
  resourceTypes: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  controls: {
    fsbp: ['S3.5'],
    cis: ['CIS AWS v3.0 2.1.1', 'CIS AWS v5.0 2.1.1', 'CIS AWS v7.0 3.1.1'],
    pciDss4: ['1.2.5', '2.2.5', '2.2.7', '4.2.1', '4.2.1.1', '8.3.2'],
    hipaa: [
      '164.308(a)(1)(ii)(B)', '164.312(a)(2)(iv)', '164.312(c)(1)', '164.312(c)(2)', '164.312(e)(1)', '164.312(e)(2)(i)',
      '164.312(e)(2)(ii)', '164.314(b)(1)', '164.314(b)(2)', '164.314(b)(2)(i)', '164.314(b)(2)(ii)', '164.314(b)(2)(iii)',
      '164.314(b)(2)(iv)',
    ],
    nist80053r5: [
      'AC-4', 'AC-4(22)', 'AC-17(2)', 'AC-24(1)', 'AU-9(3)', 'CA-9(b)', 'CM-6(a)', 'CM-9(b)', 'IA-5(1)', 'IA-5(1)(c)', 'PM-11(b)',
      'PM-17(b)', 'SC-7(4)', 'SC-7(4)(b)', 'SC-7(4)(g)', 'SC-7(5)', 'SC-8', 'SC-8(1)', 'SC-8(2)', 'SC-8(3)', 'SC-8(4)', 'SC-8(5)',
      'SC-12(3)', 'SC-13', 'SC-13(a)', 'SC-16(1)', 'SC-23', 'SC-23(3)', 'SI-1(a)(2)', 'SI-1(c)(2)', 'SI-7(6)',
    ],
    soc2: ['CC6.1', 'CC6.2'],
    gdpr: ['Article 32'],
    wellArchitected: ['SEC09-BP02'],
    owaspServerless: ['S3'],
  },
  peers: {
    cdkNag: ['S3BucketSSLRequestsOnly'],
    guard: ['S3_BUCKET_SSL_REQUESTS_ONLY'],
    prowler: ['s3_bucket_secure_transport_policy'],
    other: ['checkov-tf:CKV_AWS_379', 'config:s3-bucket-ssl-requests-only'],
  },
  rationale: 'S3 also answers plain HTTP. Whoever sits on the network then reads and changes objects, and reuses presigned URLs.',
  whenNotToUse: 'Website buckets that are served without CloudFront, whose endpoint knows no TLS: better put CloudFront in front.',
  fix: 'Set `enforceSSL: true` on the bucket.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-use-case-HTTP-HTTPS-1'],
  absent: {
    means: 'Without a bucket policy, requests over plain HTTP are accepted.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  },
  divergences: [
    {
      peer: 'cdkNag:S3BucketSSLRequestsOnly',
      how: 'It wants the bucket and its objects in one statement, knows no `*`, and takes statements with a second condition.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/s3/S3BucketSSLRequestsOnly.ts',
    },
  ],
  check: (resource, app) => (resource.type === 'AWS::S3::Bucket' ? judge(resource, app) : judgePolicyElsewhere(resource, app)),
  remediation: { kind: 'companion', adds: 'a statement in the bucket policy' },
});

function judge(bucket: Resource, app: AppModel): Outcome {
  const { resources: policies, maybeMore } = policiesOf(bucket, app);
  if (isDeniedBy(policies, (resource) => resource.refersTo(bucket))) return 'COMPLIANT';
  if (maybeMore !== undefined) return unknown(maybeMore);
  return violation('Properties', policies.length === 0 ? 'it has no bucket policy' : 'its policy does not deny everything without TLS');
}

/** The policy of a bucket that is not in the app: no other can be added to the bucket. In the app, the bucket is judged. */
function judgePolicyElsewhere(policy: Resource, app: AppModel): Outcome {
  const bucket = policy.get('Bucket');
  if (bucket.isAbsent) return undefined;
  if (app.ofType('AWS::S3::Bucket').some((candidate) => policiesOf(candidate, app).resources.includes(policy))) return 'NOT_APPLICABLE';
  const isNamed = (resource: Value): boolean => resource.key?.replace(/^arn:.*:::/, '').replace(/\/\*$/, '') === bucket.key
    || (resource.whyUnknown === undefined ? false : unknown(resource.whyUnknown, resource.location));
  return isDeniedBy([policy], isNamed) ? 'COMPLIANT' : violation('Properties.PolicyDocument', 'it does not deny everything without TLS');
}

function policiesOf(bucket: Resource, app: AppModel): NamingResources {
  return app.naming(bucket, 'AWS::S3::BucketPolicy', 'Bucket');
}

/** Whether policies deny requests without TLS, to the bucket and to its objects alike. */
function isDeniedBy(policies: readonly Resource[], isNamed: (resource: Value) => boolean): boolean {
  const isDenied = (what: (resource: Value, isNamed: (resource: Value) => boolean) => boolean): boolean => some(policies, (policy) =>
    some(statementsOf(policy), (statement) => deniesPlainHttp(statement)
      && (statement.hasNotResource ? !leavesOut(statement, isNamed) : some(statement.resources, (resource) => what(resource, isNamed)))));
  return allOf(() => isDenied(isBucket), () => isDenied(isItsObjects));
}

/** Everybody, everything, on nothing but the condition that the request came without TLS. */
function deniesPlainHttp(statement: Statement): boolean {
  return allOf(
    () => !statement.allows,
    () => some(statement.principals, isEveryone),
    () => some(statement.value.at('Action').list(), (action) => /^(\*|s3:)\*+$|^\*$/i.test(textIn(action))),
    () => {
      const [condition, ...others] = statement.conditions;
      if (condition?.key !== 'aws:securetransport' || others.length > 0 || !/^Bool(IfExists)?$/i.test(condition.operator)) return false;
      return hasValues(condition) && condition.values.every((value) => value.is(false));
    },
  );
}

/** The bucket as such, not just what is in it. */
function isBucket(resource: Value, isNamed: (resource: Value) => boolean): boolean {
  return !shape(resource).includes('/') && (isEveryResource(resource) || (!namesAnother(resource) && isNamed(resource)));
}

/** All objects of the bucket, not those of one folder. */
function isItsObjects(resource: Value, isNamed: (resource: Value) => boolean): boolean {
  const isAll = /^[^/]*\/\*$/.test(shape(resource)) || shape(resource).endsWith(`${REFERENCE}*`);
  return isEveryResource(resource) || (isAll && !namesAnother(resource) && isNamed(resource));
}

const REFERENCE = '\uFFFF';

/** A bucket whose name is made with that of another: `${Bucket}-logs`. */
function namesAnother(resource: Value): boolean {
  return resource.target() !== undefined && !/^(?:[^/]*:)?\uFFFF(?:\/?\*)?$/.test(shape(resource));
}

function shape(resource: Value): string {
  return resource.textWith(REFERENCE) ?? '';
}
