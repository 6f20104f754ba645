import { Injectable } from '@nestjs/common';
import { OccupanciesQueries } from '../../positions/occupancies.queries.js';
import { OccupancyPreviewQueries } from '../../positions/occupancy-preview.queries.js';
import { PositionsQueries } from '../../positions/positions.queries.js';
import { UnknownPosition } from '../../positions/positions.errors.js';
import { spellText } from '../book/words.js';
import { paths } from '../paths.js';
import type { PageHead } from '../shell/pages.js';
import { FormBook } from './forms/form-book.js';
import { occupancyPanels, postFacts } from './forms/occupancy-panels.js';
import { roomPanels } from './forms/position-panels.js';
import type { WithdrawalFrame } from './withdrawal.view.js';

/** A page that takes something back, before it knows what was typed. */
export type Withdrawal = Omit<WithdrawalFrame, 'seen' | 'key' | 'reason'> & {
  readonly head: PageHead;
  /** Of the post, with its occupancies. */
  readonly revision: number;
};

/** What taking back a post or an occupancy would do. */
@Injectable()
export class WithdrawalPages {
  constructor(
    private readonly book: FormBook,
    private readonly positions: PositionsQueries,
    private readonly occupancies: OccupanciesQueries,
    private readonly previews: OccupancyPreviewQueries,
  ) {}

  /** @throws UnknownPosition */
  async position(id: string): Promise<Withdrawal> {
    const { fact, revision } = await this.positions.recorded(id);
    const book = await this.book.open();
    const line = fact.allocationLine;
    return {
      head: headOf('Stelle zurücknehmen', fact.label, id),
      note: 'Nehmen Sie nur zurück, was versehentlich im Buch steht. Fällt die Stelle weg, berichtigen Sie ihren letzten Tag. Im Verlauf bleibt sie sichtbar.',
      panels: [
        { title: 'Was wegfällt', facts: postFacts(fact, book) },
        ...(line === undefined ? [] : roomPanels(line, undefined, id, book)),
      ],
      action: paths.positionWithdrawal(id),
      button: 'Stelle zurücknehmen',
      cancel: paths.position(id),
      revision,
    };
  }

  /** @throws UnknownOccupancy, UnknownPosition */
  async occupancy(id: string): Promise<Withdrawal> {
    const { fact, revision } = await this.occupancies.occupancy(id);
    const { positionId, occupancy } = fact;
    const book = await this.book.open();
    const before = book.position(positionId);
    if (before === undefined) throw new UnknownPosition({ position: positionId });
    const preview = await this.previews.preview(positionId, { withdrawn: [id] });
    const about = `${occupancy.personKey}, ${spellText(occupancy.from, occupancy.to)}`;
    return {
      head: headOf('Besetzung zurücknehmen', `${before.label}: ${about}`, positionId),
      note: 'Nehmen Sie nur zurück, was versehentlich im Buch steht. Geht die Person, berichtigen Sie ihren letzten Tag. Im Verlauf bleibt die Besetzung sichtbar.',
      panels: occupancyPanels({ before, preview, around: occupancy.from }, book),
      action: paths.occupancyWithdrawal(id),
      button: 'Besetzung zurücknehmen',
      cancel: paths.position(positionId),
      revision,
    };
  }
}

function headOf(title: string, subline: string, position: string): PageHead {
  return {
    title,
    subline,
    area: paths.positions,
    back: { href: paths.position(position), label: 'Zur Stelle' },
  };
}
