import { CHART, type AccountKey } from '../../ledger/chart.js';
import type { Dimensions } from '../../ledger/ledger.types.js';
import type { ContractVersionDefinition } from '../../programmes/definitions/definition.js';
import type { PageFacts } from '../book/book-facts.js';
import { grantName } from '../book/holder-names.js';
import type { Names } from '../book/names.js';
import type { TakeOverTitle } from '../../take-over/take-over.queries.js';
import { paths } from '../paths.js';

/** What something is called, and where it stands; '' where there is no page of it. */
export interface NamedPlace {
  readonly label: string;
  readonly href: string;
}

/** What an entry rests on: the document or decision, and what it is in a word. */
export interface Basis extends NamedPlace {
  readonly what: string;
}

/** Names that are no part of the facts of the book, by id. */
export interface KnownNames {
  readonly accounts: ReadonlyMap<string, string>;
  readonly takeOvers: ReadonlyMap<string, TakeOverTitle>;
}

/** The names behind the ids that entries and postings carry; what nobody knows is shown as it is. */
export class LedgerNames {
  constructor(
    private readonly facts: PageFacts,
    readonly book: Names,
    private readonly known: KnownNames,
    /** The address of another page of the book, with the same knowledge. */
    private readonly link: (path: string) => string,
  ) {}

  /** "Geleistete Vorauszahlungen" */
  account(key: AccountKey): string {
    return this.known.accounts.get(key) ?? CHART[key].name;
  }

  /** What a posting belongs to, the nearest first: line, contract, partner, programme. */
  place({
    allocationLine,
    noticeLine,
    contract,
    partner,
    component,
    programme,
  }: Dimensions): NamedPlace {
    if (allocationLine !== undefined) return this.line(allocationLine);
    if (noticeLine !== undefined) return this.noticeLine(noticeLine);
    if (contract !== undefined) return this.contract(contract);
    if (partner !== undefined) return this.partner(partner);
    if (component !== undefined) return { label: this.book.component(component), href: '' };
    if (programme !== undefined) return { label: this.book.shortProgramme(programme), href: '' };
    return { label: '', href: '' };
  }

  line(id: string): NamedPlace {
    const agreed = this.facts.lines.get(id);
    if (agreed === undefined) return { label: id, href: '' };
    const { line, contract } = agreed;
    const partner = this.book.shortParty(line.partner);
    return {
      label: line.title.includes(partner) ? line.title : `${line.title}, ${partner}`,
      href: this.link(`${paths.contract(contract.id)}#zuweisung`),
    };
  }

  noticeLine(id: string): NamedPlace {
    const granted = this.facts.noticeLines.get(id);
    if (granted === undefined) return { label: id, href: '' };
    const { notice, line } = granted;
    const many = notice.lines.length > 1 ? `${this.book.component(line.component)}: ` : '';
    return {
      label: `${many}${grantName(granted)}`,
      href: this.link(`${paths.notice(notice.id)}#zeile-${line.id}`),
    };
  }

  contract(id: string): NamedPlace {
    const known = this.facts.contracts.find((contract) => contract.id === id);
    if (known === undefined) return { label: id, href: '' };
    return { label: known.title, href: this.link(paths.contract(id)) };
  }

  partner(id: string): NamedPlace {
    const known = this.facts.partners.has(id);
    return {
      label: this.book.shortParty(id),
      href: known ? this.link(paths.partner(id)) : '',
    };
  }

  /** What an entry rests on; `kind:rest` as the ledger keeps it. */
  basis(subject: string): Basis {
    const [kind = '', ...rest] = subject.split(':');
    const id = rest.join(':');
    switch (kind) {
      case 'notice':
        return { what: 'Bescheid', ...this.notice(id) };
      case 'contract':
        return { what: 'Vertrag', ...this.version(id) };
      case 'take-over':
        return { what: 'Übernahme', ...this.takeOver(id) };
      case 'entry':
        return {
          what: 'der Buchung,',
          label: 'die es zurücknimmt',
          href: this.link(paths.entry(id)),
        };
      case 'by-hand':
        return { what: 'Begründung', label: 'kein Beleg genannt', href: '' };
      case 'document':
        return { what: 'Beleg', label: id, href: '' };
      default:
        return { what: 'Beleg', label: subject, href: '' };
    }
  }

  /** One that was taken back has no page of its own any more. */
  private takeOver(id: string): NamedPlace {
    const { title, isWithdrawn } = this.known.takeOvers.get(id) ?? { title: id, isWithdrawn: true };
    if (!isWithdrawn) return { label: title, href: this.link(paths.takeOver(id)) };
    return { label: title === id ? id : `${title} (zurückgenommen)`, href: '' };
  }

  private notice(id: string): NamedPlace {
    const known = this.facts.notices.find((notice) => notice.id === id);
    if (known === undefined) return { label: id, href: '' };
    return { label: known.title, href: this.link(paths.notice(id)) };
  }

  /** "kim-cities/3" */
  private version(subject: string): NamedPlace {
    const cut = subject.lastIndexOf('/');
    const id = cut < 0 ? subject : subject.slice(0, cut);
    const number = Number(subject.slice(cut + 1));
    const contract = this.contract(id);
    const version = this.versionOf(id, number);
    if (version === undefined) return contract;
    return {
      label: `${contract.label}, ${version.title}`,
      href: this.link(`${paths.contract(id)}?fassung=${number.toString()}`),
    };
  }

  private versionOf(id: string, number: number): ContractVersionDefinition | undefined {
    const contract = this.facts.contracts.find((known) => known.id === id);
    return contract?.versions.find((version) => version.number === number);
  }
}
