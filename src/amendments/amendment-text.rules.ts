import { formatGermanDay, type PlainDate } from '../domain/calendar/plain-date.js';
import { formatEuro } from '../domain/money/amount-text.js';
import type { Cents } from '../domain/money/cents.js';
import { formatFte } from '../domain/proration/fte.js';
import type { ContractDefinition, NoticeDefinition } from '../programmes/definitions/definition.js';
import { isChanged } from './amended-line.rules.js';
import type { LineChange, Shift } from './flow-down.types.js';

/** What a drafted version says about itself, in German: it is stored and read by people. */

/** "3. Änderung": the first after the base version is the first amendment. */
export function nextTitle({ versions }: ContractDefinition, further = 0): string {
  const amendments = versions.filter(({ kind }) => kind !== 'base').length;
  return `${(amendments + further + 1).toString()}. Änderung`;
}

/** "KIM II 2025 (36.30.06 vom 10.02.2025)". */
export function noticeText({ title, reference, issuedOn }: NoticeDefinition): string {
  const told = [reference, issuedOn && `vom ${formatGermanDay(issuedOn)}`].filter(
    (part) => part !== undefined,
  );
  return told.length === 0 ? `„${title}“` : `„${title}“ (${told.join(' ')})`;
}

/** What changes in the lines, old and new: one sentence for each line. */
export function changesText(changes: readonly LineChange[]): string {
  return changes.filter(isChanged).map(changeText).join(' ');
}

function changeText({ title, fte, annualRateCents, materialCents, ceilingCents }: LineChange) {
  const parts = [
    ...(fte ? [`${formatFte(fte.after)} statt ${formatFte(fte.before)} VzÄ`] : []),
    ...(annualRateCents ? [`${moneyShift(annualRateCents)} je VzÄ und Jahr`] : []),
    ...(materialCents ? [`Sachausgaben ${moneyShift(materialCents)}`] : []),
    ...(ceilingCents ? [`Höchstbetrag ${moneyShift(ceilingCents)}`] : []),
  ];
  return `${title}: ${parts.join(', ')}.`;
}

function moneyShift({ before, after }: Shift<Cents>): string {
  return `${formatEuro(after)} statt ${formatEuro(before)}`;
}

/** The summary of a version that a notice has caused (R10). */
export function flowSummary(
  notice: NoticeDefinition,
  kind: 'by-notice' | 'amendment',
  clause: string,
  from: PlainDate,
  changes: readonly LineChange[],
): string {
  const cause = `Bescheid ${noticeText(notice)}, wirksam ab ${formatGermanDay(from)}`;
  const way =
    kind === 'by-notice'
      ? `Die Werte ändern sich unmittelbar nach ${clause} (R10).`
      : 'Wirksam mit Schriftform und allen Unterschriften (R4).';
  const text = changesText(changes);
  return `${cause}. ${way} ${text === '' ? 'Die Werte der bisherigen Fassung gelten weiter.' : text}`;
}
