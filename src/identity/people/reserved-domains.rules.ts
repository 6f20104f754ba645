/** Domains that nobody can have (RFC 2606 and RFC 6761): mail to them reaches no one. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|example\.(?:org|com|net))$/;

/** Whether a mail address is made up for sure: "anordnung-1@kreis-unna.example". */
export function isReservedMail(mail: string): boolean {
  return RESERVED.test(mail.slice(mail.lastIndexOf('@') + 1).toLowerCase());
}
