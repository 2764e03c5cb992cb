import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

/** Some bytes of an archive, and how many it has in all. */
export interface Part {
  readonly bytes: Buffer;
  readonly total: number;
}

/** Reads a range as HTTP spells it: `0-99`, or `-100` for the last hundred. */
export type ReadRange = (range: string) => Promise<Part>;

/** A file in an archive, as the archive's directory describes it. */
export interface ArchivedFile {
  readonly name: string;
  /** Bytes of the archive that hold it, its own header included; the last one excluded. */
  readonly begin: number;
  readonly end: number;
  readonly packedSize: number;
  readonly method: number;
  readonly checksum: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const FILE_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

/**
 * The files of a zip archive, without reading them: a site may be larger than the function's memory.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function filesIn(read: ReadRange): Promise<ArchivedFile[]> {
  const tail = await read(`-${END_SIZE + LONGEST_COMMENT}`);
  const at = tail.bytes.length < END_SIZE ? -1 : tail.bytes.lastIndexOf(littleEndian(END_SIGNATURE));
  if (at < 0) throw new Error('the archive of the files is no zip archive');
  const count = tail.bytes.readUInt16LE(at + 10);
  const size = tail.bytes.readUInt32LE(at + 12);
  const begin = tail.bytes.readUInt32LE(at + 16);
  if (count === 0xffff || begin === 0xffffffff) throw new Error('the archive of the files is too large: 65,534 files and 4 GB at most');
  const before = tail.total - tail.bytes.length; // what the tail leaves out
  const directory = count === 0 ? Buffer.alloc(0)
    : begin >= before ? tail.bytes.subarray(begin - before, begin - before + size)
      : (await read(`${begin}-${begin + size - 1}`)).bytes;
  return entriesOf(directory, count, begin);
}

/** Reads one file, and makes sure that it is what was archived. */
export async function contentOf(file: ArchivedFile, read: ReadRange): Promise<Buffer> {
  const { bytes } = await read(`${file.begin}-${file.end - 1}`);
  if (bytes.readUInt32LE(0) !== FILE_SIGNATURE) throw new Error(`${file.name} is not where the archive says`);
  const begin = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  const packed = bytes.subarray(begin, begin + file.packedSize);
  if (file.method !== STORED && file.method !== DEFLATED) throw new Error(`${file.name} is packed by a method that nobody uses for zip archives`);
  const content = file.method === STORED ? packed : await inflate(packed);
  if (crc32(content) !== file.checksum) throw new Error(`${file.name} is damaged in the archive`);
  return content;
}

function entriesOf(directory: Buffer, count: number, end: number): ArchivedFile[] {
  const entries: Omit<ArchivedFile, 'end'>[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('the archive of the files is damaged');
    const nameSize = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameSize),
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      begin: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameSize + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  entries.sort((a, b) => a.begin - b.begin);
  return entries
    .map((entry, index) => ({ ...entry, end: entries[index + 1]?.begin ?? end })) // each ends where the next begins
    .filter(({ name }) => !name.endsWith('/')); // a folder
}

function littleEndian(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
