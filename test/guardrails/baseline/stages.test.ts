import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { judgeApp } from '../../../src/guardrails/judgement-of-app';
import { newApp } from '../../harness/apps';

/** A Stage whose findings speak of other stacks, nested ones, the account, the region and the stack itself. */
function addStage(app: ReturnType<typeof newApp>, name: string, env: object): void {
  const stage = new Stage(app, name, { env });
  const data = new Stack(stage, 'Data');
  const bucket = new s3.Bucket(data, 'Bucket');
  const shop = new Stack(stage, 'Shop');
  const lambda = new iam.ServicePrincipal('lambda.amazonaws.com');
  const role = new iam.Role(shop, 'Role', { assumedBy: lambda });
  const nested = new iam.Role(new NestedStack(data, 'Nested'), 'Role', { assumedBy: lambda });
  for (const [grantee, resources] of [
    [role, [bucket.bucketArn, bucket.arnForObjects('*')]],
    [nested, [bucket.bucketArn]],
    [role, [`arn:aws:dynamodb:${shop.region}:${shop.account}:table/*`]],
    [role, [shop.formatArn({ service: 'dynamodb', resource: 'table', resourceName: `${shop.stackName}-*` })]],
    [role, [shop.formatArn({ service: 'dynamodb', resource: 'table', resourceName: `${data.stackName}-*` })]],
  ] as const) grantee.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*', 'dynamodb:*'], resources: [...resources] }));
  new s3.CfnBucketPolicy(shop, 'Policy', {
    bucket: bucket.bucketName,
    policyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: bucket.arnForObjects('*') }] },
  });
}

function fingerprints(...stages: readonly (readonly [string, object])[]): ReadonlyMap<string, readonly string[]> {
  const app = newApp();
  for (const [name, env] of stages) addStage(app, name, env);
  app.synth();
  const { findings } = judgeApp(app, {}).report;
  return new Map(stages.map(([name]) => [name, findings
    .filter(({ template, verdict }) => template.includes(`assembly-${name}`) && verdict === 'NON_COMPLIANT')
    .map(({ ruleId, logicalId, fingerprint }) => `${ruleId} ${logicalId} ${fingerprint}`).sort()]));
}

const BETA = { account: '111122223333', region: 'eu-west-1' };
const PROD = { account: '222233334444', region: 'us-east-1' };

test('the same finding is one in Stages of other names, accounts and regions', () => {
  const found = fingerprints(['Beta', BETA], ['Prod', PROD]);
  expect(found.get('Beta')!.length).toBeGreaterThanOrEqual(14);
  expect(found.get('Prod')).toEqual(found.get('Beta'));
});

test('a Stage without environment has the same findings', () => {
  const found = fingerprints(['Beta', BETA], ['Local', {}]);
  expect(found.get('Local')).toEqual(found.get('Beta'));
});
