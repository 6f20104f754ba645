import type { FollowOn } from '../../amendments/follow-on.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { BookPage } from '../book/book-page.js';
import { fieldView, type FieldView, type OptionView } from '../components/field.js';

/** The boxes of a follow-on notice: what may go on, and what somebody ticked off. */
export interface FollowOnChoice {
  readonly fields: readonly FieldView[];
  /** Ids of contracts, posts and occupancies that do not go on. */
  readonly leaveOut: readonly string[];
}

type Candidate = Omit<OptionView, 'selected'>;

/** Says that the boxes were on the page: an empty box is sent like one that was never there. */
export const CHOICE_SHOWN = 'auswahl';

/**
 * @param all what would go on if nothing is left out
 * @param sent the boxes that are ticked, if {@link CHOICE_SHOWN} is sent with them; else all are
 */
export function followOnChoice(
  page: BookPage,
  all: FollowOn,
  sent: Readonly<Record<string, unknown>>,
): FollowOnChoice {
  const groups = [
    ['vertrag', 'Verträge', contractsOf(all)],
    ['stelle', 'Stellen', positionsOf(page, all)],
    ['besetzung', 'Laufende Besetzungen', occupanciesOf(page, all)],
  ] as const;
  const wasShown = sent[CHOICE_SHOWN] !== undefined;
  const isTicked = (name: string, value: string): boolean =>
    !wasShown || [sent[name]].flat().includes(value);
  return {
    fields: groups.flatMap(([name, label, candidates]) =>
      candidates.length === 0
        ? []
        : [
            fieldView({
              ...{ kind: 'several', name, label },
              options: candidates.map((candidate) => ({
                ...candidate,
                selected: isTicked(name, candidate.value),
              })),
            }),
          ],
    ),
    leaveOut: groups.flatMap(([name, , candidates]) =>
      candidates.map(({ value }) => value).filter((value) => !isTicked(name, value)),
    ),
  };
}

function contractsOf({ contracts }: FollowOn): readonly Candidate[] {
  return contracts
    .filter(({ state }) => state === 'open')
    .map(({ contract, title, rule, inForceFrom, inForceTo }) => ({
      value: contract,
      label: title,
      hint: [
        `${formatGermanDay(inForceFrom)} – ${formatGermanDay(inForceTo)}`,
        rule === 'R10'
          ? 'folgt dem Bescheid ohne Unterschrift (Regel R10)'
          : 'Entwurf, den alle unterschreiben (Regel R4)',
      ].join(' · '),
    }));
}

function positionsOf({ names }: BookPage, { positions }: FollowOn): readonly Candidate[] {
  return positions
    .filter(({ headChanged }) => headChanged)
    .map(({ position, label, own, changed }) => ({
      value: position,
      label,
      hint: [
        names.party(changed.employer),
        changed.to === undefined ? 'ohne Ende' : `bis ${formatGermanDay(changed.to)}`,
        ...(own ? ['eigene Stelle, bezahlt aus der neuen Bescheidzeile'] : []),
      ].join(' · '),
    }));
}

function occupanciesOf({ facts }: BookPage, { positions }: FollowOn): readonly Candidate[] {
  return positions.flatMap(({ position, label, occupancies, changed }) => {
    const before = facts.positions.find(({ id }) => id === position)?.occupancies ?? [];
    return changed.occupancies
      .filter(({ id }) => occupancies.includes(id))
      .map(({ id, personKey, to }) => {
        const old = before.find((occupancy) => occupancy.id === id)?.to;
        const end = to === undefined ? 'ohne Ende' : `bis ${formatGermanDay(to)}`;
        const was = old === undefined ? '' : `, bisher bis ${formatGermanDay(old)}`;
        return { value: id, label: `${personKey} auf ${label}`, hint: end + was };
      });
  });
}
