/** The settings are wrong; the message is for the operator, in German, one line per setting. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Die Einstellungen sind fehlerhaft:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}
