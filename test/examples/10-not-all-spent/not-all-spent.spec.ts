import { ledgerStory } from '../ledger-story.js';

const notice = {
  ...{ programme: 'kim', component: 'kim-2', noticeLine: 'kim-2-2023' },
  budgetYear: 2023,
};
const line = {
  ...notice,
  ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
};
const claim = { ...line, claim: 'luenen-kim-2-2023' };

ledgerStory([
  {
    on: '2023-01-01',
    kind: 'notice',
    subject: 'notice:notice-kim-2-2023',
    text: 'Der Bescheid wirkt: 285.000,00 Euro für das Jahr 2023',
    postings: [[notice, { 'land-claims': '285.000,00', earmarked: '-285.000,00' }]],
    then: { 'land-claims': '285.000,00', earmarked: '-285.000,00' },
  },
  {
    on: '2023-01-02',
    kind: 'commitment',
    subject: 'contract:kim-cities/3',
    text: 'Der Vertrag wirkt: Lünen bekommt bis zu 285.000,00 Euro',
    postings: [[line, { commitments: '285.000,00', 'commitments-contra': '-285.000,00' }]],
    then: {
      ...{ 'land-claims': '285.000,00', earmarked: '-285.000,00' },
      ...{ commitments: '285.000,00', 'commitments-contra': '-285.000,00' },
    },
  },
  {
    on: '2023-03-01',
    kind: 'land-money',
    subject: 'document:Kontoauszug 41/2023',
    text: 'Das Land zahlt',
    postings: [[notice, { cash: '285.000,00', 'land-claims': '-285.000,00' }]],
    then: {
      ...{ cash: '285.000,00', earmarked: '-285.000,00' },
      ...{ commitments: '285.000,00', 'commitments-contra': '-285.000,00' },
    },
  },
  {
    on: '2023-03-13',
    kind: 'order',
    subject: 'document:Anordnung 1187/2023',
    text: 'Die Auszahlung ist angeordnet: eine Vorauszahlung, und nichts ist mehr gebunden',
    postings: [
      [line, { advances: '285.000,00', 'in-transit': '-285.000,00' }],
      [line, { 'commitments-contra': '285.000,00', commitments: '-285.000,00' }],
    ],
    then: {
      ...{ cash: '285.000,00', earmarked: '-285.000,00' },
      ...{ advances: '285.000,00', 'in-transit': '-285.000,00' },
    },
  },
  {
    on: '2023-03-15',
    kind: 'payment',
    subject: 'document:Kontoauszug 52/2023',
    text: 'Die Bank hat ausgeführt',
    postings: [[line, { 'in-transit': '285.000,00', cash: '-285.000,00' }]],
    then: { advances: '285.000,00', earmarked: '-285.000,00' },
  },
  {
    on: '2023-12-31',
    kind: 'settlement',
    subject: 'document:Abrechnung zum Jahresende',
    text: 'Vorläufige Abrechnung nach dem Anspruch: Aufwand und Ertrag des Jahres',
    postings: [
      [line, { forwarded: '285.000,00', advances: '-285.000,00' }],
      [line, { earmarked: '285.000,00', 'grant-income': '-285.000,00' }],
    ],
    then: { forwarded: '285.000,00', 'grant-income': '-285.000,00' },
  },
  {
    on: '2024-02-20',
    kind: 'settlement',
    subject: 'document:Verwendungsnachweis 2023, anerkannt am 20.02.2024',
    text: 'Der Nachweis ergibt 271.440,44 Euro: 13.559,56 Euro weniger',
    postings: [
      [line, { advances: '13.559,56', forwarded: '-13.559,56' }],
      [line, { 'grant-income': '13.559,56', earmarked: '-13.559,56' }],
    ],
    then: {
      ...{ forwarded: '271.440,44', 'grant-income': '-271.440,44' },
      ...{ advances: '13.559,56', earmarked: '-13.559,56' },
    },
  },
  {
    on: '2024-02-27',
    kind: 'recovery',
    subject: 'document:Rückforderung vom 27.02.2024',
    text: 'Rückforderung aus eigenem Recht: gezahlt und nicht nachgewiesen',
    postings: [
      [claim, { 'recovery-claims': '13.559,56' }],
      [line, { advances: '-13.559,56' }],
    ],
    then: {
      ...{ forwarded: '271.440,44', 'grant-income': '-271.440,44' },
      ...{ 'recovery-claims': '13.559,56', earmarked: '-13.559,56' },
    },
  },
  {
    on: '2024-02-28',
    kind: 'refund-due',
    subject: 'document:Bestätigung gegenüber dem Land',
    text: 'Nicht verdientes Geld steht dem Land zu, fällig am 02.04.2024',
    postings: [[notice, { earmarked: '13.559,56', 'refunds-owed': '-13.559,56' }]],
    then: {
      ...{ forwarded: '271.440,44', 'grant-income': '-271.440,44' },
      ...{ 'recovery-claims': '13.559,56', 'refunds-owed': '-13.559,56' },
    },
  },
  {
    on: '2024-03-19',
    kind: 'receipt',
    subject: 'document:Kontoauszug 55/2024',
    text: 'Lünen hat gezahlt; das Geld ist noch nicht zugeordnet',
    postings: [[{}, { cash: '13.559,56', unallocated: '-13.559,56' }]],
    then: {
      ...{ forwarded: '271.440,44', 'grant-income': '-271.440,44' },
      ...{ 'recovery-claims': '13.559,56', 'refunds-owed': '-13.559,56' },
      ...{ cash: '13.559,56', unallocated: '-13.559,56' },
    },
  },
  {
    on: '2024-03-20',
    kind: 'allocation',
    subject: 'document:Zuordnung vom 20.03.2024',
    text: 'Zugeordnet: weder Kosten noch Zinsen, alles auf die Hauptforderung',
    postings: [
      [{}, { unallocated: '13.559,56' }],
      [claim, { 'recovery-claims': '-13.559,56' }],
    ],
    then: {
      ...{ forwarded: '271.440,44', 'grant-income': '-271.440,44' },
      ...{ cash: '13.559,56', 'refunds-owed': '-13.559,56' },
    },
  },
  {
    on: '2024-03-28',
    kind: 'refund',
    subject: 'document:Kontoauszug 61/2024',
    text: 'Zurückgezahlt an das Land, vor der Frist: nichts ist mehr offen',
    postings: [[notice, { 'refunds-owed': '13.559,56', cash: '-13.559,56' }]],
    then: { forwarded: '271.440,44', 'grant-income': '-271.440,44' },
  },
]);
