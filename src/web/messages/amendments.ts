import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import type { Sentence } from './sentence.js';

type Fact = string | number | bigint | undefined;

const day = (value: Fact): string => formatGermanDay(String(value) as PlainDate);
const share = (value: Fact): string => `${formatFte(fte(Number(value)))} VzÄ`;

/** Why VzÄ cannot go from one line to the other. */
export const notMovableTexts: Readonly<Record<string, string>> = {
  'same-line': 'Beide Male ist dieselbe Zeile genannt.',
  component: 'Die Zeilen gehören zu verschiedenen Bausteinen.',
  funding: 'Die Zeilen werden nicht aus derselben Bescheidzeile bezahlt.',
  'not-in-force': 'Eine der beiden Zeilen gilt an diesem Tag nicht.',
  'later-version': 'Einer der Verträge hat schon eine Fassung, die später beginnt.',
  'several-days': 'Ein Vertrag kann in einem Schritt nur ab einem Tag geändert werden.',
};

export const amendmentsMessages: Readonly<Record<string, Sentence>> = {
  'amendments.not-amending': {
    title: 'Der Bescheid ändert keinen anderen',
    detail: ({ notice }) =>
      `Der Bescheid „${String(notice)}“ nennt keinen Bescheid, den er ändert. ` +
      'Es gibt nichts weiterzugeben.',
  },
  'amendments.not-following': {
    title: 'Der Bescheid schließt an keinen anderen an',
    detail: ({ notice }) =>
      `Der Bescheid „${String(notice)}“ nennt keinen Bescheid, an den er anschließt. ` +
      'Es gibt nichts zu übernehmen.',
  },
  'amendments.not-touched': {
    title: 'Davon ist der Bescheid nicht berührt',
    detail: ({ notice, id }) =>
      `Der Bescheid „${String(notice)}“ betrifft „${String(id)}“ nicht. ` +
      'Prüfen Sie die Kennung. Es wurde nichts gespeichert.',
  },
  'amendments.does-not-fit': {
    title: 'Es ist mehr vergeben als bewilligt',
    detail: ({ holder, measure, from, to, missing }) => {
      const [kind, id] = String(holder).split(':');
      const what = kind === 'notice-line' ? 'Bescheidzeile' : 'Zuweisungszeile';
      const amount = measure === 'fte' ? share(missing) : formatEuro(cents(BigInt(missing ?? 0)));
      return (
        `${what} „${id ?? ''}“: Vom ${day(from)} bis zum ${day(to)} fehlen ${amount} (R1). ` +
        'Lassen Sie Verträge aus oder kürzen Sie sie zuerst. Es wurde nichts gespeichert.'
      );
    },
  },
  'amendments.not-vacant': {
    title: 'Diese VzÄ sind nicht frei',
    detail: ({ line, from, to, vacant, requested }) =>
      `Zuweisungszeile „${String(line)}“: Vom ${day(from)} bis zum ${day(to)} sind ` +
      `${share(vacant)} unbesetzt, verschoben werden sollen ${share(requested)}. ` +
      'Besetzte und weitergegebene VzÄ bleiben, wo sie sind.',
  },
  'amendments.not-movable': {
    title: 'Diese VzÄ lassen sich nicht verschieben',
    detail: ({ fromLine, toLine, reason }) =>
      `Von „${String(fromLine)}“ nach „${String(toLine)}“ geht es nicht: ` +
      (notMovableTexts[String(reason)] ?? 'Die Zeilen passen nicht zueinander.'),
  },
  'amendments.draft-pending': {
    title: 'Ein Entwurf ist noch offen',
    detail: ({ contract }) =>
      `Der Vertrag „${String(contract)}“ hat schon einen Entwurf, der noch nicht von allen ` +
      'unterschrieben ist. Schließen Sie ihn ab oder verwerfen Sie ihn.',
  },
};
