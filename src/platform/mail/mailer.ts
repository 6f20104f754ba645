/** A mail in plain text; addresses as `name@host`. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** Why no mail leaves this instance. */
export type NoMailReason = 'not-configured' | 'example-book';

/** The way out for mail. Nothing is sent inside a transaction: who sends does so after the commit. */
export abstract class Mailer {
  /** Why nothing can be sent; undefined: mail leaves. */
  abstract readonly unavailable: NoMailReason | undefined;

  /** @throws MailNotSent */
  abstract send(mail: Mail): Promise<void>;
}
