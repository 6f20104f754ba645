import { Injectable } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { PeopleQueries } from '../../identity/people/people.queries.js';
import { BookQueries, type BookFacts } from '../../positions/book.queries.js';
import type { AuditEvent } from '../../identity/audit/audit.queries.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { kindName, systemName } from './audit.words.js';

type Thing = AuditEvent['object'];

/** What something is called today, and its page; '' where there is none. */
export interface NamedThing {
  readonly kind: string;
  readonly label: string;
  readonly href: string;
}

/** Somebody as the audit trail names them. */
export interface NamedActor {
  /** Today's name; a number once the account is erased. */
  readonly name: string;
  /** "Sachbearbeitung, Anordnung"; '' for what is no person. */
  readonly roles: string;
}

interface Somebody extends NamedActor {
  readonly id: string;
}

/** The names behind the ids of the audit trail: it holds none itself, so that they can be erased. */
export class AuditNames {
  private readonly people: ReadonlyMap<string, Somebody>;

  /** @param facts undefined for readers who see no cases */
  constructor(
    people: readonly Somebody[],
    private readonly facts: BookFacts | undefined,
  ) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  /** "Erika Beispiel"; "Konsole" for what is no person. */
  actor(ref: string): NamedActor {
    const [kind = '', id = ''] = ref.split(':');
    if (kind === 'person') return this.people.get(id) ?? { name: `Person ${id}`, roles: '' };
    if (kind === 'token') return { name: `Programm ${id}`, roles: '' };
    return { name: systemName(ref), roles: '' };
  }

  thing({ kind, id }: Thing): NamedThing {
    const label = this.labelOf(kind, id) ?? id;
    return { kind: kindName(kind), label, href: this.hrefOf(kind, id) };
  }

  private labelOf(kind: string, id: string): string | undefined {
    if (kind === 'person') return this.people.get(id)?.name;
    if (kind === 'book') return 'das ganze Buch';
    if (kind === 'session') return shortSession(id);
    if (kind === 'address') return addressText(id);
    if (this.facts === undefined) return undefined;
    switch (kind) {
      case 'notice':
        return this.facts.notices.find((notice) => notice.id === id)?.title;
      case 'contract':
        return this.facts.contracts.find((contract) => contract.id === id)?.title;
      case 'partner':
        return this.facts.partners.get(id)?.name;
      case 'position': {
        const position = this.facts.positions.find((each) => each.id === id);
        return position && `${position.label}, ${position.title}`;
      }
      default:
        return undefined;
    }
  }

  /** Pages of cases only for those who may look at them. */
  private hrefOf(kind: string, id: string): string {
    if (this.facts === undefined || !Object.hasOwn(PAGES, kind)) return '';
    return PAGES[kind]?.(id) ?? '';
  }
}

const SESSION_TAIL = -6;

/** "…X2F4": enough to tell sessions apart. */
export function shortSession(id: string): string {
  return `…${id.slice(SESSION_TAIL)}`;
}

/** "/vertraege/x", "/vertraege/x (abgeschickt)" of "POST /vertraege/x" */
function addressText(address: string): string {
  const [method = '', ...rest] = address.split(' ');
  const path = rest.join(' ');
  return ['GET', 'HEAD'].includes(method) ? path : `${path} (abgeschickt)`;
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  notice: paths.notice,
  contract: paths.contract,
  partner: paths.partner,
  position: paths.position,
  'take-over': paths.takeOver,
  'ledger-entry': paths.entry,
  account: paths.account,
  closing: paths.closing,
};

/** Reads the names that the audit trail of whoever asks shows. */
@Injectable()
export class AuditNaming {
  constructor(
    private readonly people: PeopleQueries,
    private readonly book: BookQueries,
  ) {}

  /**
   * @param seesCases whether the reader may look at cases
   * @param withNames whether people are named, or stand under their numbers (R43)
   */
  async names({ seesCases, withNames = true }: NamesAsked): Promise<AuditNames> {
    const everybody = withNames ? await this.people.all() : [];
    const people = everybody.map(({ id, name, roles }) => ({
      ...{ id, name },
      roles: roles.map((role) => ROLE_NAMES[role]).join(', '),
    }));
    return new AuditNames(people, seesCases ? await this.book.facts() : undefined);
  }
}

interface NamesAsked {
  readonly seesCases: boolean;
  readonly withNames?: boolean;
}

/** Administrators look after people; of cases they see nothing, not even here. */
export function seesCases(): boolean {
  return !acting().roles.includes('administrator');
}
