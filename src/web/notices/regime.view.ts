import type { UpstreamRegime } from '../../programmes/definitions/definition.js';
import { confidenceNames } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { interestBasisNames } from '../messages/terms.js';
import { fundingKindTexts, proofFormTexts, twoMonthTexts, unspentTexts } from './regime.words.js';

/** What the Kreis owes the Land for a component in a year. */
export interface RegimeView {
  readonly facts: readonly MetaView[];
  /** Where the rules are not certain: '' if they are. */
  readonly note: string;
}

export function regimeView(regime: UpstreamRegime | undefined): RegimeView {
  if (regime === undefined) {
    return { facts: [], note: 'Für dieses Jahr stehen keine Regeln des Landes im Buch.' };
  }
  const { proof, confidence, note = '' } = regime;
  const receipts = proof.receipts ? 'mit Belegliste' : 'ohne Belege';
  return {
    facts: [
      { label: 'Rechtsgrundlage', value: cell(regime.legalBasis) },
      { label: 'Was das Land zahlt', value: cell(fundingKindTexts[regime.funding]) },
      {
        label: 'Nachweis an das Land',
        value: cell(proofFormTexts[proof.form], {
          sub: `${proof.dueText}, ${receipts} (${proof.clause})`,
        }),
      },
      { label: 'Zwei-Monats-Regel', value: cell(twoMonthTexts[regime.twoMonthRule]) },
      { label: 'Nicht verbrauchtes Geld', value: cell(unspentTexts[regime.unspent]) },
      {
        label: 'Zinsen bei später Rückzahlung',
        value: cell(interestBasisNames[regime.interestBasis]),
      },
    ],
    note:
      confidence === 'confirmed'
        ? note
        : [`Diese Regeln sind ${confidenceNames[confidence]}.`, note].join(' ').trim(),
  };
}
