import { crc32, deflateRawSync } from 'zlib';

/** How a test wants an archive to be. */
export interface ZipOptions {
  readonly method?: number;
  /** Whether sizes and checksum come behind each file, as they do where an archive was written to a stream. */
  readonly streamed?: boolean;
  readonly comment?: string;
}

/** A zip archive, as packers write them. */
export function zipOf(files: Record<string, string>, { method = 8, streamed = false, comment = '' }: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [fileName, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(fileName), Buffer.from(text)];
    const packed = method === 8 ? deflateRawSync(content) : content;
    const sums = numbers([4, crc32(content)], [4, packed.length], [4, content.length]);
    const common = (of: Buffer) => Buffer.concat([numbers([2, 20], [2, streamed ? 0x808 : 0x800], [2, method], [4, 0]), of]);
    const extra = Buffer.alloc(4); // in front of the file only, as packers like it
    const header = [numbers([4, 0x04034b50]), common(streamed ? Buffer.alloc(12) : sums), numbers([2, name.length], [2, extra.length]), name, extra];
    const behind = streamed ? [numbers([4, 0x08074b50]), sums] : [];
    const rest = numbers([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), common(sums), rest, name);
    const file = Buffer.concat([...header, packed, ...behind]);
    parts.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, entries.length], [4, offset], [2, comment.length]);
  return Buffer.concat([...parts, entries, end, Buffer.from(comment)]);
}

/** Numbers of so many bytes, the lowest byte first. */
function numbers(...sized: [number, number][]): Buffer {
  return Buffer.concat(sized.map(([bytes, value]) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  }));
}
