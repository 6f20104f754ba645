/** What is never written into a log, and what stands there instead. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\w+:\/\/[^\s:@/]*):[^\s@/]*@/g, '$1:***@'],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, '$1 ***'],
  [/(\/(?:einladung|passwort)\/)[\w-]{8,}/g, '$1***'],
  [/\b(wb-(?:sitzung|besuch|schritt))=[^\s;"']+/g, '$1=***'],
  [/\$argon2\w*\$[^\s"']+/g, '***'],
  [
    /(?<![a-z])(password|passwort|secret|_?token|cookie|authorization)(["']?\s*[:=]\s*["']?)[^\s"',;}]+/gi,
    '$1$2***',
  ],
  [/\b([A-Z]{2}\d{2})(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b/g, '$1 ***'],
];

/** The text without passwords, tokens and bank accounts. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text);
}
