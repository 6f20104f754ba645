import type { Facts } from '../../domain/errors/domain-error.js';
import type { Instant } from '../../domain/calendar/instant.js';
import { isRole } from '../../identity/identity.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { momentText } from './moment-text.js';
import type { Sentence } from './sentence.js';

/** What somebody did to a case, as a sentence says it: "Sie haben … festgestellt". */
const DONE: Readonly<Record<string, string>> = {
  entered: 'erfasst',
  certified: 'sachlich und rechnerisch richtig gezeichnet',
  ordered: 'angeordnet',
  released: 'freigegeben',
  countersigned: 'gegengezeichnet',
  consented: 'mit Ihrer Zustimmung versehen',
};

/** Who is asked next. */
const OTHERS: Readonly<Record<string, string>> = {
  entered: 'eine andere Person der Sachbearbeitung',
  released: 'eine andere Person der Kasse',
};

/** Refusals of four eyes, deputies and lent roles. */
export const fourEyesMessages: Readonly<Record<string, Sentence>> = {
  'identity.same-person': {
    title: 'Das macht eine andere Person',
    detail: (facts) =>
      `${earlierText(facts)} Wer an einem Vorgang einen Schritt getan hat, tut dort keinen anderen ` +
      `(Vier-Augen-Prinzip, § 31 KomHVO NRW). Bitten Sie ${otherFor(facts)}.`,
  },
  'identity.act-repeated': {
    title: 'Das haben Sie schon getan',
    detail: (facts) =>
      'Ihre eigene Zeichnung steht schon im Buch und zählt einmal. Bitten Sie ' +
      `${otherFor(facts)} um die zweite.`,
  },
  'identity.act-complete': {
    title: 'Dieser Schritt ist schon getan',
    detail: ({ act }) =>
      act === 'entered'
        ? 'Der Vorgang ist schon gezeichnet und ändert sich nicht mehr. Was anders sein soll, wird ' +
          'ein neuer Vorgang.'
        : 'Es haben schon so viele Personen gezeichnet, wie nötig sind. Es ist nichts mehr zu tun.',
  },
  'identity.act-not-due': {
    title: 'Vorher ist ein anderer Schritt nötig',
    detail: ({ missing }) =>
      typeof missing === 'string'
        ? `Der Vorgang ist noch nicht ${DONE[missing] ?? missing}. Danach ist dieser Schritt möglich.`
        : 'Die Schritte folgen aufeinander: erfassen, feststellen, anordnen, freigeben.',
  },
  'identity.not-a-person': {
    title: 'Das ist Menschen vorbehalten',
    detail: () =>
      'Ein Programm liest, erfasst und reicht ein. Feststellen, anordnen, freigeben, gegenzeichnen, ' +
      'verzichten und zustimmen kann nur eine Person unter ihrem eigenen Konto (§ 31 KomHVO NRW).',
  },
  'identity.deputy-unfit': {
    title: 'Diese Vertretung geht nicht',
    detail: ({ reason, role }) => unfitText(String(reason), roleName(role)),
  },
  'identity.deputy-not-yours': {
    title: 'Über diese Vertretung entscheiden andere',
    detail: () =>
      'Für sich selbst trägt jede und jeder eine Vertretung ein; für andere tut es die Verwaltung ' +
      'der Konten. Es wurde nichts gespeichert.',
  },
  'identity.deputy-second-word': {
    title: 'Diese Vertretung braucht eine zweite Person',
    detail: ({ reason }) => SECOND_WORD[String(reason)] ?? '',
  },
  'identity.lending-refused': {
    title: 'So lässt sich die Rolle nicht leihen',
    detail: ({ reason }) => LENDING[String(reason)] ?? LENDING['third-person'] ?? '',
  },
};

function earlierText({ earlier, at }: Facts): string {
  if (typeof earlier !== 'string') return 'Sie haben an diesem Vorgang schon mitgewirkt.';
  const when = typeof at === 'string' ? ` ${momentText(at as Instant)}` : '';
  return `Sie haben diesen Vorgang${when} ${DONE[earlier] ?? earlier}.`;
}

function otherFor({ act }: Facts): string {
  return OTHERS[String(act)] ?? 'eine andere Person mit der Rolle Anordnung';
}

function roleName(role: Facts[string] | undefined): string {
  return typeof role === 'string' && isRole(role) ? ROLE_NAMES[role] : String(role ?? '');
}

function unfitText(reason: string, role: string): string {
  switch (reason) {
    case 'self':
      return 'Niemand vertritt sich selbst. Wählen Sie eine andere Person.';
    case 'lacks-role':
      return `Die vertretene Person hat die Rolle ${role} nicht. Vertreten wird, was jemand selbst darf.`;
    case 'holds-role':
      return `Die gewählte Person hat die Rolle ${role} schon selbst und braucht keine Vertretung.`;
    case 'roles-apart':
      return (
        `Die Rolle ${role} darf die gewählte Person nicht neben ihren eigenen haben: Kasse, Prüfung, ` +
        'Verwaltung und Weiterleitungsempfänger stehen allein (§ 28 Abs. 5, § 31 KomHVO NRW).'
      );
    default:
      return 'Eine der beiden Personen hat kein Konto, oder es ist geschlossen.';
  }
}

const SECOND_WORD: Readonly<Record<string, string>> = {
  'same-person':
    'Sie haben die Vertretung selbst eingetragen. Bestätigen muss sie die vertretene Person oder eine ' +
    'andere Person der Verwaltung; bis dahin hat die Vertretung die Rolle nicht.',
  decided: 'Diese Vertretung ist schon bestätigt. Die Seite war veraltet.',
  over: 'Die Tage dieser Vertretung sind vorbei. Tragen Sie bei Bedarf eine neue ein.',
};

const LENDING: Readonly<Record<string, string>> = {
  'third-person':
    'Zwei Personen der Verwaltung leihen einer dritten eine Rolle. Sie selbst und andere aus der ' +
    'Verwaltung der Konten handeln nie in einem Fall (§ 28 Abs. 5 Nr. 10 KomHVO NRW).',
  'same-administrator':
    'Sie haben den Notzugang selbst beantragt. Zustimmen muss eine andere Person der Verwaltung.',
  'holds-role': 'Diese Person hat die Rolle schon selbst.',
  'unfit-person':
    'Geliehen wird nur an Personen der Dienststelle mit einem offenen Konto, nicht an die Prüfung ' +
    'und nicht an Weiterleitungsempfänger.',
  decided: 'Über diesen Notzugang ist schon entschieden. Die Seite war veraltet.',
};
