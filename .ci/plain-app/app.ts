import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Guardrails } from 'cdk-hardened';

// an app that uses nothing of the library but its rules; OPEN leaves out what they ask for most
const app = new App();
Guardrails.enforce(app);

new s3.Bucket(new Stack(app, 'Shop'), 'Orders', {
  enforceSSL: true,
  blockPublicAccess: process.env.OPEN === undefined ? s3.BlockPublicAccess.BLOCK_ALL : undefined,
});
app.synth();
