import type { Spreadsheet } from '../../documents/spreadsheet.types.js';
import type { FileOrigin } from '../lists/list.spreadsheet.js';
import { day, money, text } from '../lists/list-value.js';
import { momentText } from '../lists/list.words.js';
import { agreedText, type ExceptionsParts } from './exceptions.view.js';
import { exceptionWords } from './exceptions.words.js';

/** The exceptions of a year to take away; people by their numbers unless names were asked for (R43). */
export function exceptionsSpreadsheet(
  { year, found, names }: Pick<ExceptionsParts, 'year' | 'found' | 'names'>,
  origin: FileOrigin,
): Spreadsheet {
  return {
    name: `Ausnahmen ${year}`,
    columns: [
      { head: 'Art', kind: 'text' },
      { head: 'Tag', kind: 'day' },
      { head: 'Gegenstand', kind: 'text' },
      { head: 'Kennung', kind: 'text' },
      { head: 'Was', kind: 'text' },
      { head: 'Wer', kind: 'text' },
      { head: 'Zugestimmt', kind: 'text' },
      { head: 'Betrag', kind: 'money' },
      { head: 'Grund', kind: 'text' },
    ],
    rows: found.map((exception) => {
      const { kind, on, by, object, reason, amountCents, facts = {} } = exception;
      const { title, detail } = exceptionWords(kind);
      const thing = names.thing(object);
      return [
        text(title),
        on === undefined ? undefined : day(on),
        text(`${thing.kind}: ${object.label ?? thing.label}`),
        text(object.id),
        text(detail(facts, names)),
        text(by === undefined ? '' : names.actor(by).name),
        text(agreedText(exception, names)),
        amountCents === undefined ? undefined : money(amountCents),
        text(reason),
      ];
    }),
    notes: [
      { label: 'Was darin steht', value: `Alle Ausnahmen des Jahres ${year}, nach Art.` },
      { label: 'Ausnahmen', value: found.length.toString() },
      { label: 'Erzeugt', value: momentText(origin.madeAt) },
      { label: 'Herausgeber', value: origin.officeName },
      ...(origin.exampleBook
        ? [{ label: 'Hinweis', value: 'Beispielbuch – kein amtliches Dokument' }]
        : []),
    ],
  };
}
