import { Injectable } from '@nestjs/common';
import type { Invitation } from '../../identity/people/invite-person.use-case.js';
import type { Person } from '../../identity/people/people.queries.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Mailer, type NoMailReason } from '../../platform/mail/mailer.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { refusalFrom } from '../forms/refused.js';
import { momentText } from '../lists/list.words.js';
import { Pages } from '../shell/pages.js';
import { invitationMail } from './invitation-mail.view.js';

/** The page after somebody was invited: the link to be handed over, or that it left by mail. */
interface LinkPageView {
  readonly note: NoteView;
  /** '' if it left by mail, or was shown before. */
  readonly address: string;
  readonly next: LinkView;
}

interface Around {
  readonly area: string;
  readonly next: LinkView;
  /** It was asked for because mail does not reach the person: it is shown. */
  readonly isByHand?: boolean;
}

/** Brings one-time links to their people: by mail where that is possible, else by the inviter. */
@Injectable()
export class Invitations {
  constructor(
    private readonly pages: Pages,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param origin "https://buch.kreis.de": where the inviter reached the service
   * @returns the page that tells what became of the link; it is shown this once
   */
  async deliver(
    invitation: Invitation,
    person: Person,
    origin: string,
    { area, next, isByHand = false }: Around,
  ): Promise<string> {
    const isInvitation = invitation.purpose === 'invitation';
    const head = {
      title: isInvitation ? 'Eingeladen' : 'Link für ein neues Passwort',
      subline: person.name,
      area,
      back: next,
    };
    const { note, address } = await this.view(invitation, person, origin, isByHand);
    const isWaiting = isInvitation && person.roles.length === 0;
    const texts = isWaiting ? [...note.texts, WAITING] : note.texts;
    const view = { note: { ...note, texts }, address };
    return this.pages.render('administration/link', head, { ...view, next });
  }

  private async view(
    { link, purpose }: Invitation,
    person: Person,
    origin: string,
    isByHand: boolean,
  ): Promise<Omit<LinkPageView, 'next'>> {
    if (link === undefined) {
      const texts = ['Dieser Link wurde schon gezeigt. Erzeugen Sie bei Bedarf einen neuen.'];
      return { note: { tone: '', texts }, address: '' };
    }
    const until = `Er gilt einmal, bis ${momentText(link.until)}.`;
    const refusal = isByHand
      ? BY_HAND
      : await this.mailed(person, link.path, { purpose, until: link.until });
    if (refusal === undefined) {
      const texts = [`Der Link ist an ${person.mail ?? ''} unterwegs. ${until}`];
      return { note: { tone: '', texts }, address: '' };
    }
    const texts = [
      `Geben Sie diesen Link ${person.name} persönlich weiter. ${until}`,
      `Er wird nur jetzt gezeigt. ${refusal}`,
    ];
    return {
      note: { tone: 'warning', texts },
      address: (this.config.publicUrl ?? origin) + link.path,
    };
  }

  /** The page that only tells what was done. */
  told(title: string, text: string, person: Person, { area, next }: Around): string {
    const head = { title, subline: person.name, area, back: next };
    const note = { tone: '', texts: [text] };
    return this.pages.render('administration/link', head, { note, address: '', next });
  }

  /** Why no mail left; undefined: it did. A link in a mail needs the address for all to see. */
  private async mailed(
    { name, mail }: Person,
    path: string,
    about: Pick<Parameters<typeof invitationMail>[0], 'purpose' | 'until'>,
  ): Promise<string | undefined> {
    const { publicUrl, officeName } = this.config;
    const { unavailable } = this.mailer;
    if (unavailable !== undefined) return NO_MAIL[unavailable];
    if (mail === undefined || publicUrl === undefined) return NO_MAIL['not-configured'];
    const text = invitationMail({ ...about, name, address: publicUrl + path, officeName });
    const refusal = await refusalFrom(() => this.mailer.send({ to: [mail], ...text }));
    return refusal === undefined ? undefined : 'Der Mailserver hat die Mail nicht angenommen.';
  }
}

const WAITING =
  'Die Rollen gelten, sobald eine andere Person der Verwaltung sie bestätigt hat; das geht, wenn die Person ihr Passwort gewählt hat.';
const BY_HAND = 'Wer ihn hat, kann das Passwort des Kontos wählen.';

/** Told to whoever invites, also to partners: without the names of settings. */
const NO_MAIL: Readonly<Record<NoMailReason, string>> = {
  'example-book': 'Im Beispielbuch geht keine Mail hinaus.',
  'not-configured': 'Der Versand per Mail ist nicht eingerichtet.',
};
