import { ACCOUNT_KEYS } from '../../ledger/chart.js';
import { ENTRY_KINDS } from '../../ledger/ledger.types.js';
import { germanOrder } from '../../domain/text/german-text.js';
import { fieldView, type FieldView } from '../components/field.js';
import { dayFieldText } from '../forms/read.js';
import type { OpenLedger } from './ledger-pages.js';
import { asked } from './ledger-question.js';
import { questionLink } from '../lists/question-link.js';
import { entryKindNames } from './ledger.words.js';

/** More than this nobody looks through: such a choice comes by links of other pages only. */
const CHOICES_MOST = 200;

/** What a page of the ledger can be narrowed by; named as in its address. */
export type QuestionField =
  | 'konto'
  | 'art'
  | 'programm'
  | 'jahr'
  | 'partner'
  | 'vertrag'
  | 'von'
  | 'bis'
  | 'stand'
  | 'bekannt';

/** What was chosen on another page and can only be taken off here. */
const LINK_ONLY = ['baustein', 'bescheidzeile', 'zeile', 'forderung', 'grundlage'] as const;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The form above a page of the ledger. */
export interface QuestionView {
  readonly action: string;
  readonly search: FieldView | undefined;
  readonly fields: readonly FieldView[];
  /** The page without any choice; '' if nothing is chosen. */
  readonly reset: string;
}

export function questionView(
  open: OpenLedger,
  action: string,
  names: readonly QuestionField[],
  search = '',
): QuestionView {
  const { question } = open;
  const given = LINK_ONLY.filter((name) => asked(question, name) !== '');
  return {
    action,
    search: search === '' ? undefined : searchField(open, search),
    fields: [
      ...names.map((name) => fieldOf(open, name)),
      ...given.map((name) => givenField(open, name)),
    ],
    reset: question.pairs.length === 0 ? '' : questionLink(action, { pairs: [] }),
  };
}

function searchField({ question }: OpenLedger, hint: string): FieldView {
  const value = asked(question, 'suche');
  return fieldView({ kind: 'text', id: 'q-suche', name: 'suche', label: 'Suchen', hint, value });
}

const DAYS = {
  von: ['Wirksam von', ''],
  bis: ['Wirksam bis', ''],
  stand: ['Stand am', 'Leer: alles bis heute'],
  bekannt: ['Wie bekannt am', 'Leer: wie heute bekannt'],
} as const;

function fieldOf(open: OpenLedger, name: QuestionField): FieldView {
  switch (name) {
    case 'von':
    case 'bis':
    case 'stand':
    case 'bekannt':
      return dayField(open, name);
    case 'konto':
      return select(open, name, 'Konto', 'Alle Konten', accountChoices(open));
    case 'art':
      return select(open, name, 'Art', 'Alle Arten', kindChoices());
    case 'programm':
      return select(open, name, 'Programm', 'Alle Programme', programmeChoices(open));
    case 'jahr':
      return select(open, name, 'Haushaltsjahr', 'Alle Jahre', yearChoices(open));
    case 'partner':
      return select(open, name, 'Partner', 'Alle Partner', partnerChoices(open));
    case 'vertrag':
      return select(open, name, 'Vertrag', 'Alle Verträge', contractChoices(open));
  }
}

function dayField({ question }: OpenLedger, name: keyof typeof DAYS): FieldView {
  const [label, hint] = DAYS[name];
  const { text = asked(question, name), error = '' } = question.mistakes.get(name) ?? {};
  const value = error === '' && text !== '' ? dayFieldText(text) : text;
  return fieldView({ kind: 'day', id: `q-${name}`, name, label, hint, value, error });
}

function select(
  { question, names }: OpenLedger,
  name: string,
  label: string,
  all: string,
  choices: readonly Choice[],
): FieldView {
  const chosen = asked(question, name);
  const known = choices.length > CHOICES_MOST ? [] : choices;
  const missing = chosen !== '' && !known.some(({ value }) => value === chosen);
  const unlisted = missing ? [{ value: chosen, label: labelOf(names, name, chosen) }] : [];
  return fieldView({
    ...{ kind: 'select', id: `q-${name}`, name, label },
    error: question.mistakes.get(name)?.error ?? '',
    options: [{ value: '', label: all }, ...known, ...unlisted].map((choice) => ({
      ...choice,
      selected: choice.value === chosen,
    })),
  });
}

const GIVEN_LABELS: Readonly<Record<(typeof LINK_ONLY)[number], readonly [string, string]>> = {
  baustein: ['Baustein', 'Alle Bausteine'],
  bescheidzeile: ['Bescheidzeile', 'Alle Bescheidzeilen'],
  zeile: ['Vertragszeile', 'Alle Vertragszeilen'],
  forderung: ['Forderung', 'Alle Forderungen'],
  grundlage: ['Grundlage', 'Alle Grundlagen'],
};

function givenField(open: OpenLedger, name: (typeof LINK_ONLY)[number]): FieldView {
  const [label, all] = GIVEN_LABELS[name];
  return select(open, name, label, all, []);
}

/** What a chosen id is called. */
export function labelOf(names: OpenLedger['names'], name: string, id: string): string {
  switch (name) {
    case 'zeile':
      return names.line(id).label;
    case 'bescheidzeile':
      return names.noticeLine(id).label;
    case 'vertrag':
      return names.contract(id).label;
    case 'partner':
      return names.partner(id).label;
    case 'baustein':
      return names.book.component(id);
    case 'programm':
      return names.book.shortProgramme(id);
    case 'grundlage':
      return names.basis(id).label;
    default:
      return id;
  }
}

function accountChoices({ names }: OpenLedger): readonly Choice[] {
  return ACCOUNT_KEYS.map((value) => ({ value, label: names.account(value) }));
}

function kindChoices(): readonly Choice[] {
  return ENTRY_KINDS.map((value) => ({ value, label: entryKindNames[value] }));
}

function programmeChoices({ facts }: OpenLedger): readonly Choice[] {
  return facts.programmes.map(({ id, shortName }) => ({ value: id, label: shortName }));
}

function yearChoices({ years }: OpenLedger): readonly Choice[] {
  return years.map((year) => ({ value: year.toString(), label: year.toString() }));
}

function partnerChoices({ facts }: OpenLedger): readonly Choice[] {
  return byName([...facts.partners.values()].map(({ id, name }) => ({ value: id, label: name })));
}

function contractChoices({ facts }: OpenLedger): readonly Choice[] {
  return byName(facts.contracts.map(({ id, title }) => ({ value: id, label: title })));
}

function byName(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((a, b) => germanOrder(a.label, b.label));
}
