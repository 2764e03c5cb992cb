import * as path from 'path';
import { type CfnResource, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { secretReferredTo } from './secret-references';
import type { SecureSite } from './secure-site';
import type { SiteDeployOptions } from './site-deploy-options';
import type { TakenPaths } from './validate-site-api';
import { IGNORED, validateSiteFiles } from './validate-site-files';
import { SecureFunction } from '../functions/secure-function';
import { limitWait } from '../network/custom-resource-function';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';

/** Child id in the site; a contract, because logical ids follow from it. */
const ID = 'Deployment';

/** Longest that an upload may take; about 20,000 files. */
const UPLOAD_TIMEOUT = Duration.minutes(14);

/** For the eight files that the function holds at a time. */
const MEMORY_MB = 1_536;

/**
 * Files that a deployment puts into the bucket of a site.
 *
 * By a function of our own: that of CDK's BucketDeployment may read the whole bucket of assets, invalidate every distribution of the
 * account, and write every object with its tags, retention and legal holds.
 */
export class SiteFiles extends Construct {
  /** Uploads the folder to the site, once. */
  public static of(site: SecureSite, folder: string, { apis, errorPage }: TakenPaths, options: SiteDeployOptions): SiteFiles {
    const names = validateSiteFiles(site, folder, { errorPage, apis, taken: site.node.tryFindChild(ID) !== undefined, ...options });
    return new SiteFiles(site, folder, options, names);
  }

  /** @param names of the files in the bucket */
  private constructor(site: SecureSite, folder: string, options: SiteDeployOptions, public readonly names: string[]) {
    super(site, ID);
    const { data = {}, immutable = [], prune = true } = options;
    const archive = new Asset(this, 'Archive', { path: folder, exclude: IGNORED });
    const uploader = this.defineFunction(site);
    site.grantDeploy(uploader);
    uploader.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [archive.bucket.arnForObjects(archive.s3ObjectKey)] }));
    const upload = new CustomResource(this, 'Resource', {
      serviceToken: uploader.lambdaFunction.functionArn,
      properties: {
        ArchiveBucket: archive.s3BucketName,
        ArchiveKey: archive.s3ObjectKey, // with the hash of the files: another one makes CloudFormation call the function again
        Bucket: site.bucket.bucketName,
        Distribution: site.distribution.distributionId,
        Immutable: immutable,
        Data: Object.fromEntries(Object.entries(data).map(([file, value]) => [file, Stack.of(this).toJsonString(value)])),
        Prune: `${prune}`,
        // with the hash of the uploader's code: CloudFormation would not call a corrected one for files that are the same
        Uploader: uploadedCode(uploader),
      },
    });
    limitWait(upload, UPLOAD_TIMEOUT.plus(Duration.minutes(1)));
    upload.node.addDependency(uploader.role);
    this.node.addValidation({ validate: () => problemsOfData(site, data, upload.node.defaultChild as CfnResource) });
  }

  private defineFunction(site: SecureSite): SecureFunction {
    return new SecureFunction(this, 'Function', {
      description: `Uploads the files of ${site.node.path}`.slice(0, 256),
      // the same distance from src/site/ and from lib/site/
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handlers', 'site-files', 'index')),
      encryptionKey: site.bucket.encryptionKey,
      memorySize: MEMORY_MB,
      timeout: UPLOAD_TIMEOUT,
    });
  }
}

/** CloudFormation would resolve a reference to a secret, and the function publish its value. */
function problemsOfData(scope: Construct, data: Record<string, unknown>, upload: CfnResource): string[] {
  return Object.entries(resolveResource(upload).Properties?.Data ?? {}).flatMap(([file, text]) => {
    const secret = secretReferredTo(scope, data[file], text);
    return secret === undefined ? [] : [describeMisuse(scope, {
      prop: 'deploy data',
      value: file,
      problem: `it refers to ${secret}, and everybody can read the file`,
      instead: 'Leave it out: a page that needs a secret asks an API, which keeps it.',
    })];
  });
}

function uploadedCode({ lambdaFunction }: SecureFunction): string | undefined {
  return ((lambdaFunction.node.defaultChild as lambda.CfnFunction).code as lambda.CfnFunction.CodeProperty).s3Key;
}
