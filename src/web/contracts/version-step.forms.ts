import { partiesOf } from '../../contracts/contracts.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { Names } from '../book/names.js';
import type { FieldDefinition } from '../forms/form.js';
import { readDay, type Read } from '../forms/read.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { VersionStepName } from './version-way.view.js';

type Fields = Readonly<Record<string, FieldDefinition<unknown>>>;

/** What a page of a step asks, and how it speaks of itself. */
export interface StepForm {
  readonly title: string;
  readonly intro: string;
  readonly button: string;
  readonly fields: Fields;
}

/** The page of a step for a version: who has signed already is not asked again. */
export function stepForm(
  step: VersionStepName,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  names: Names,
): StepForm {
  switch (step) {
    case 'versenden':
      return {
        title: 'Versand eintragen',
        intro:
          'Der Text steht fest und geht an alle Partner zur Unterschrift. Danach ist er nur noch zu ändern, wenn Sie ihn zurückholen.',
        button: 'Versand eintragen',
        fields: {
          sentOn: dayField('verschickt', 'Verschickt am', '/sentOn'),
          writtenOn: {
            ...dayField('datum', 'Datum des Schriftstücks', '/writtenOn'),
            hint: 'Leer: der Tag des Versands.',
            optional: true,
          },
        },
      };
    case 'unterschrift':
      return {
        title: 'Unterschrift eintragen',
        intro: 'Mit der letzten Unterschrift wird die Fassung wirksam (§ 57 VwVfG NRW).',
        button: 'Unterschrift eintragen',
        fields: {
          party: partyField(unsigned(contract, version), names),
          signedOn: dayField('unterschrieben', 'Unterschrieben am', '/signedOn'),
        },
      };
    case 'zurueckholen':
      return {
        title: 'Fassung zurückholen',
        intro:
          'Die Fassung wird wieder Entwurf. Unterschriften, die schon da sind, fallen weg: Sie galten einem anderen Text.',
        button: 'Zurückholen',
        fields: { reason: reasonField('Zum Beispiel: Höchstbetrag war falsch') },
      };
    case 'verwerfen':
      return {
        title: 'Entwurf verwerfen',
        intro: 'Der Entwurf verschwindet aus dem Vertrag. Im Verlauf bleibt er lesbar.',
        button: 'Entwurf verwerfen',
        fields: { reason: reasonField('Zum Beispiel: Bescheid kam doch nicht') },
      };
  }
}

function unsigned(
  contract: ContractDefinition,
  { signatures }: ContractVersionDefinition,
): readonly string[] {
  const signed = new Set(signatures.map(({ party }) => party));
  return partiesOf(contract).filter((party) => !signed.has(party));
}

/** A party to the contract, to be chosen. */
export function partyField(parties: readonly string[], names: Names): FieldDefinition<string> {
  return {
    kind: 'select',
    name: 'partei',
    label: 'Wer',
    choices: parties.map((value) => ({ value, label: names.party(value) })),
    read,
    pointer: '/party',
  };
}

/** A day that has been. */
export function dayField(name: string, label: string, pointer: string): FieldDefinition<PlainDate> {
  return { kind: 'day', name, label, hint: 'Zum Beispiel 15.03.2026', read: readDay, pointer };
}

/** Why something is taken back. */
export function reasonField(hint: string): FieldDefinition<string> {
  return { kind: 'text', name: 'grund', label: 'Grund', hint, read, pointer: '/reason' };
}

const REASON_LENGTH_MAX = 500;

function read(text: string): Read<string> {
  const value = text.trim();
  if (value.length <= REASON_LENGTH_MAX) return { ok: true, value };
  return { ok: false, error: `Höchstens ${REASON_LENGTH_MAX} Zeichen.` };
}
