import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../identity/identity.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { RefusalWording } from '../../programmes/definition-import.js';
import { EntriesRefused, type EntryMistake } from '../ledger.errors.js';
import { Ledger } from '../ledger.js';
import { csvEntries } from './csv-entries.js';
import { EntryTaking } from './entry-taking.js';
import { jsonlEntries } from './jsonl-entries.js';
import type { RawEntry } from './stated-entry.types.js';
import { TextLines } from './text-lines.js';

/** What an import of entries did. */
export interface EntryImport {
  /** All entries of the file carry it: `import:` and what the file's content is known by. */
  readonly commandKey: string;
  readonly added: number;
  /** Entries that the book had already, with the same content. */
  readonly passedOver: number;
  /** Accounts and closings in the file: a book makes its own. */
  readonly others: number;
  /** The very same file came in before; nothing was looked at again. */
  readonly repeated: boolean;
}

/** Tells how far the reading is: a share from 0 to 1, and how many entries. */
export type TellProgress = (share: number, entries: number) => void;

const ENTRIES_PER_BATCH = 1000;
/** Whoever has more to mend reads the first of them first. */
const MISTAKES_MAX = 1000;
const KEY_DIGITS = 26;

/** "Buchungen einlesen": the entries of a file, all of them or none, under one key. */
@Injectable()
export class ImportEntriesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly wording: RefusalWording,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Reads the file inside the transaction, piece by piece; the same file again adds nothing.
   * @param path of a `.csv` file, else of JSON lines
   * @param by who brings it in
   * @throws EntriesRefused with all mistakes; SumOverdrawn. The book is then as it was.
   */
  async execute(path: string, by: string, tell: TellProgress): Promise<EntryImport> {
    const sha256 = fileHash(path);
    const commandKey = `import:${sha256.slice(0, KEY_DIGITS)}`;
    let done: EntryImport = {
      commandKey,
      ...{ added: 0, passedOver: 0, others: 0 },
      repeated: true,
    };
    const command = { key: commandKey, actor: by, route: 'ledger import', content: { sha256 } };
    await this.unitOfWork.once(command, async (tx) => {
      done = { ...(await this.takeFile(tx, path, { sha256, commandKey, by, tell })), commandKey };
      this.audit.record(tx, {
        ...{ action: 'taken-in', object: { kind: 'journal', id: sha256 }, by, commandKey },
        changes: [{ field: 'entry', new: done.added }],
      });
      return commandKey;
    });
    return done;
  }

  private async takeFile(tx: Tx, path: string, file: FileToTake): Promise<Taken> {
    const describe = this.wording.describe.bind(this.wording);
    const { commandKey, by, tell } = file;
    const taking = new EntryTaking(tx, { ledger: this.ledger, by, commandKey, describe });
    const lines = new TextLines(path);
    const pieces = path.toLowerCase().endsWith('.csv') ? csvEntries(lines) : jsonlEntries(lines);
    let batch: RawEntry[] = [];
    let [others, read] = [0, 0];
    for (const piece of pieces) {
      if (piece.kind === 'mistake') taking.mistakes.push(piece.mistake);
      else if (piece.kind === 'passed-over') others += 1;
      else batch.push(piece.entry);
      if (taking.mistakes.length > MISTAKES_MAX) break;
      if (batch.length < ENTRIES_PER_BATCH) continue;
      await taking.take(batch);
      tell(lines.share, (read += batch.length));
      batch = [];
    }
    await taking.take(batch);
    ensureTaken(taking, lines, file.sha256);
    return { added: taking.added, passedOver: taking.passedOver, others, repeated: false };
  }
}

type Taken = Omit<EntryImport, 'commandKey'>;

interface FileToTake {
  readonly sha256: string;
  readonly commandKey: string;
  readonly by: string;
  readonly tell: TellProgress;
}

/** @throws EntriesRefused, mistakes in the order of their lines */
function ensureTaken(
  { mistakes, added, passedOver }: EntryTaking,
  lines: TextLines,
  sha256: string,
): void {
  const found: EntryMistake[] = mistakes.slice(0, MISTAKES_MAX);
  const last = found.at(-1);
  if (mistakes.length > MISTAKES_MAX && last !== undefined) {
    found.push({ line: last.line, field: '', message: 'Weitere Fehler sind nicht aufgezählt.' });
  } else if (found.length === 0 && added + passedOver === 0) {
    found.push({ line: 1, field: '', message: 'Die Datei enthält keine Buchung.' });
  } else if (found.length === 0 && lines.sha256() !== sha256) {
    found.push({ line: 1, field: '', message: 'Die Datei wurde beim Einlesen verändert.' });
  }
  if (found.length > 0) throw new EntriesRefused(found.toSorted((a, b) => a.line - b.line));
}

function fileHash(path: string): string {
  const lines = new TextLines(path);
  lines.pass();
  return lines.sha256();
}
