import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { DeleteObjectsCommand, GetObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { contentOf, filesIn, type ReadRange } from './archive';
import { contentTypeOf } from './content-type';
import { answer, retryWhileDenied } from '../cloudformation';

const s3 = new S3Client({});
const cloudfront = new CloudFrontClient({});

/** What is asked of Lambda. */
type Clock = Pick<Context, 'getRemainingTimeInMillis'>;

/** What CloudFormation hands over, all of it text. */
interface Properties {
  readonly ArchiveBucket: string;
  readonly ArchiveKey: string;
  readonly Bucket: string;
  readonly Distribution: string;
  /** Folders whose files never change under the same name. */
  readonly Immutable?: string[];
  /** JSON by the name of its file. */
  readonly Data?: Record<string, string>;
  readonly Prune: string;
}

/** A file to upload, read when its turn comes. */
interface SiteFile {
  readonly name: string;
  readonly read: () => Promise<Buffer | string>;
}

/** Files in memory at a time. */
const AT_ONCE = 8;

/** What S3 deletes by one request. */
const DELETED_AT_ONCE = 1_000;

/** Before Lambda stops the function, CloudFormation has to hear that it failed: Lambda would run it again, over what a rollback has put back. */
const TO_ANSWER_MILLISECONDS = 20_000;

/** A year, the longest that anybody keeps anything. */
const KEPT = 'public, max-age=31536000, immutable';

/** CloudFront keeps it for a day or until it is told to forget it; browsers ask each time whether theirs is still the current one. */
const ASKED_FOR = 'public, max-age=0, s-maxage=86400, must-revalidate';

/** Uploads the files of a site, deletes those that it no longer has, and has CloudFront forget what it keeps. */
export async function handler(event: CloudFormationCustomResourceEvent, clock: Clock): Promise<void> {
  await answer(event, async () => {
    const properties = event.ResourceProperties as unknown as Properties;
    // nothing to do on deletion: the files stay with the bucket, or go with it
    if (event.RequestType !== 'Delete') await publish(properties, event, clock);
    return { physicalResourceId: `files-of-${properties.Bucket}` };
  });
}

async function publish(properties: Properties, { StackId, RequestId }: CloudFormationCustomResourceEvent, clock: Clock): Promise<void> {
  const account = StackId.split(':')[4];
  const files = await filesOf(properties, account);
  for (const turn of inTurns(files, properties.Immutable ?? [])) {
    await each(turn, async ({ name, read }) => {
      if (clock.getRemainingTimeInMillis() < TO_ANSWER_MILLISECONDS) throw new Error(`there is no time left for ${name} and what comes after it: upload by grantDeploy`);
      await upload(properties, account, name, await read());
    });
  }
  if (properties.Prune === 'true') await deleteAllBut(new Set(files.map(({ name }) => name)), properties.Bucket, account);
  await retryWhileDenied(() => cloudfront.send(new CreateInvalidationCommand({
    DistributionId: properties.Distribution,
    InvalidationBatch: { CallerReference: RequestId, Paths: { Quantity: 1, Items: ['/*'] } }, // charged as one path
  })));
}

async function filesOf({ ArchiveBucket: Bucket, ArchiveKey: Key, Data = {} }: Properties, account: string): Promise<SiteFile[]> {
  const read: ReadRange = async (range) => {
    const { Body, ContentRange } = await retryWhileDenied(() => s3.send(new GetObjectCommand({
      Bucket, Key, Range: `bytes=${range}`, ExpectedBucketOwner: account, // nobody else's bucket of that name
    })));
    const { buffer, byteOffset, byteLength } = await Body!.transformToByteArray();
    return { bytes: Buffer.from(buffer, byteOffset, byteLength), total: Number(ContentRange!.split('/')[1]) };
  };
  return [
    ...(await filesIn(read)).map((file) => ({ name: file.name, read: () => contentOf(file, read) })),
    ...Object.entries(Data).map(([name, json]) => ({ name, read: async () => json })),
  ];
}

/** Pages come last: whoever gets a new page also gets the scripts and images that it asks for. */
function inTurns(files: SiteFile[], immutable: string[]): SiteFile[][] {
  const turnOf = ({ name }: SiteFile) => (isBelow(immutable, name) ? 0 : /\.html?$/i.test(name) ? 2 : 1);
  return [0, 1, 2].map((turn) => files.filter((file) => turnOf(file) === turn));
}

function isBelow(folders: string[], name: string): boolean {
  return folders.some((folder) => name.startsWith(`${folder}/`));
}

async function upload({ Bucket, Immutable = [] }: Properties, account: string, name: string, content: Buffer | string): Promise<void> {
  await retryWhileDenied(() => s3.send(new PutObjectCommand({
    Bucket,
    Key: name,
    Body: content,
    ContentType: contentTypeOf(name),
    CacheControl: isBelow(Immutable, name) ? KEPT : ASKED_FOR,
    ExpectedBucketOwner: account,
  })));
}

async function deleteAllBut(names: Set<string>, Bucket: string, ExpectedBucketOwner: string): Promise<void> {
  const old: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, ExpectedBucketOwner })) {
    old.push(...Contents.map(({ Key }) => Key!).filter((key) => !names.has(key)));
  }
  for (let first = 0; first < old.length; first += DELETED_AT_ONCE) {
    const Objects = old.slice(first, first + DELETED_AT_ONCE).map((Key) => ({ Key }));
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true }, ExpectedBucketOwner }));
    if (Errors.length > 0) throw new Error(`S3 does not delete ${Errors[0].Key}: ${Errors[0].Code}`);
  }
}

/** When one fails no other begins, and all have ended: Lambda would go on with them at its next call, that of the rollback. */
async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item).catch((error) => {
        left.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failed = ended.find((end): end is PromiseRejectedResult => end.status === 'rejected');
  if (failed) throw failed.reason;
}
