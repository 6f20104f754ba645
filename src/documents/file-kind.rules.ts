/** What may be filed; the type is read off the bytes, a file's name proves nothing. */
export const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const SIGNATURES: readonly { readonly type: MediaType; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ODT = 'application/vnd.oasis.opendocument.text';
/** What a text may not hold: control characters other than tab, line feed, form feed, return. */
// eslint-disable-next-line no-control-regex -- these are what it looks for
const BINARY = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/** The kind of a file by its content; undefined for what is not filed here, an empty one too. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known) return known.type;
  if (startsWith(bytes, ZIP)) return officeType(bytes);
  return isText(bytes) ? 'text/plain' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Word, Excel and OpenDocument files are archives; one with macros is not filed. */
function officeType(bytes: Uint8Array): MediaType | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set(entryNames(archive));
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return undefined;
  if (names.has('word/document.xml')) return MEDIA_TYPES[3];
  if (names.has('xl/workbook.xml')) return MEDIA_TYPES[4];
  // OpenDocument: the first entry is "mimetype", not compressed.
  const isOdt = archive.subarray(30, 38 + ODT.length).toString('latin1') === `mimetype${ODT}`;
  return isOdt && names.has('content.xml') ? ODT : undefined;
}

const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_LENGTH = 22;

/** The names in an archive's directory; none where it is broken. */
function entryNames(archive: Buffer): readonly string[] {
  const end = archive.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_LENGTH > archive.length) return [];
  const names: string[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (at + 46 <= end && archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    names.push(archive.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    return !BINARY.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
