import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { Mailer, type NoMailReason } from '../../platform/mail/mailer.js';
import type { Person } from '../people/people.queries.js';
import { linkMail } from './link-mail.rules.js';
import type { LinkPurpose } from './one-time-link.entity.js';
import type { IssuedLink } from './one-time-links.js';

/** Brings people their one-time links by mail, once the link is in the book. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** Why no mail leaves, and the link has to be handed over another way; undefined: it leaves. */
  get unavailable(): NoMailReason | undefined {
    return this.mailer.unavailable;
  }

  /**
   * The whole address of a link: of the service as the office names it, never as a request does.
   * Without `PUBLIC_URL` it is reached where it listens.
   */
  addressOf({ path }: Pick<IssuedLink, 'path'>): string {
    return (this.config.publicUrl ?? `http://localhost:${this.config.port}`) + path;
  }

  /** @throws MailNotSent */
  async send(
    { name, mail }: Pick<Person, 'name' | 'mail'>,
    purpose: LinkPurpose,
    link: Pick<IssuedLink, 'path'>,
  ): Promise<void> {
    if (mail === undefined) return;
    const { officeName } = this.config;
    const address = this.addressOf(link);
    await this.mailer.send(linkMail({ purpose, to: mail, name, address, officeName }));
  }
}
