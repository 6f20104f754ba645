import type { LoggerService } from '@nestjs/common';
import { toJson } from '../../domain/errors/domain-error.js';
import type { Clock } from '../clock/clock.js';
import { withoutSecrets } from './without-secrets.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** Contexts in which the framework tells at each start what the code says already. */
const FRAMEWORK_CHATTER: ReadonlySet<string> = new Set([
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
]);

type WriteLine = (line: string) => void;

/** The log of an instance: one JSON object per line, without secrets, for people and machines. */
export class JsonLogger implements LoggerService {
  constructor(
    private readonly clock: Clock,
    private readonly write: WriteLine = (line) => process.stdout.write(line),
  ) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    if (FRAMEWORK_CHATTER.has(String(rest.at(-1)))) return;
    this.line('info', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.line('warn', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.line('error', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.line('fatal', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.line('debug', message, rest);
  }

  /** The framework hands over the stack first, where there is one, and its own context last. */
  private line(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const stack = message instanceof Error ? message.stack : texts.find(isStack);
    const context = texts.findLast((text) => !isStack(text));
    const text = message instanceof Error ? message.message : message;
    this.write(
      withoutSecrets(toJson({ at: this.clock.now(), level, context, text, stack })) + '\n',
    );
  }
}

function isStack(text: string): boolean {
  return text.includes('\n    at ');
}
