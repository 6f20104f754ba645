import { Injectable } from '@nestjs/common';
import type { EnteredBy } from '../ledger/ledger.js';
import { addFact, addFacts, type Statement } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { DefinitionImporter, ImportResult } from '../programmes/definition-import.js';
import type { DefinitionFile, NoticeDefinition } from '../programmes/definitions/definition.js';
import { importDifferences } from '../programmes/definitions/import-differences.js';
import { NoticeLineIdTooLong } from './grants.errors.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { NoticePostings } from './notice-postings.js';
import { NoticeLineGrants } from './notice-line-grants.js';
import { ID_LENGTH_MAX, noticeLineRow, noticeRow } from './notice.mapping.js';
import { readNotices } from './notice.reading.js';

/** Takes notices from files into the book: unknown notices and lines are added, nothing is changed. */
@Injectable()
export class NoticeImporter implements DefinitionImporter<'notice'> {
  readonly kind = 'notice';

  constructor(
    private readonly grants: NoticeLineGrants,
    private readonly postings: NoticePostings,
  ) {}

  async import(
    tx: Tx,
    file: DefinitionFile<NoticeDefinition>,
    by: string,
    at: (path: string) => void,
  ): Promise<ImportResult> {
    const wanted = file.definition;
    const [known] = await readNotices(tx, { ids: [wanted.id] });
    const statement = { by, reason: `Import aus ${file.file}` };
    if (known === undefined) await addFact(tx, Notice, noticeRow(wanted), statement);
    const knownLines = new Set(known?.fact.lines.map(({ id }) => id));
    const lines = wanted.lines.filter(({ id }) => !knownLines.has(id));
    await this.addLines(tx, wanted, lines, statement, at);
    const added = [...(known ? [] : [wanted.id]), ...lines.map(({ id }) => id)];
    if (known === undefined) return { added, unchanged: [], differing: [] };
    const isNewLine = (path: string): boolean => /^lines\[\d+\]$/.test(path);
    const differing = importDifferences(file, wanted.id, known.fact, wanted, '', isNewLine);
    return { added, unchanged: differing.length === 0 ? [wanted.id] : [], differing };
  }

  finish(tx: Tx, who: EnteredBy): Promise<void> {
    return this.postings.followWaiting(tx, who);
  }

  private async addLines(
    tx: Tx,
    notice: NoticeDefinition,
    lines: NoticeDefinition['lines'],
    statement: Statement,
    at: (path: string) => void,
  ): Promise<void> {
    const places = new Map(notice.lines.map(({ id }, index) => [id, index]));
    const placeOf = (lineId: string): number => places.get(lineId) ?? 0;
    const rows = lines.map((line) => noticeLineRow(notice.id, line, placeOf(line.id)));
    const long = rows.find(({ id }) => id.length > ID_LENGTH_MAX);
    if (long) throw new NoticeLineIdTooLong({ id: long.id, limit: ID_LENGTH_MAX });
    const lineIds = lines.map(({ id }) => id);
    await this.grants.aroundImport(
      tx,
      { notice, event: 'recorded', lineIds },
      statement.by,
      async () => {
        await addFacts(tx, NoticeLine, rows, statement);
      },
      (lineId) => {
        at(`lines[${placeOf(lineId).toString()}]`);
      },
    );
  }
}
