import { missingForEffect, partiesOf, versionState } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { Names } from '../book/names.js';
import type { LinkView } from '../components/link.js';
import { beginButton, type BeginButtonView } from '../editing/begin-button.js';
import { versionBefore } from './contract-state.js';
import { paths } from '../paths.js';

/** One stage on the way of a version from draft to effect. */
export interface StageView {
  readonly title: string;
  /** '' if nothing is to be said. */
  readonly text: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** The state in a word, for those who do not see it. */
  readonly stateName: string;
}

/** "Weg der Fassung": where the newest version stands, and what to do next (R4). */
export interface VersionWayView {
  readonly title: string;
  readonly stages: readonly StageView[];
  /** Forms of the product to open. */
  readonly forms: readonly BeginButtonView[];
  /** The next step; absent if it is a form. */
  readonly next: LinkView | undefined;
  readonly others: readonly LinkView[];
}

const STATE_NAMES = { done: 'erledigt', current: 'jetzt', ahead: 'noch nicht' } as const;

/** The way of the newest version, with one next step. */
export function versionWay(contract: ContractDefinition, names: Names): VersionWayView | undefined {
  const version = contract.versions.at(-1);
  if (version === undefined) return undefined;
  return {
    title: version.title,
    stages: version.kind === 'by-notice' ? [] : stagesOf(contract, version, names),
    ...stepsOf(contract, version),
  };
}

function stagesOf(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  names: Names,
): readonly StageView[] {
  const state = versionState(version, contract);
  const missing = missingForEffect(version, partiesOf(contract));
  const isOut = state !== 'draft';
  const sent = version.sentOn ?? version.writtenOn;
  const signatures = partiesOf(contract).map((party) => {
    const signed = version.signatures.find((signature) => signature.party === party);
    const title = `Unterschrift ${names.shortParty(party)}`;
    if (signed) return stage(title, formatGermanDay(signed.signedOn), 'done');
    return stage(title, 'fehlt noch', isOut ? 'current' : 'ahead');
  });
  return [
    stage('Entwurf', '', isOut ? 'done' : 'current'),
    stage(
      'Verschickt',
      isOut && sent !== undefined ? formatGermanDay(sent) : '',
      isOut ? 'done' : 'ahead',
    ),
    ...signatures,
    stage(
      'Wirksam',
      missing.length === 0
        ? `gilt ab ${formatGermanDay(version.inForceFrom)}`
        : 'mit der letzten Unterschrift',
      missing.length === 0 ? 'done' : 'ahead',
    ),
  ];
}

function stage(title: string, text: string, state: StageView['state']): StageView {
  return { title, text, state, stateName: STATE_NAMES[state] };
}

function stepsOf(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): Pick<VersionWayView, 'forms' | 'next' | 'others'> {
  const { id } = contract;
  const step = (name: VersionStepName): LinkView => ({
    href: paths.versionStep(id, version.number, name),
    label: STEP_LABELS[name],
  });
  const comparison = comparisonOf(contract, version);
  switch (versionState(version, contract)) {
    case 'effective':
      return {
        forms: contract.termination
          ? []
          : [
              beginButton('Änderung entwerfen', 'fassung', {
                options: { contract: id },
                primary: true,
              }),
            ],
        next: undefined,
        others: contract.termination
          ? []
          : [{ href: paths.termination(id), label: 'Kündigung eintragen' }],
      };
    case 'draft':
      return {
        forms: [
          beginButton('Entwurf bearbeiten', 'fassung', {
            subject: `${id}/${version.number}`,
            options: { contract: id },
          }),
        ],
        next: step('versenden'),
        others: [...comparison, step('verwerfen')],
      };
    case 'sent':
    case 'partly-signed':
      return {
        forms: [],
        next: step('unterschrift'),
        others: [...comparison, step('zurueckholen')],
      };
  }
}

/** What is to be signed, beside what it amends. */
function comparisonOf(
  contract: ContractDefinition,
  { number }: ContractVersionDefinition,
): readonly LinkView[] {
  const before = versionBefore(contract, number);
  if (before === undefined) return [];
  const href = paths.contractComparison(contract.id, before.number, number);
  return [{ href, label: 'Was sich ändert' }];
}

export const VERSION_STEP_NAMES = [
  'versenden',
  'unterschrift',
  'zurueckholen',
  'verwerfen',
] as const;
/** A step of a version, as its page is called. */
export type VersionStepName = (typeof VERSION_STEP_NAMES)[number];

const STEP_LABELS: Readonly<Record<VersionStepName, string>> = {
  versenden: 'Versand eintragen',
  unterschrift: 'Unterschrift eintragen',
  zurueckholen: 'Zurückholen',
  verwerfen: 'Entwurf verwerfen',
};
