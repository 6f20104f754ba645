import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportEntriesUseCase } from '../../../../src/ledger/exchange/import-entries.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const HEADS =
  'Buchung;Wirksam am;Art;Grundlage;Text;Handelnde;Storno von;Zeile;Konto;Betrag;Programm;Baustein;' +
  'Haushaltsjahr;Bescheidzeile;Vertrag;Zuweisungszeile;Partner;Forderung';

const row = (id: string, line: number, account: string, amount: string): string =>
  `01JE5QZ3T8M9N0P1Q2R3S4T5${id};01.03.2025;receipt;document:Altverfahren;Eingang;;;${line};${account};${amount};;;;;;;;`;

const FILE = [
  HEADS,
  row('V6', 1, 'cash', '50,00'),
  row('V6', 2, 'unalocated', '-50,00'),
  row('V7', 1, 'cash', '100,00'),
  row('V7', 2, 'unallocated', '-90,00'),
].join('\n');

export const refusal: Refusal = {
  provoke: ({ app: { app } }) => {
    const path = join(mkdtempSync(join(tmpdir(), 'refused-')), 'journal.csv');
    writeFileSync(path, FILE);
    const imports = app.get(ImportEntriesUseCase, { strict: false });
    return stopped(() => imports.execute(path, 'system:console', () => undefined));
  },
  expected: {
    status: 422,
    facts: { count: 2, line: 3, field: 'Konto', message: 'Dieses Konto gibt es nicht.' },
    detail:
      'Die Datei enthält 2 Fehler; aufgenommen wurde nichts. ' +
      'Zuerst: Zeile 3, „Konto“: Dieses Konto gibt es nicht.',
  },
};
