import { attachmentHeader, plainFileName } from './file-store.js';
import { mediaTypeOf } from './file-kind.rules.js';

/** An archive of empty entries with these names, as office programs write them. */
function archive(names: readonly string[], first = ''): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [index, name] of names.entries()) {
    const content = Buffer.from(index === 0 ? first : '');
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(name.length, 26);
    local.push(head, Buffer.from(name), content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    directory.push(entry, Buffer.from(name));
  }
  const [files, entries] = [Buffer.concat(local), Buffer.concat(directory)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, entries, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ODT = 'application/vnd.oasis.opendocument.text';

describe('the kind of a file', () => {
  it.each([
    ['application/pdf', Buffer.from('%PDF-1.4 …')],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['text/plain', Buffer.from('Stellenbeschreibung für Lünen\r\n')],
    [WORD, archive(['[Content_Types].xml', 'word/document.xml'])],
    [EXCEL, archive(['[Content_Types].xml', 'xl/workbook.xml'])],
    [ODT, archive(['mimetype', 'content.xml'], ODT)],
  ])('is read off its content: %s', (type, bytes) => {
    expect(mediaTypeOf(bytes)).toBe(type);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0])],
    ['Latin-1', Buffer.from([0x4c, 0xfc, 0x6e])],
    ['an archive of other things', archive(['a.exe'])],
    ['Word with macros', archive(['word/document.xml', 'word/vbaProject.bin'])],
    ['a broken archive', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['an archive whose directory lies', Buffer.from([0x50, 0x4b, 3, 4, 0x50, 0x4b, 5, 6])],
  ])('is none for %s', (_, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined();
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Akten\\Vertrag.pdf', 'Vertrag.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a"b\r\nc.pdf', 'abc.pdf'],
    ['.pdf', '.pdf'],
    ['', 'Datei'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('%j becomes %j', (sent, kept) => {
    expect(plainFileName(sent)).toBe(kept);
  });

  it('reaches a browser whole, and an old one readable', () => {
    expect(attachmentHeader('Lünen (alt).pdf')).toBe(
      `attachment; filename="Lunen (alt).pdf"; filename*=UTF-8''L%C3%BCnen%20%28alt%29.pdf`,
    );
  });
});
