import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { awsError, invoke } from './cloudformation-events';
import { zipOf, ZipOptions } from './zip-archive';
import { handler as upload } from '../../handlers/site-files';

const MINUTES_LEFT = 14 * 60_000;
const handler = (event: CloudFormationCustomResourceEvent) => upload(event, { getRemainingTimeInMillis: () => MINUTES_LEFT });

const s3 = mockClient(S3Client);
const cloudfront = mockClient(CloudFrontClient);

const PROPERTIES = { ArchiveBucket: 'assets', ArchiveKey: '1a2b.zip', Bucket: 'site', Distribution: 'E1', Immutable: ['assets'], Data: {}, Prune: 'true' };

/** The archive as S3 gives it out, range by range, with what the bucket holds already. */
function given(archive: Buffer, keys: string[] = []): void {
  s3.on(GetObjectCommand).callsFake(({ Range }) => {
    const [, first, last] = /^bytes=(\d*)-(\d+)$/.exec(Range)!;
    const begin = first === '' ? Math.max(0, archive.length - Number(last)) : Number(first);
    const end = first === '' ? archive.length : Number(last) + 1;
    const bytes = archive.subarray(begin, end);
    return { Body: { transformToByteArray: async () => bytes }, ContentRange: `bytes ${begin}-${end - 1}/${archive.length}` };
  });
  s3.on(ListObjectsV2Command).callsFake(({ ContinuationToken = '0' }) => {
    const next = Number(ContinuationToken) + 2;
    return { Contents: keys.slice(Number(ContinuationToken), next).map((Key) => ({ Key })), NextContinuationToken: next < keys.length ? `${next}` : undefined };
  });
}

const uploads = () => s3.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => input);
const uploaded = () => Object.fromEntries(uploads().map(({ Key, Body }) => [Key, `${Body as Buffer}`]));
const invalidations = () => cloudfront.commandCalls(CreateInvalidationCommand).map(({ args: [{ input }] }) => input);

beforeEach(() => {
  s3.reset();
  cloudfront.reset();
  s3.on(PutObjectCommand).resolves({});
  s3.on(DeleteObjectsCommand).resolves({});
  cloudfront.on(CreateInvalidationCommand).resolves({});
});

const FILES = { 'index.html': '<p>index</p>', 'img/Käse.svg': '<svg/>', 'assets/a.1b2c.js': 'a'.repeat(5_000), 'empty.txt': '', 'folder/': '' };

test.each<[string, ZipOptions]>([
  ['packed', {}],
  ['stored', { method: 0 }],
  ['written to a stream', { streamed: true }],
  ['with a comment', { comment: 'made by hand' }],
])('uploads every file of an archive that is %s', async (_, options) => {
  given(zipOf(FILES, options));
  expect((await invoke(handler, 'Create', PROPERTIES)).body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'files-of-site' });
  const { 'folder/': __, ...files } = FILES;
  expect(uploaded()).toEqual(files);
});

test('reads the directory of an archive by itself where it is longer than what stands at the end', async () => {
  const files = Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`pages/${index}-${'x'.repeat(60)}.html`, `${index}`]));
  given(zipOf(files));
  expect((await invoke(handler, 'Create', PROPERTIES)).body.Status).toBe('SUCCESS');
  expect(uploaded()).toEqual(files);
});

test('uploads pages last, when what they ask for is there', async () => {
  given(zipOf({ 'index.html': '1', 'about/index.htm': '2', 'style.css': '3', 'assets/page.html': '4' }));
  await invoke(handler, 'Update', PROPERTIES);
  expect(uploads().map(({ Key }) => Key)).toEqual(['assets/page.html', 'style.css', 'index.html', 'about/index.htm']);
});

test('says what a file is, and how long it may be kept', async () => {
  given(zipOf({ 'index.html': '', 'assets/a.JS': '', 'b.woff2': '', '.well-known/apple-app-site-association': '', 'c.unknown': '', 'd': '' }));
  await invoke(handler, 'Create', PROPERTIES);
  expect(Object.fromEntries(uploads().map(({ Key, ContentType, CacheControl }) => [Key, [ContentType, CacheControl!.includes('immutable')]]))).toEqual({
    'index.html': ['text/html; charset=utf-8', false],
    'assets/a.JS': ['text/javascript; charset=utf-8', true],
    'b.woff2': ['font/woff2', false],
    '.well-known/apple-app-site-association': ['application/json', false],
    'c.unknown': ['application/octet-stream', false],
    'd': ['application/octet-stream', false],
  });
});

test('writes values as JSON', async () => {
  given(zipOf({ 'index.html': '1' }));
  await invoke(handler, 'Create', { ...PROPERTIES, Data: { 'settings.json': '{"a":1}' } });
  expect(uploads().find(({ Key }) => Key === 'settings.json')).toMatchObject({ Body: '{"a":1}', ContentType: 'application/json' });
});

test('deletes what the site no longer has, after the rest, and makes CloudFront forget it', async () => {
  given(zipOf({ 'index.html': '1' }), ['index.html', 'old.html', 'settings.json', 'old.js']);
  await invoke(handler, 'Update', { ...PROPERTIES, Data: { 'settings.json': '{}' } });
  expect(s3.commandCalls(DeleteObjectsCommand).map(({ args: [{ input }] }) => input.Delete!.Objects)).toEqual([[{ Key: 'old.html' }, { Key: 'old.js' }]]);
  expect(s3.calls().at(-1)!.args[0]).toBeInstanceOf(DeleteObjectsCommand);
  expect(invalidations()).toEqual([
    { DistributionId: 'E1', InvalidationBatch: { CallerReference: 'request-1', Paths: { Quantity: 1, Items: ['/*'] } } },
  ]);
});

test('deletes nothing where it shall not', async () => {
  given(zipOf({ 'index.html': '1' }), ['old.html']);
  await invoke(handler, 'Update', { ...PROPERTIES, Prune: 'false' });
  expect(s3.commandCalls(DeleteObjectsCommand)).toHaveLength(0);
  expect(invalidations()).toHaveLength(1);
});

test('takes buckets of its own account only', async () => {
  given(zipOf({ 'index.html': '1' }), ['old.html']);
  await invoke(handler, 'Create', PROPERTIES);
  const calls = s3.calls().map(({ args: [{ input }] }) => input as { ExpectedBucketOwner?: string });
  expect(calls.length).toBeGreaterThan(3);
  expect(calls.filter(({ ExpectedBucketOwner }) => ExpectedBucketOwner !== '111122223333')).toEqual([]);
});

test('leaves the files where they are on deletion', async () => {
  expect((await invoke(handler, 'Delete', PROPERTIES)).body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'physical-1' });
  expect(s3.calls()).toHaveLength(0);
  expect(cloudfront.calls()).toHaveLength(0);
});

describe('fails the deployment', () => {
  const failure = async () => (await invoke(handler, 'Create', PROPERTIES)).body;
  const damaged = (at: (archive: Buffer) => number) => {
    const archive = zipOf({ 'index.html': 'index' }, { method: 0 });
    archive[at(archive)] = 0;
    given(archive);
  };

  test.each<[string, () => void, string]>([
    ['on what is no archive', () => given(Buffer.from('<html>')), 'the archive of the files is no zip archive'],
    ['on an empty file', () => given(Buffer.alloc(0)), 'the archive of the files is no zip archive'],
    ['on a damaged file', () => damaged((archive) => archive.indexOf('indexPK')), 'index.html is damaged in the archive'],
    ['on a directory that leads elsewhere', () => damaged(() => 0), 'index.html is not where the archive says'],
    ['on a damaged directory', () => damaged((archive) => archive.indexOf('PK\u0001\u0002')), 'the archive of the files is damaged'],
    ['on an unknown method', () => given(zipOf({ 'index.html': 'index' }, { method: 12 })), 'index.html is packed by a method that nobody uses'],
    ['where an upload fails', () => {
      given(zipOf({ 'index.html': '1' }));
      s3.on(PutObjectCommand).rejects(awsError('SlowDown'));
    }, 'SlowDown'],
    ['where a file is not deleted', () => {
      given(zipOf({ 'index.html': '1' }), ['old.html']);
      s3.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: 'old.html', Code: 'AccessDenied' }] });
    }, 'S3 does not delete old.html: AccessDenied'],
  ])('%s', async (_, prepare, reason) => {
    prepare();
    expect(await failure()).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(reason) });
    expect(invalidations()).toEqual([]);
  });
});

test('after a failed upload begins no other, now or when it is called for the rollback', async () => {
  given(zipOf(Object.fromEntries(Array.from({ length: 40 }, (_, each) => [`file-${each}.js`, 'x']))));
  s3.on(PutObjectCommand, { Key: 'file-3.js' }).rejects(awsError('SlowDown'));
  expect((await invoke(handler, 'Update', PROPERTIES)).body).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('SlowDown') });
  const begun = uploads().length;
  expect(begun).toBeLessThan(40);
  await new Promise((resolve) => setImmediate(resolve));
  expect(uploads()).toHaveLength(begun);
});

test('says that it has no time left before Lambda stops it', async () => {
  given(zipOf({ 'index.html': '1' }), ['old.html']);
  const late = (event: CloudFormationCustomResourceEvent) => upload(event, { getRemainingTimeInMillis: () => 15_000 });
  expect((await invoke(late, 'Update', PROPERTIES)).body).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('there is no time left for index.html') });
  expect([uploads(), s3.commandCalls(DeleteObjectsCommand)]).toEqual([[], []]);
});
