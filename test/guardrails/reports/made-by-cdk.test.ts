import * as fs from 'fs';
import { App, Aws, Duration, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as synthetics from 'aws-cdk-lib/aws-synthetics';
import * as customResources from 'aws-cdk-lib/custom-resources';
import { Guardrails, GuardrailsProps, ProviderLogs } from '../../../src/guardrails';
import type { Finding, Report } from '../../../src/guardrails/reports/report';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { ENV, FLAG_MODES, newApp } from '../../harness/apps';

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

/** What the default rules find in an app. */
function findingsIn(build: (stack: Stack) => void, flags?: Record<string, unknown>, props: GuardrailsProps = {}): readonly Finding[] {
  const app: App = newApp(flags);
  const file = `${app.outdir}.json`;
  Guardrails.enforce(app, { ...props, reportFiles: [file] });
  build(new Stack(app, 'Shop', { env: ENV, crossRegionReferences: true }));
  try {
    app.synth();
  } catch (error) {
    if (!(error as Error).message.includes('validation-report.json')) throw error;
  }
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as Report).findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
}

/** What stops the synth. */
function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
}

const newFunction = (stack: Stack, props: Partial<lambda.FunctionProps> = {}): lambda.Function => new lambda.Function(stack, 'F', {
  code: lambda.Code.fromInline('1'), handler: 'index.h', runtime: lambda.Runtime.NODEJS_22_X, ...props,
});
const newBucket = (stack: Stack, id: string, props: s3.BucketProps = {}): s3.Bucket => new s3.Bucket(stack, id, {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, enforceSSL: true, ...props,
});
const newZone = (stack: Stack): route53.PublicHostedZone => new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'shop.example.com' });
const GITHUB = { url: 'https://token.actions.githubusercontent.com', clientIds: ['sts.amazonaws.com'] };

const newSite = (stack: Stack, withDistribution: boolean): void => {
  const bucket = newBucket(stack, 'Site');
  const distribution = new cloudfront.Distribution(stack, 'Cdn', {
    defaultBehavior: {
      origin: origins.S3BucketOrigin.withOriginAccessControl(bucket), viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    },
    defaultRootObject: 'index.html',
  });
  new deployment.BucketDeployment(stack, 'Deploy', {
    sources: [deployment.Source.data('index.html', 'a')], destinationBucket: bucket, ...withDistribution ? { distribution } : {},
  });
};

const newCall = (stack: Stack, resources: string[]): void => {
  new customResources.AwsCustomResource(stack, 'Call', {
    onUpdate: { service: 'SSM', action: 'getParameter', parameters: { Name: 'a' }, physicalResourceId: customResources.PhysicalResourceId.of('a') },
    policy: customResources.AwsCustomResourcePolicy.fromSdkCalls({ resources }),
    installLatestAwsSdk: false,
  });
};

const newSchedule = (stack: Stack, policyStatement?: iam.PolicyStatement): void => {
  new events.Rule(stack, 'Rule', {
    schedule: events.Schedule.rate(Duration.hours(1)),
    targets: [new targets.AwsApi({ service: 'ECS', action: 'updateService', parameters: {}, policyStatement })],
  });
};

const newCapacity = (stack: Stack, asTold: boolean): void => {
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const [instanceType, machineImage] = [new ec2.InstanceType('t3.micro'), ecs.EcsOptimizedImage.amazonLinux2023()];
  const vpcSubnets = { subnetType: ec2.SubnetType.PUBLIC };
  if (!asTold) {
    cluster.addCapacity('Capacity', { instanceType, machineImage, vpcSubnets });
    return;
  }
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, instanceType, machineImage, vpcSubnets });
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Capacity', { autoScalingGroup, enableManagedDraining: true }));
};

const newCanary = (stack: Stack, props: Partial<synthetics.CanaryProps>): void => {
  new synthetics.Canary(stack, 'Canary', {
    runtime: synthetics.Runtime.SYNTHETICS_NODEJS_PUPPETEER_9_0,
    test: synthetics.Test.custom({ code: synthetics.Code.fromInline('1'), handler: 'index.handler' }),
    artifactsBucketLocation: { bucket: newBucket(stack, 'Artifacts') },
    ...props,
  });
};

const newPipeline = (stack: Stack, artifactBucket?: s3.IBucket): void => {
  const output = new codepipeline.Artifact();
  new codepipeline.Pipeline(stack, 'Pipeline', {
    crossAccountKeys: true,
    artifactBucket,
    stages: [
      {
        stageName: 'Source',
        actions: [new actions.CodeStarConnectionsSourceAction({
          actionName: 'Source', owner: 'acme', repo: 'shop', output, connectionArn: 'arn:aws:codestar-connections:eu-west-1:111122223333:connection/a',
        })],
      },
      { stageName: 'Approve', actions: [new actions.ManualApprovalAction({ actionName: 'Approve' })] },
    ],
  });
};

const newRotation = (stack: Stack): lambda.Function => {
  const rotationLambda = newFunction(stack);
  new secretsmanager.Secret(stack, 'Secret').addRotationSchedule('Rotation', { rotationLambda });
  return rotationLambda;
};

/** What users write, what the report tells them to write instead, and that. */
const MADE: [string, (stack: Stack) => void, RegExp, (stack: Stack) => void][] = [
  ['logRetention', (stack) => newFunction(stack, { logRetention: logs.RetentionDays.ONE_YEAR }), /logGroup: new logs\.LogGroup/,
    (stack) => newFunction(stack, { logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_YEAR }) })],
  ['OpenIdConnectProvider', (stack) => new iam.OpenIdConnectProvider(stack, 'GitHub', GITHUB), /iam\.OidcProviderNative/,
    (stack) => new iam.OidcProviderNative(stack, 'GitHub', GITHUB)],
  ['AwsCustomResource', (stack) => newCall(stack, customResources.AwsCustomResourcePolicy.ANY_RESOURCE), /fromSdkCalls\(\{ resources: \[/,
    (stack) => newCall(stack, ['arn:aws:ssm:eu-west-1:111122223333:parameter/a'])],
  ['AwsApi', (stack) => newSchedule(stack), /`policyStatement`/, (stack) => newSchedule(stack, new iam.PolicyStatement({
    actions: ['ecs:UpdateService'], resources: ['arn:aws:ecs:eu-west-1:111122223333:service/shop/orders'],
  }))],
  ['DnsValidatedCertificate', (stack) => new acm.DnsValidatedCertificate(stack, 'Certificate', { domainName: 'shop.example.com', hostedZone: newZone(stack) }),
    /CertificateValidation\.fromDns/,
    (stack) => new acm.Certificate(stack, 'Certificate', { domainName: 'shop.example.com', validation: acm.CertificateValidation.fromDns(newZone(stack)) })],
  ['deleteExisting of a record', (stack) => new route53.ARecord(stack, 'Record', {
    zone: newZone(stack), target: route53.RecordTarget.fromIpAddresses('192.0.2.1'), deleteExisting: true,
  }), /Leave `deleteExisting` out/, (stack) => new route53.ARecord(stack, 'Record', { zone: newZone(stack), target: route53.RecordTarget.fromIpAddresses('192.0.2.1') })],
  ['BucketDeployment with a distribution', (stack) => newSite(stack, true), /leave `distribution` out/, (stack) => newSite(stack, false)],
  ['cleanup of a canary', (stack) => newCanary(stack, { cleanup: synthetics.Cleanup.LAMBDA }), /provisionedResourceCleanup: true/,
    (stack) => newCanary(stack, { provisionedResourceCleanup: true })],
  ['key of the artifacts of a pipeline', (stack) => newPipeline(stack), /`artifactBucket`/, (stack) => newPipeline(stack, newBucket(stack, 'Artifacts', {
    encryptionKey: new kms.Key(stack, 'ArtifactsKey', { enableKeyRotation: true }),
  }))],
  ['addRotationSchedule', newRotation, /node\.sourceAccount = Aws\.ACCOUNT_ID/, (stack) => {
    for (const node of newRotation(stack).node.children) if (lambda.CfnPermission.isCfnPermission(node)) node.sourceAccount = Aws.ACCOUNT_ID;
  }],
];

describe.each(MADE)('what %s brings along', (_name, written, told, asTold) => {
  test('stops the synth, and the report says what to write instead', () => {
    const found = blocking(findingsIn(written));
    expect(found.length).toBeGreaterThan(0);
    for (const { fix } of found) expect(fix).toMatch(told);
  });

  test('does not once that is written', () => {
    expect(blocking(findingsIn(asTold))).toEqual([]);
  });
});

test('the hook that drains capacity of ECS goes as the report says; the token that pulls images is an exception', () => {
  const found = blocking(findingsIn((stack) => newCapacity(stack, false)));
  expect(found.filter(({ ruleId }) => ruleId === 'lambda/role-no-wildcards').map(({ fix }) => fix))
    .toEqual([expect.stringMatching(/cluster\.addAsgCapacityProvider\(.*enableManagedDraining: true/)]);
  expect(found.find(({ ruleId }) => ruleId === 'iam/no-credentials-exposure')?.fix).toMatch('ruleOptions: { \'iam/no-credentials-exposure\': ');
  const ruleOptions = { 'iam/no-credentials-exposure': { exceptions: ['ecr:GetAuthorizationToken'] } };
  expect(blocking(findingsIn((stack) => newCapacity(stack, true), undefined, { ruleOptions }))).toEqual([]);
});

/** What CDK brings along that stops nothing. */
const HARMLESS: [string, (stack: Stack) => void][] = [
  ['autoDeleteObjects', (stack) => newBucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY })],
  ['BucketDeployment', (stack) => new deployment.BucketDeployment(stack, 'Deploy', {
    sources: [deployment.Source.data('a.txt', 'a')], destinationBucket: newBucket(stack, 'Site'),
  })],
  ['crossRegionReferences', (stack) => {
    const producer = new Stack(Stage.of(stack)!, 'Producer', { env: { ...ENV, region: 'us-east-1' }, crossRegionReferences: true });
    new ssm.StringParameter(stack, 'Name', { stringValue: newBucket(producer, 'Bucket').bucketName });
  }],
  ['eventBridgeEnabled', (stack) => newBucket(stack, 'Bucket', { eventBridgeEnabled: true })],
  ['restrictDefaultSecurityGroup', (stack) => new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: true, natGateways: 0 })],
  ['Provider', (stack) => new customResources.Provider(stack, 'Provider', { onEventHandler: newFunction(stack) })],
];

describe.each(FLAG_MODES)('%s', (_, flags) => {
  test.each(HARMLESS)('what %s brings along stops nothing', (__, build) => {
    expect(blocking(findingsIn(build, flags))).toEqual([]);
  });
});

test('the functions of CDK keep their logs as the report says', () => {
  const build = (stack: Stack): void => {
    for (const [name, each] of HARMLESS.filter(([what]) => what !== 'Provider' && what !== 'BucketDeployment')) {
      each(new Stack(Stage.of(stack)!, name, { env: ENV, crossRegionReferences: true }));
    }
  };
  const LOGS = 'CDK makes the function: `Guardrails.enforce(app, { providerLogs: {} })` gives it a log group.';
  const TRACES = 'CDK makes the function, and has no prop that traces it: waive this, or acknowledge it for the stack.';
  const about = (ruleId: string, findings: readonly Finding[]): Finding[] => findings.filter((finding) => finding.ruleId === ruleId);
  const before = findingsIn(build, {});
  expect(new Set(about('lambda/logging-config', before).map(({ fix }) => fix))).toEqual(new Set([LOGS]));
  expect(new Set(about('lambda/xray-tracing', before).map(({ fix }) => fix))).toEqual(new Set([TRACES]));
  const after = findingsIn((stack) => {
    ProviderLogs.keep(stack.node.root);
    build(stack);
  }, {});
  expect(about('lambda/logging-config', after)).toEqual([]);
});

test('what users write themselves has the fix of the rule', () => {
  const [found] = blocking(findingsIn((stack) => newFunction(stack).addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }))));
  expect(found.fix).toEqual(ALL_RULES.find(({ id }) => id === found.ruleId)!.fix);
});
