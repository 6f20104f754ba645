import { spansOfLineInYear } from '../../contracts/contracts.js';
import type { PostEntitlement } from '../../positions/entitlements.queries.js';
import type { PositionDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { percentOf } from '../book/share-text.js';
import { fteText } from '../book/words.js';
import type { ConventionCase } from '../../positions/book.queries.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { capLevelNames } from '../messages/terms.js';
import { paths } from '../paths.js';
import { sheetView, type SheetView } from './sheet.view.js';

/** The calculation sheet of a post in a year. */
export function postSheetView(
  page: BookPage,
  position: PositionDefinition,
  post: PostEntitlement,
  cases: readonly ConventionCase[],
): SheetView {
  const { year, through, amountCents, zero } = post;
  const terms = termsOf(page, post);
  return sheetView({
    year,
    through,
    amountCents,
    ...(zero && { zero }),
    derivation: post.derivation(),
    facts: [...factsOf(page, position, post), ...(terms ? [capLevelFact(terms)] : [])],
    ...(terms && { agreed: terms.proration.convention }),
    compared: cases.flatMap(({ convention, entitlement }) => {
      const own = entitlement.posts.find((entry) => entry.position === position.id);
      return own ? [{ convention, amountCents: own.amountCents }] : [];
    }),
    pdf: page.link(`${paths.calculationSheet(position.id, year)}.pdf`),
  });
}

function termsOf({ facts }: BookPage, { line, year }: PostEntitlement) {
  const agreed = facts.lines.get(line ?? '');
  if (agreed === undefined) return undefined;
  return spansOfLineInYear(agreed.contract, agreed.line.id, year).at(-1)?.version.terms;
}

function capLevelFact({ capLevel }: NonNullable<ReturnType<typeof termsOf>>): MetaView {
  return {
    label: 'Höchstbetrag gilt',
    value: cell(capLevelNames[capLevel.level], { sub: capLevel.clause }),
  };
}

function factsOf(
  page: BookPage,
  position: PositionDefinition,
  post: PostEntitlement,
): readonly MetaView[] {
  const agreed = page.facts.lines.get(post.line ?? '');
  return [
    {
      label: 'Stelle',
      value: cell(position.label, {
        href: page.link(paths.position(position.id)),
        sub: position.title,
      }),
    },
    { label: 'Arbeitgeber', value: cell(page.names.party(position.employer)) },
    { label: 'Baustein', value: cell(page.names.component(position.component)) },
    agreed === undefined
      ? { label: 'Vertrag', value: cell('keiner: eigene Stelle des Kreises') }
      : {
          label: 'Vertrag',
          value: cell(agreed.contract.title, {
            href: page.link(paths.contract(agreed.contract.id)),
            sub: agreed.line.title,
          }),
        },
    { label: 'Geplanter Anteil', value: cell(fteText(post.plannedFte)) },
    { label: 'Besetzt', value: cell(percentOf(post.share), { sub: 'des Jahres' }) },
  ];
}
