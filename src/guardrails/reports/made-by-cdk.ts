import type { Resource } from '../engine/resource';
import type { Rule } from '../engine/rule';

/** A resource that CDK brings along: the user did not write it, so what the rule says of it helps nobody. */
interface MadeByCdk {
  /** Id of a construct on its path, which is CDK's own and the same in every app. */
  readonly id: RegExp;
  /** Rules whose findings this is the fix of. */
  readonly rules: RegExp;
  /** What to write in the place of what brings it along. */
  readonly fix: string;
}

const ABOUT_POLICIES = /^(iam\/|lambda\/role-|stepfunctions\/role-)/;

const MADE_BY_CDK: readonly MadeByCdk[] = [
  {
    id: /^LogRetention[0-9a-f]{32}$/,
    rules: ABOUT_POLICIES,
    fix: 'CDK makes this for `logRetention`: give what has that prop a `logGroup: new logs.LogGroup(this, \'Logs\', { retention })` instead. Where it '
      + 'takes none, as `cloudwatchLogsRetention` of a database, waive this.',
  },
  {
    id: /^Custom::AWSCDKOpenIdConnectProviderCustomResourceProvider$/,
    rules: ABOUT_POLICIES,
    fix: 'Use `iam.OidcProviderNative` instead of `iam.OpenIdConnectProvider`: it needs no function. An account has one provider of a URL: if this '
      + 'one is deployed, let it go in a deployment of its own first.',
  },
  {
    id: /^CustomResourcePolicy$/,
    rules: ABOUT_POLICIES,
    fix: 'Name the resources in `policy` of the `AwsCustomResource`: `AwsCustomResourcePolicy.fromSdkCalls({ resources: [...] })`, and not ANY_RESOURCE.',
  },
  {
    id: /^AWSb4cf1abd4e4f4bc699441af7ccd9ec37$/,
    rules: ABOUT_POLICIES,
    fix: 'Give `targets.AwsApi` a `policyStatement` that names the action and its resources.',
  },
  {
    id: /^CertificateRequestorFunction$/,
    rules: ABOUT_POLICIES,
    fix: 'Use `acm.Certificate` with `validation: acm.CertificateValidation.fromDns(zone)`, in a stack of the region that needs it, instead of '
      + '`acm.DnsValidatedCertificate`.',
  },
  {
    id: /^Custom::DeleteExistingRecordSetCustomResourceProvider$/,
    rules: ABOUT_POLICIES,
    fix: 'Leave `deleteExisting` out, and delete the old record before you deploy.',
  },
  {
    id: /^DrainECSHook$/,
    rules: ABOUT_POLICIES,
    fix: 'Let ECS drain the instances itself, instead of `cluster.addCapacity`: `cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(this, '
      + '\'Capacity\', { autoScalingGroup, enableManagedDraining: true }))`.',
  },
  {
    id: /^Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/,
    rules: ABOUT_POLICIES,
    fix: 'CDK lets every `BucketDeployment` with a `distribution` invalidate all of them: leave `distribution` out and invalidate after the deployment, '
      + 'or waive this.',
  },
  {
    id: /^Custom::SyntheticsAutoDeleteUnderlyingResourcesCustomResourceProvider$/,
    rules: ABOUT_POLICIES,
    fix: 'Set `provisionedResourceCleanup: true` of the canary instead of `cleanup`: then it needs no function.',
  },
  {
    id: /^ArtifactsBucketEncryptionKey$/,
    rules: /^kms\//,
    fix: 'Give the pipeline an `artifactBucket` with an `encryptionKey: new kms.Key(this, \'ArtifactsKey\', { enableKeyRotation: true })` of your own.',
  },
  {
    id: /^Invoke[A-Za-z0-9+=-]{44,}$/,
    rules: /^lambda\/service-permission-source-bound$/,
    fix: '`grantInvoke` writes it, which `addRotationSchedule` of a secret calls too. Bind it to the account: '
      + '`for (const node of fn.node.children) if (lambda.CfnPermission.isCfnPermission(node)) node.sourceAccount = Aws.ACCOUNT_ID;`.',
  },
  {
    id: /^FileRole$/,
    rules: /^iam\/no-privilege-escalation$/,
    fix: 'CDK Pipelines lets the role that publishes files start any build. Bound it: `iam.PermissionsBoundary.of(pipeline).apply(boundary)`, with a '
      + 'boundary that allows the builds of this pipeline only, or waive this.',
  },
  {
    id: /^(.*CustomResourceProvider|(LogRetention|BucketNotificationsHandler|AWS|Eval|Custom::CDKBucketDeployment)[0-9A-Fa-f]{32}.*|framework-[a-zA-Z]+|@aws-cdk--.*|DrainECSHook)$/,
    rules: /^lambda\/xray-tracing$/,
    fix: 'CDK makes the function, and has no prop that traces it: waive this, or acknowledge it for the stack.',
  },
  {
    id: /^(.*CustomResourceProvider|(LogRetention|BucketNotificationsHandler)[0-9a-f]{32})$/,
    rules: /^lambda\/logging-config$/,
    fix: 'CDK makes the function: `Guardrails.enforce(app, { providerLogs: {} })` gives it a log group.',
  },
  {
    id: /^framework-[a-zA-Z]+$/,
    rules: /^lambda\/logging-config$/,
    fix: 'Give the `Provider` a `logGroup: new logs.LogGroup(this, \'Logs\', { retention })`.',
  },
];

/** What ids of all of them have in their logical ids: paths of constructs cost more than this. */
const HINTS = /Custom|LogRetention|AWS|CertificateRequestor|DrainECSHook|ArtifactsBucket|Invoke|FileRole|BucketNotificationsHandler|framework|awscdk|Eval/;

/** What to write so that a finding about a resource goes away. */
export function fixOf({ id, fix }: Rule, resource: Resource | undefined): string {
  if (resource === undefined || !HINTS.test(resource.logicalId)) return fix;
  const path = resource.constructPath?.split('/') ?? [];
  return MADE_BY_CDK.find((made) => made.rules.test(id) && path.some((step) => made.id.test(step)))?.fix ?? fix;
}
