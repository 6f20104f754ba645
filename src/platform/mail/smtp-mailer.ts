import type { Transporter } from 'nodemailer';
import type { AppConfig } from '../config/app-config.js';
import type { Book } from '../database/book.js';
import { Mailer, type Mail, type NoMailReason } from './mailer.js';
import { MailNotSent } from './mail.errors.js';

const PATIENCE_MS = 10_000;

/** Sends through the office's mail server (`SMTP_URL`); an example book sends nothing. */
export class SmtpMailer extends Mailer {
  readonly unavailable: NoMailReason | undefined;
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly config: Pick<AppConfig, 'smtpUrl' | 'mailFrom'>,
    book: Pick<Book, 'kind'>,
  ) {
    super();
    if (config.smtpUrl === undefined) this.unavailable = 'not-configured';
    else if (book.kind === 'example') this.unavailable = 'example-book';
  }

  async send({ to, subject, text, attachments = [] }: Mail): Promise<void> {
    if (this.unavailable !== undefined) {
      throw new MailNotSent({ reason: this.unavailable, detail: '' });
    }
    try {
      this.transport ??= this.connect();
      await (
        await this.transport
      ).sendMail({
        ...{ from: this.config.mailFrom, to: [...to], subject, text },
        attachments: attachments.map((attachment) => ({ ...attachment })),
      });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new MailNotSent({ reason: 'refused', detail });
    }
  }

  /** The library is loaded with the first mail: most starts send none. */
  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url: this.config.smtpUrl ?? '',
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}
