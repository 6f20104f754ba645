import { contains, covers } from '../../../domain/calendar/period.js';
import { formatGermanDay, yearOf, type Period } from '../../../domain/calendar/plain-date.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import { sumCents } from '../../../domain/money/cents.js';
import { equal, fraction, multiply, parseDecimal } from '../../../domain/money/fraction.js';
import type { NoticeDefinition, NoticeLineDefinition } from '../definition.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { amendedNotices, unknownReference, type KnownThings } from '../known-things.js';
import { checkPeriod } from './period.rules.js';

/** Notices: what they refer to exists, days are in order, the terms of a line add up to it. */
export function checkNotices(known: KnownThings): Finding[] {
  return known.notices.flatMap((notice) => [
    ...checkReferences(known, notice),
    ...checkPeriod(notice, 'period', notice.value.period),
    ...notice.value.lines.flatMap((line, index) =>
      checkLine(known, notice, line, { file: notice.file, path: `lines[${index}]` }),
    ),
  ]);
}

type Place = Pick<Entry<unknown>, 'file' | 'path'>;

function checkReferences(known: KnownThings, notice: Entry<NoticeDefinition>): Finding[] {
  const { programme, amends, follows } = notice.value;
  const findings: Finding[] = [];
  if (!known.programmeIds.has(programme)) {
    findings.push(
      unknownReference(notice, 'programme', 'Das Förderprogramm', programme, known.programmeIds),
    );
  }
  const others = known.notices.filter(({ id }) => id !== notice.id).map(({ id }) => id);
  if (amends !== undefined && !others.includes(amends)) {
    findings.push(unknownReference(notice, 'amends', 'Der geänderte Bescheid', amends, others));
  }
  if (follows !== undefined && !others.includes(follows)) {
    findings.push(unknownReference(notice, 'follows', 'Der Vorgängerbescheid', follows, others));
  }
  return [
    ...findings,
    ...checkSameProgramme(known, notice, 'amends'),
    ...checkSameProgramme(known, notice, 'follows'),
    ...checkCircle(known, notice),
    ...checkEffect(notice),
  ];
}

function checkSameProgramme(
  known: KnownThings,
  notice: Entry<NoticeDefinition>,
  key: 'amends' | 'follows',
): Finding[] {
  const other = known.notices.find(({ id }) => id === notice.value[key])?.value;
  if (other === undefined || other.programme === notice.value.programme) return [];
  const message = `Der Bescheid „${other.id}“ gehört zum Förderprogramm „${other.programme}“.`;
  return [findingIn(notice, key, message)];
}

/** Which of two amendments counts would be open. */
function checkCircle(known: KnownThings, notice: Entry<NoticeDefinition>): Finding[] {
  const byId = new Map(known.notices.map(({ id, value }) => [id, value]));
  const first = amendedNotices(notice.value, byId).at(-1);
  if (first?.amends === undefined || !byId.has(first.amends)) return [];
  return [findingIn(notice, 'amends', 'Diese Bescheide ändern sich im Kreis.')];
}

/** "Wirksam ab" belongs to an amendment; any other notice counts from its first day. */
function checkEffect(notice: Entry<NoticeDefinition>): Finding[] {
  const { amends, effectiveFrom, period } = notice.value;
  if (effectiveFrom === undefined) return [];
  if (amends === undefined) {
    const message = 'Nur ein Änderungsbescheid (amends) wird ab einem anderen Tag wirksam.';
    return [findingIn(notice, 'effectiveFrom', message)];
  }
  if (contains(period, effectiveFrom)) return [];
  const message = `Der Tag liegt nicht im Bewilligungszeitraum ${days(period)}.`;
  return [findingIn(notice, 'effectiveFrom', message)];
}

function checkLine(
  known: KnownThings,
  { value: notice }: Entry<NoticeDefinition>,
  line: NoticeLineDefinition,
  place: Place,
): Finding[] {
  const component = known.components.get(line.component);
  const names = [...known.components]
    .filter(([, { programme }]) => programme === notice.programme)
    .map(([id]) => id);
  const findings = checkPeriod(place, 'period', line.period);
  if (component?.programme !== notice.programme) {
    findings.push(unknownReference(place, 'component', 'Der Baustein', line.component, names));
  }
  if (!covers(notice.period, line.period)) {
    const message = `Die Zeile liegt nicht im Bewilligungszeitraum ${days(notice.period)}.`;
    findings.push(findingIn(place, 'period', message));
  }
  if (yearOf(line.period.from) !== line.year || yearOf(line.period.to) !== line.year) {
    const message = `Das Jahr ${line.year} passt nicht zum Zeitraum ${days(line.period)}.`;
    findings.push(findingIn(place, 'year', message));
  }
  return [...findings, ...checkTerms(line, place)];
}

function checkTerms({ terms, amountCents }: NoticeLineDefinition, place: Place): Finding[] {
  const findings = terms.flatMap((term, index) => {
    const product = multiply(parseDecimal(term.quantity), fraction(term.unitCents));
    if (equal(product, fraction(term.amountCents))) return [];
    const message = `${term.quantity} × ${formatEuro(term.unitCents)} ergibt nicht ${formatEuro(term.amountCents)}.`;
    return [findingIn(place, `terms[${index}].amount`, message)];
  });
  const sum = sumCents(terms.map((term) => term.amountCents));
  if (sum === amountCents) return findings;
  const message = `Die Bestandteile ergeben ${formatEuro(sum)}, die Zeile nennt ${formatEuro(amountCents)}.`;
  return [...findings, findingIn(place, 'amount', message)];
}

function days({ from, to }: Period): string {
  return `${formatGermanDay(from)} bis ${formatGermanDay(to)}`;
}
