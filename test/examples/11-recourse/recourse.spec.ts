import { ledgerStory, type Sides } from '../ledger-story.js';

const notice = {
  ...{ programme: 'kim', component: 'kim-1', noticeLine: 'kim-1-2023' },
  budgetYear: 2023,
};
const line = {
  ...notice,
  ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-1', partner: 'luenen' },
};
const claim = { ...line, claim: 'luenen-kim-1-2023' };

/** What stays: the year is settled. */
const SETTLED: Sides = { forwarded: '66.700,00', 'grant-income': '-66.700,00' };
const TAKEN_BACK: Sides = { 'refund-expense': '5.000,00', 'refunds-owed': '-5.000,00' };

ledgerStory([
  {
    on: '2023-01-01',
    kind: 'notice',
    subject: 'notice:notice-kim-1-2023',
    text: 'Der Bescheid wirkt: 66.700,00 Euro für das Jahr 2023',
    postings: [[notice, { 'land-claims': '66.700,00', earmarked: '-66.700,00' }]],
    then: { 'land-claims': '66.700,00', earmarked: '-66.700,00' },
  },
  {
    on: '2023-01-02',
    kind: 'commitment',
    subject: 'contract:kim-cities/3',
    text: 'Der Vertrag wirkt: Lünen bekommt bis zu 66.700,00 Euro',
    postings: [[line, { commitments: '66.700,00', 'commitments-contra': '-66.700,00' }]],
    then: {
      ...{ 'land-claims': '66.700,00', earmarked: '-66.700,00' },
      ...{ commitments: '66.700,00', 'commitments-contra': '-66.700,00' },
    },
  },
  {
    on: '2023-03-01',
    kind: 'land-money',
    subject: 'document:Kontoauszug 41/2023',
    text: 'Das Land zahlt',
    postings: [[notice, { cash: '66.700,00', 'land-claims': '-66.700,00' }]],
    then: {
      ...{ cash: '66.700,00', earmarked: '-66.700,00' },
      ...{ commitments: '66.700,00', 'commitments-contra': '-66.700,00' },
    },
  },
  {
    on: '2023-03-13',
    kind: 'order',
    subject: 'document:Anordnung 1188/2023',
    text: 'Die Auszahlung ist angeordnet',
    postings: [
      [line, { advances: '66.700,00', 'in-transit': '-66.700,00' }],
      [line, { 'commitments-contra': '66.700,00', commitments: '-66.700,00' }],
    ],
    then: {
      ...{ cash: '66.700,00', earmarked: '-66.700,00' },
      ...{ advances: '66.700,00', 'in-transit': '-66.700,00' },
    },
  },
  {
    on: '2023-03-15',
    kind: 'payment',
    subject: 'document:Kontoauszug 52/2023',
    text: 'Die Bank hat ausgeführt',
    postings: [[line, { 'in-transit': '66.700,00', cash: '-66.700,00' }]],
    then: { advances: '66.700,00', earmarked: '-66.700,00' },
  },
  {
    on: '2024-02-20',
    kind: 'settlement',
    subject: 'document:Verwendungsnachweis 2023, anerkannt am 20.02.2024',
    text: 'Der Nachweis ist anerkannt: Aufwand und Ertrag, nichts bleibt zweckgebunden',
    postings: [
      [line, { forwarded: '66.700,00', advances: '-66.700,00' }],
      [line, { earmarked: '66.700,00', 'grant-income': '-66.700,00' }],
    ],
    then: SETTLED,
  },
  {
    on: '2025-05-05',
    kind: 'refund-due',
    subject: 'document:Widerrufsbescheid vom 28.04.2025',
    text: 'Das Land nimmt 5.000,00 Euro zurück, die verdient waren',
    postings: [[notice, TAKEN_BACK]],
    then: { ...SETTLED, ...TAKEN_BACK },
  },
  {
    on: '2025-05-12',
    kind: 'recovery',
    subject: 'document:Rückforderung vom 12.05.2025',
    text: 'Regress: Lünen trägt, was das Land zurücknimmt',
    postings: [[claim, { 'recovery-claims': '5.000,00', 'returns-income': '-5.000,00' }]],
    then: {
      ...{ ...SETTLED, ...TAKEN_BACK },
      ...{ 'recovery-claims': '5.000,00', 'returns-income': '-5.000,00' },
    },
  },
  {
    on: '2025-06-10',
    kind: 'receipt',
    subject: 'document:Kontoauszug 107/2025',
    text: 'Lünen hat gezahlt',
    postings: [[{}, { cash: '5.000,00', unallocated: '-5.000,00' }]],
    then: {
      ...{ ...SETTLED, ...TAKEN_BACK, cash: '5.000,00', unallocated: '-5.000,00' },
      ...{ 'recovery-claims': '5.000,00', 'returns-income': '-5.000,00' },
    },
  },
  {
    on: '2025-06-11',
    kind: 'allocation',
    subject: 'document:Zuordnung vom 11.06.2025',
    text: 'Zugeordnet auf die Forderung',
    postings: [
      [{}, { unallocated: '5.000,00' }],
      [claim, { 'recovery-claims': '-5.000,00' }],
    ],
    then: { ...SETTLED, ...TAKEN_BACK, cash: '5.000,00', 'returns-income': '-5.000,00' },
  },
  {
    on: '2025-06-13',
    kind: 'refund',
    subject: 'document:Kontoauszug 110/2025',
    text: 'Zurückgezahlt an das Land: je 5.000,00 Euro Aufwand und Ertrag bleiben',
    postings: [[notice, { 'refunds-owed': '5.000,00', cash: '-5.000,00' }]],
    then: { ...SETTLED, 'refund-expense': '5.000,00', 'returns-income': '-5.000,00' },
  },
]);
