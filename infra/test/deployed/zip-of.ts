import { crc32 } from 'node:zlib';

/**
 * A zip archive with one file, stored as it is (APPNOTE.TXT, 4.3): as much of the format as a Lambda function of one file needs.
 * `name` is ASCII.
 */
export function zipOf(name: string, content: string): Buffer {
  const [file, body] = [Buffer.from(name), Buffer.from(content)];
  // Version 1.0, no flags, stored, no time, the sum, both sizes, the length of the name, nothing extra.
  const about = Buffer.alloc(26);
  about.writeUInt16LE(10, 0);
  about.writeUInt16LE(0x21, 8);
  about.writeUInt32LE(crc32(body), 10);
  about.writeUInt32LE(body.length, 14);
  about.writeUInt32LE(body.length, 18);
  about.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, file, body]);
  // For everybody to read, as Unix says it: Lambda cannot load what it may not read.
  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE(0o100644 * 0x10000, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), about, attributes, file]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
