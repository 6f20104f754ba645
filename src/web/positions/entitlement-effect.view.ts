import { formatEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { Derivation } from '../../domain/derivation/derivation.js';
import type { BookFacts } from '../../positions/book.queries.js';
import type { EntitlementEffect } from '../../positions/occupancy-preview.queries.js';
import type { Names } from '../book/names.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import { BLANK, cell, moneyCell, row, type CellView, type RowView } from '../components/table.js';
import type { FormPanel } from '../editing/form-kind.js';
import { paths } from '../paths.js';

/** Where the names of lines and posts come from. */
export interface EffectBook {
  readonly facts: Pick<BookFacts, 'lines' | 'positions'>;
  readonly names: Names;
}

const UNCHANGED = 'Am Anspruch ändert sich nichts.';

/** "Wirkung auf den Anspruch": old, new and difference, year by year, each with its calculation. */
export function effectPanel(effects: readonly EntitlementEffect[], book: EffectBook): FormPanel {
  const told = effects.filter(({ subForwarding }) => !subForwarding);
  const changed = effects.filter(({ differenceCents }) => differenceCents !== ZERO_CENTS);
  const difference = sumCents(told.map(({ differenceCents }) => differenceCents));
  const title = 'Wirkung auf den Anspruch';
  if (changed.length === 0) return { title, notes: [{ tone: '', texts: [UNCHANGED] }] };
  return {
    title,
    facts: [{ label: 'Unterschied zusammen', value: signedCell(difference) }],
    tables: [
      {
        id: 'wirkung',
        caption: 'Anspruch bisher und danach, Jahr für Jahr',
        columns: [
          { label: 'Jahr' },
          { label: 'Wofür' },
          { label: 'Bisher', numeric: true },
          { label: 'Danach', numeric: true },
          { label: 'Unterschied', numeric: true },
        ],
        rows: changed.map((effect) => effectRow(effect, book)),
        footer: footerOf(changed, told),
        phone: 'pairs',
      },
    ],
    details: changed.flatMap((effect) => calculations(effect, book)),
  };
}

function effectRow(effect: EntitlementEffect, book: EffectBook): RowView {
  const { year, subForwarding, beforeCents, afterCents, differenceCents } = effect;
  return row(
    [
      cell(year.toString()),
      subjectCell(effect, book),
      moneyCell(beforeCents, sheetLink(effect, book)),
      moneyCell(afterCents),
      signedCell(differenceCents),
    ],
    subForwarding ? 'child' : undefined,
  );
}

/** Sub-forwardings are part of the line above: counting them again would be wrong. */
function footerOf(
  changed: readonly EntitlementEffect[],
  told: readonly EntitlementEffect[],
): readonly RowView[] {
  const counted = changed.filter((effect) => told.includes(effect));
  if (counted.length < 2) return [];
  const sum = (of: (effect: EntitlementEffect) => Cents): Cents => sumCents(counted.map(of));
  return [
    row([
      cell('Summe'),
      BLANK,
      moneyCell(sum(({ beforeCents }) => beforeCents)),
      moneyCell(sum(({ afterCents }) => afterCents)),
      signedCell(sum(({ differenceCents }) => differenceCents)),
    ]),
  ];
}

function subjectCell({ subject, subForwarding }: EntitlementEffect, book: EffectBook): CellView {
  const agreed = book.facts.lines.get(subject);
  if (agreed === undefined) return cell(subjectName(subject, book), { sub: 'eigene Stelle' });
  const { line, contract } = agreed;
  const sub = subForwarding ? 'in der Zeile darüber enthalten' : contract.title;
  return cell(`${line.title}, ${book.names.shortParty(line.partner)}`, { sub });
}

function subjectName(subject: string, { facts }: EffectBook): string {
  const line = facts.lines.get(subject)?.line;
  return line?.title ?? facts.positions.find(({ id }) => id === subject)?.label ?? subject;
}

/** What stands in the book has its calculation sheet already. */
function sheetLink(
  { subject, kind, year, beforeCents }: EntitlementEffect,
  { facts }: EffectBook,
): Pick<CellView, 'explain'> {
  if (beforeCents === ZERO_CENTS) return {};
  const contract = facts.lines.get(subject)?.contract.id;
  if (kind === 'own-post') {
    return { explain: { href: paths.calculationSheet(subject, year), label: 'Rechenblatt' } };
  }
  if (contract === undefined) return {};
  return { explain: { href: paths.lineSheet(contract, subject, year), label: 'Rechenblatt' } };
}

function calculations(
  effect: EntitlementEffect,
  book: EffectBook,
): NonNullable<FormPanel['details']> {
  const { subject, year } = effect;
  const name = subjectName(subject, book);
  const part = (when: string, amount: Cents, derivation: Derivation | undefined) => {
    if (derivation === undefined) return [];
    const table = calculationSheet(`rechnung-${subject}-${year}`, derivation);
    const title = `So kommen ${formatEuro(amount)} zustande: ${name}, ${year}, ${when}`;
    return [{ title, table: { ...table, caption: title } }];
  };
  return part('danach', effect.afterCents, effect.derivationAfter());
}

/** "+3.562,50 €" */
export function signedCell(amount: Cents): CellView {
  if (amount <= ZERO_CENTS) return moneyCell(amount);
  return cell(`+${formatEuro(cents(amount))}`);
}
