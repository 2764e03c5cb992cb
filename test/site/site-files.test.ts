import * as fs from 'fs';
import * as path from 'path';
import { Aws, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { folderWith, SHOP } from './site-folder';
import { apiFor, edgeStack, secretIn, siteIn } from './site-under-test';
import { SecureKey, SecureSiteProps, SiteDeployOptions } from '../../src';
import { inBothFlagModes, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

function deployed(options?: SiteDeployOptions, folder = SHOP, props?: Partial<SecureSiteProps>): Stack {
  const stack = edgeStack();
  siteIn(stack, props).deploy(folder, options);
  return stack;
}

const uploadOf = (stack: Stack) => only(templateOf(stack), 'AWS::CloudFormation::CustomResource').resource;

inBothFlagModes(() => {
  test('CloudFormation has the function upload the archive, and waits for it no longer than it may take', () => {
    const stack = deployed({ immutable: ['assets'] });
    const template = templateOf(stack);
    const { Properties, DependsOn } = uploadOf(stack);
    expect(Properties).toMatchObject({
      ArchiveKey: expect.stringMatching(/^[0-9a-f]{64}\.zip$/),
      Distribution: { Ref: only(template, 'AWS::CloudFront::Distribution').id },
      Immutable: ['assets'],
      Data: {},
      Prune: 'true',
      ServiceTimeout: 900,
    });
    expect(readable(Properties.ArchiveBucket)).toMatch(/^cdk-hnb659fds-assets-.*us-east-1$/);
    expect(only(template, 'AWS::Lambda::Function').resource.Properties).toMatchObject({ Timeout: 840, MemorySize: 1536 });
    expect(DependsOn).toContain(only(template, 'AWS::IAM::Policy').id); // before it may do anything, it could do nothing
  });

  test('the function may read this archive, write to this bucket and forget of this distribution, and nothing else', () => {
    const stack = deployed();
    const { Statement } = only(templateOf(stack), 'AWS::IAM::Policy').resource.Properties.PolicyDocument;
    // with feature flags, CDK joins statements
    const allowed = (Statement as any[]).flatMap(({ Action, Resource }) => [Action].flat().map((action) => `${action} on ${readable(Resource)}`));
    const { ArchiveKey } = uploadOf(stack).Properties;
    expect(allowed.filter((each) => /s3:|cloudfront:/.test(each)).sort()).toEqual([
      expect.stringMatching(/^cloudfront:CreateInvalidation on arn:aws:cloudfront::111122223333:distribution\/Site\w+$/),
      expect.stringMatching(/^s3:AbortMultipartUpload on SiteFiles\w+\.Arn\/\*$/),
      expect.stringMatching(/^s3:DeleteObject on SiteFiles\w+\.Arn\/\*$/),
      expect.stringMatching(new RegExp(`^s3:GetObject on arn:aws:s3:::cdk-hnb659fds-assets-.*us-east-1/${ArchiveKey}$`)),
      expect.stringMatching(/^s3:ListBucket on SiteFiles\w+\.Arn$/),
      expect.stringMatching(/^s3:ListMultipartUploadParts on SiteFiles\w+\.Arn\/\*$/),
      expect.stringMatching(/^s3:PutObject on SiteFiles\w+\.Arn\/\*$/),
    ]);
  });

  test('values that are known at deployment become files of JSON', () => {
    const { Properties } = uploadOf(deployed({ data: { 'settings.json': { account: Aws.ACCOUNT_ID, pages: 2 }, 'config/flags.json': [] }, prune: false }));
    expect(readable(Properties.Data['settings.json'])).toBe('{"account":"<account>","pages":2}');
    expect(Properties.Data['config/flags.json']).toBe('[]');
    expect(Properties.Prune).toBe('false');
  });

  test('its log and environment are under the key of the site', () => {
    const stack = edgeStack();
    const encryptionKey = new SecureKey(stack, 'Key').key;
    siteIn(stack, { encryptionKey }).deploy(SHOP);
    expect(only(templateOf(stack), 'AWS::Lambda::Function').resource.Properties.KmsKeyArn)
      .toEqual({ 'Fn::GetAtt': [stack.getLogicalId(encryptionKey.node.defaultChild as CfnResource), 'Arn'] });
  });

  test('other files make another archive, and what desktops leave behind does not', () => {
    const key = (files: Record<string, string>) => uploadOf(deployed({}, folderWith(files))).Properties.ArchiveKey;
    expect(key({ '.DS_Store': 'x', 'img/Thumbs.db': 'x', 'img/a.svg': 'a' })).toBe(key({ 'img/a.svg': 'a' }));
    expect(key({ 'img/a.svg': 'b' })).not.toBe(key({ 'img/a.svg': 'a' }));
  });

  test('another uploader uploads again, although the files are the same', () => {
    const stack = deployed();
    const { Code } = only(templateOf(stack), 'AWS::Lambda::Function').resource.Properties;
    expect(Code.S3Key).toMatch(/^[0-9a-f]{64}\.zip$/);
    expect(uploadOf(stack).Properties.Uploader).toBe(Code.S3Key);
  });

  test.each<[string, () => Stack, string]>([
    ['a folder that is not there', () => deployed({}, path.join(SHOP, 'dist')), 'there is no such folder'],
    ['a file', () => deployed({}, path.join(SHOP, 'index.html')), 'there is no such folder'],
    ['a token', () => deployed({}, Aws.REGION), 'deploy(folder)'],
    ['no index.html', () => deployed({}, path.join(SHOP, 'assets')), 'it has no index.html, which answers the root of the site'],
    ['no error page', () => deployed({}, SHOP, { errorPage: 'errors/sorry.html' }), 'it has no errors/sorry.html, so that viewers would read what S3 says of errors'],
    ['a file of secrets', () => deployed({}, folderWith({ 'app/.env.local': 'KEY=1' })), 'it holds app/.env.local, and everybody could read it'],
    ['a repository', () => deployed({}, folderWith({ '.git/config': '' })), 'Keep .git out of what you publish'],
    ['a file that is too large', () => deployed({}, sparse(51)), 'film.mp4 has 51 MB, and files of up to 50 MB are uploaded'],
    ['a link', () => deployed({}, linked()), 'secret.txt is a link'],
    ['a folder that is misspelled', () => deployed({ immutable: ['asset'] }), 'deploy immutable = "asset": no file of the site is below it'],
    ['a folder with a slash', () => deployed({ immutable: ['assets/'] }), 'without slashes around it'],
    ['a list of folders that is a token', () => deployed({ immutable: [Aws.REGION] }), 'deploy immutable'],
    ['data that is no JSON file', () => deployed({ data: { 'settings.js': {} } }), 'deploy data = "settings.js": it is no name of a JSON file'],
    ['data in a hidden file', () => deployed({ data: { '../settings.json': {} } }), 'it is no name of a JSON file'],
    ['data under the name of a file', () => deployed({ data: { 'a.json': {} } }, folderWith({ 'a.json': '{}' })), 'the folder has a file of this name'],
  ])('refuses %s', (_, deploy, message) => {
    expect(deploy).toThrow(message);
  });

  test('refuses a second upload, which would delete the files of the first', () => {
    const site = siteIn(edgeStack());
    site.deploy(SHOP);
    expect(() => site.deploy(SHOP)).toThrow('each upload would delete those of the other. Put all files into one folder, and call deploy once.');
  });

  const behind = (place: string, order: 'before' | 'after', options: SiteDeployOptions = {}, folder = folderWith({ 'api/docs.html': 'docs' })) => () => {
    const stack = edgeStack();
    const site = siteIn(stack);
    if (order === 'after') site.deploy(folder, options);
    site.addApi(place, apiFor(stack), { secret: secretIn(stack) });
    if (order === 'before') site.deploy(folder, options);
  };
  test.each<[string, () => void, string | undefined]>([
    ['a file below an API', behind('/api/*', 'before'), 'deploy = "api/docs.html": CloudFront asks the API at /api/* for it, and would never show the file'],
    ['an API above a file', behind('/api/*', 'after'), 'addApi(path) = "/api/*": CloudFront would ask the API for api/docs.html, which deploy uploads there'],
    ['data below an API', behind('/config/*', 'before', { data: { 'config/a.json': 1 } }), 'deploy = "config/a.json": CloudFront asks the API at /config/*'],
    ['an API above data', behind('/config/*', 'after', { data: { 'config/a.json': 1 } }), 'CloudFront would ask the API for config/a.json'],
    ['an API in the place of a file', behind('/api/docs.html', 'after'), 'CloudFront would ask the API for api/docs.html'],
    ['nothing of a neighbour', behind('/api/docs', 'before'), undefined],
    ['nothing of a longer name', behind('/ap/*', 'after'), undefined],
  ])('refuses %s, which nobody would see', (_, act, message) => {
    if (message === undefined) expect(act).not.toThrow();
    else expect(act).toThrow(message);
  });

  test('the role of the function does not grow', () => {
    const stack = deployed();
    const role = stack.node.findChild('Site').node.findChild('Deployment').node.findChild('Function').node.findChild('Role') as iam.Role;
    role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    expect(() => templateOf(stack)).toThrow(/the construct promises a role of exact permissions/);
  });
});

/** A folder with a film of so many MB, without writing them. */
function sparse(megabytes: number): string {
  const folder = folderWith({ 'film.mp4': '' });
  fs.truncateSync(path.join(folder, 'film.mp4'), megabytes * 1024 * 1024);
  return folder;
}

function linked(): string {
  const folder = folderWith({});
  fs.symlinkSync('/etc/hostname', path.join(folder, 'secret.txt'));
  return folder;
}
