import { App, Stack } from 'aws-cdk-lib';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { templatesOf } from '../../../src/guardrails/app-templates';
import { AppModel } from '../../../src/guardrails/engine/app-model';

test('references of CDK between stacks are followed', () => {
  const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'weak' } });
  const env = { account: '111122223333', region: 'eu-west-1' };
  const bucket = new Bucket(new Stack(app, 'Data', { env }), 'Bucket');
  const permission = { action: 'lambda:InvokeFunction', functionName: 'f', principal: 's3.amazonaws.com', sourceArn: bucket.bucketArn };
  new CfnPermission(new Stack(app, 'Api', { env }), 'Permission', permission);
  expect(JSON.stringify(app.synth().getStackByName('Api').template)).toContain('Fn::GetStackOutput');
  const model = new AppModel(templatesOf(app));
  const [found] = model.declared('AWS::Lambda::Permission');
  expect(found.get('SourceArn').target()?.type).toBe('AWS::S3::Bucket');
});
