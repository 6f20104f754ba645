import type { Derivation } from '../../domain/derivation/derivation.js';
import { derivationRows } from '../messages/derivation.js';
import { cell, row, type RowView, type TableView } from './table.js';

/** "Rechenblatt": how an amount comes about, step by step, with what each step rests on. */
export function calculationSheet(id: string, derivation: Derivation): TableView {
  const steps = derivationRows(derivation);
  const years = new Set(steps.flatMap(({ year }) => (year === undefined ? [] : [year])));
  const rows: RowView[] = [];
  let year: number | undefined;
  for (const step of steps) {
    if (years.size > 1 && step.year !== undefined && step.year !== year) {
      rows.push(row([cell(`Jahr ${step.year}`)], 'group'));
    }
    year = step.year ?? year;
    const cells = [step.number.toString(), step.label, step.value, step.basis];
    rows.push(
      row(
        cells.map((text) => cell(text)),
        step.isResult ? 'strong' : undefined,
      ),
    );
  }
  return {
    id,
    caption: 'Rechenblatt',
    columns: [
      { label: 'Schritt' },
      { label: 'Was' },
      { label: 'Wert', numeric: true },
      { label: 'Grundlage' },
    ],
    rows,
    footer: [],
    phone: 'steps',
  };
}
