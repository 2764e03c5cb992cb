/** The one use of an internal API of aws-cdk-lib (private/resolved-resource.ts) must see property overrides in this version too. */
const { App, Stack } = require('aws-cdk-lib');
const { SecureBucket } = require('cdk-hardened');

const app = new App();
const { bucket } = new SecureBucket(new Stack(app, 'Stack'), 'Bucket');
bucket.node.defaultChild.addPropertyOverride('VersioningConfiguration.Status', 'Suspended');
try {
  app.synth();
} catch (error) {
  if (!/\[Stack\/Bucket\] AWS::S3::Bucket VersioningConfiguration\.Status = "Suspended"/.test(error.message)) throw error;
  console.log('a broken promise stops the synth');
  process.exit(0);
}
console.log('a broken promise was not noticed');
process.exit(1);
