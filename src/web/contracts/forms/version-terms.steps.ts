import {
  CAP_LEVELS,
  PRORATION_CONVENTIONS,
  PROOF_FORMS,
  TWO_MONTH_RULES,
} from '../../../programmes/definitions/definition.js';
import type { FieldChoice, FieldGroup, FormField, FormStep } from '../../editing/form-field.js';
import {
  capLevelNames,
  conventionHints,
  conventionNames,
  deadlineKindHints,
  deadlineKindNames,
} from '../../messages/terms.js';
import { proofFormNames, twoMonthNames } from '../contract.words.js';

const YES_NO: readonly FieldChoice[] = [
  { value: 'true', label: 'ja' },
  { value: 'false', label: 'nein' },
];

/** "Regeln": what is computed from a version, each with its clause. */
export const TERMS_STEP: FormStep = {
  key: 'regeln',
  title: 'Regeln',
  intro: 'Aus diesen Regeln rechnet das Buch. Zu jeder gehört die Klausel, die sie trägt.',
  fields: [],
  groups: [
    proration(),
    group('capLevel', 'Höchstbetrag', [
      {
        path: 'terms.capLevel.level',
        kind: 'radio',
        label: 'Der Höchstbetrag gilt',
        hint: 'Je Zeile: Eine Stelle darf mehr kosten, wenn eine andere weniger kostet.',
        choices: CAP_LEVELS.map((value) => ({ value, label: capLevelNames[value] })),
      },
    ]),
    group(
      'unpaidSpells',
      'Unbezahlte Zeiten',
      [
        {
          path: 'terms.unpaidSpells.cutCap',
          kind: 'radio',
          label: 'Kürzen sie den Höchstbetrag?',
          hint: 'Zum Beispiel Elternzeit oder Krankheit nach der Lohnfortzahlung.',
          choices: YES_NO,
        },
      ],
      false,
    ),
    proof(),
    quarterly(),
    noticePeriod(),
    group('twoMonthRule', 'Zwei-Monats-Regel', [
      {
        path: 'terms.twoMonthRule.state',
        kind: 'radio',
        label: 'Abgerufenes Geld ist in zwei Monaten auszugeben',
        choices: TWO_MONTH_RULES.map((value) => ({ value, label: twoMonthNames[value] })),
      },
    ]),
    group(
      'followsNotice',
      'Ändert das Land den Bescheid',
      [
        {
          path: 'terms.followsNotice.on',
          kind: 'radio',
          label: 'Passt sich der Vertrag unmittelbar an?',
          hint: 'Ja: Neue Beträge gelten ohne Unterschrift. Nein: Es braucht einen Änderungsvertrag.',
          choices: YES_NO,
        },
      ],
      false,
    ),
  ],
};

function group(
  term: string,
  legend: string,
  fields: readonly FormField[],
  hasNote = true,
): FieldGroup {
  const note: readonly FormField[] = hasNote
    ? [{ path: `terms.${term}.note`, kind: 'text', label: 'Anmerkung', optional: true }]
    : [];
  return { legend, fields: [...fields, clauseField(`terms.${term}`, legend), ...note] };
}

function clauseField(path: string, legend: string): FormField {
  return {
    path: `${path}.clause`,
    kind: 'text',
    label: `Klausel zu „${legend}“`,
    hint: 'Zum Beispiel § 6 Abs. 1',
  };
}

function proration(): FieldGroup {
  return group('proration', 'Anteilsrechnung', [
    {
      path: 'terms.proration.convention',
      kind: 'radio',
      label: 'Wie zählt ein angebrochenes Jahr?',
      choices: PRORATION_CONVENTIONS.map((value) => ({
        value,
        label: conventionNames[value],
        hint: conventionHints[value],
      })),
    },
  ]);
}

function proof(): FieldGroup {
  const fields: readonly FormField[] = [
    {
      path: 'terms.proofDue.day',
      kind: 'whole',
      label: 'Tag',
      hint: 'Im Jahr nach dem Förderjahr, zum Beispiel 15',
    },
    {
      path: 'terms.proofDue.month',
      kind: 'whole',
      label: 'Monat',
      hint: 'Zum Beispiel 1 für Januar',
    },
    {
      path: 'terms.proofDue.kind',
      kind: 'radio',
      label: 'Frist oder Termin',
      choices: (['frist', 'termin'] as const).map((value) => ({
        value,
        label: deadlineKindNames[value],
        hint: deadlineKindHints[value],
      })),
    },
    {
      path: 'terms.proofDue.form',
      kind: 'radio',
      label: 'Form des Nachweises',
      choices: PROOF_FORMS.map((value) => ({ value, label: proofFormNames[value] })),
    },
  ];
  return group('proofDue', 'Nachweis', fields, false);
}

function quarterly(): FieldGroup {
  return group('quarterlyProof', 'Nachweis nach jedem Quartal', [
    {
      path: 'terms.quarterlyProof.on',
      kind: 'radio',
      label: 'Ist er vereinbart?',
      choices: YES_NO,
    },
    {
      path: 'terms.quarterlyProof.weeksAfterQuarter',
      kind: 'whole',
      label: 'Wochen nach dem Quartal',
      hint: 'Zum Beispiel 4; 0, wenn er nicht vereinbart ist.',
    },
  ]);
}

function noticePeriod(): FieldGroup {
  const fields: readonly FormField[] = [
    {
      path: 'terms.noticePeriod.months',
      kind: 'whole',
      label: 'Kündigungsfrist in Monaten',
      hint: 'Zum Jahresende, zum Beispiel 6. Diese Frist verschiebt sich nie nach hinten.',
    },
  ];
  return group('noticePeriod', 'Kündigung', fields, false);
}
