import {
  isPersonKey,
  type OccupancyDefinition,
  type OwnPostFunding,
  type PositionDefinition,
  type PositionsDefinition,
  type UnpaidSpell,
} from '../definition.js';
import { list, optionalList, record } from '../record.js';
import { choice, day, flag, id, scalar, share, text, year } from '../scalars.js';
import { periodSchema } from './notice.schema.js';

/** A pseudonym that the employer gave ("LUE-7F3A"), so that no name gets in by mistake. */
const personKey = scalar(
  'ein Pseudonym aus Großbuchstaben, Ziffern und Bindestrichen mit mindestens einer Ziffer, zum Beispiel LUE-7F3A',
  (written) => (isPersonKey(written) ? written : undefined),
);

const unpaidSpell = record<UnpaidSpell>({ period: periodSchema, reason: text() });

/** A Stellenbesetzung by itself. */
export const occupancySchema = record<OccupancyDefinition>({
  id: id(),
  personKey,
  from: day(),
  to: day().optional(),
  share: share(),
  cover: flag().default(false),
  unpaid: optionalList(unpaidSpell),
  example: text().optional(),
});

const own = record<NonNullable<PositionDefinition['own']>>({
  rateKind: choice(['staff', 'assistant']),
  withMaterial: flag(),
  funding: list(record<OwnPostFunding>({ year: year(), noticeLine: id() }), 1),
});

/** A Stelle by itself. */
export const positionSchema = record<PositionDefinition>({
  id: id(),
  label: text(),
  title: text(),
  component: id(),
  plannedFte: share(),
  from: day(),
  to: day().optional(),
  employer: id(),
  placeOfWork: text(),
  allocationLine: id().optional(),
  own: own.optional(),
  occupancies: optionalList(occupancySchema),
  example: text().optional(),
});

/** `kind: positions`: posts and who filled them. */
export const positionsSchema = record<PositionsDefinition>({
  kind: choice(['positions']),
  positions: list(positionSchema, 1),
});
