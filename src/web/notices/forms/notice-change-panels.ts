import type { FlowDownPicture } from '../../../amendments/flow-down.queries.js';
import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import type { MetaView, NoteView } from '../../components/parts.js';
import { cell } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { signedEuro } from '../changed-cell.js';
import { noticeLineFlowTable } from '../flow-down-tables.view.js';
import { shortageNotes } from '../flow-down.view.js';

/**
 * Before an amending notice is entered (R10): its lines old and new with what is left of them, red
 * where a cut makes them short (R1), and what it means for the contracts below it.
 */
export function changePanels(
  picture: FlowDownPicture,
  nameOf: (component: string) => string,
): readonly FormPanel[] {
  return [
    {
      title: 'Was sich gegenüber dem bisherigen Bescheid ändert',
      notes: shortageNotes(picture.noticeLines, nameOf),
      tables: [noticeLineFlowTable(picture.noticeLines, nameOf)],
    },
    {
      title: 'Was das für die Verträge bedeutet',
      facts: factsOf(picture),
      notes: [noteOf(picture)],
    },
  ];
}

function factsOf({ effectiveFrom, contracts, effects }: FlowDownPicture): readonly MetaView[] {
  return [
    { label: 'Wirksam ab', value: cell(formatGermanDay(effectiveFrom)) },
    { label: 'Berührte Verträge', value: cell(contracts.length.toString()) },
    ...effects.years.map(({ year, total }) => ({
      label: `Ansprüche ${year.toString()}`,
      value: cell(signedEuro(total.difference.entitledCents), {
        sub: `bis ${formatGermanDay(effects.on)}: ${signedEuro(total.difference.toDateCents)}`,
      }),
    })),
  ];
}

function noteOf({ contracts }: FlowDownPicture): NoteView {
  if (contracts.length === 0) {
    return { tone: '', texts: ['Dieser Änderungsbescheid berührt keinen Vertrag.'] };
  }
  const marked = contracts.filter(({ state }) => state === 'marked').length;
  const text =
    marked === contracts.length
      ? 'Welcher Vertrag die Kürzung trägt, entscheiden Sie nach dem Eintragen; vorgeschlagen wird nichts.'
      : 'Nach dem Eintragen sehen Sie jeden Vertrag einzeln und entwerfen alle Änderungen in einem Schritt.';
  return { tone: '', texts: [text] };
}
