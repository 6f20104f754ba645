import { formatGermanDay, isPlainDate, type PlainDate } from '../../domain/calendar/plain-date.js';
import { printableLine } from '../../domain/text/printable-line.js';
import { readCall, type CallShape } from '../../platform/console/command-options.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import type { Ids } from '../../platform/ids/ids.js';
import type { CreatedToken, CreateTokenUseCase, NewToken } from './create-token.use-case.js';
import { isTokenRole, TOKEN_ROLES } from './token.rules.js';
import { operatorChange } from '../../platform/console/operator.js';

const REASON = 'An der Konsole angelegt';

const SHAPE: CallShape = {
  usage:
    'token create --role ROLLE --purpose ZWECK --until TAG [--json]   ' +
    `legt einen Zugangsschlüssel für ein Fachverfahren an; ROLLE: ${TOKEN_ROLES.join(', ')}`,
  options: ['role', 'purpose', 'until'],
  words: 0,
};

type TokenCall = NewToken & { readonly json: boolean };

/** "token create": prints the key of a program; it works once an approver has consented. */
export class CreateTokenCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'token create',
    usage: SHAPE.usage,
    accepts: (args, io) => readTokenCall(args, io) !== undefined,
  };

  constructor(
    private readonly creating: CreateTokenUseCase,
    private readonly ids: Ids,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readTokenCall(args, io);
    if (call === undefined) return 2;
    const { json, ...wanted } = call;
    const change = operatorChange(this.ids, REASON);
    const created = await this.creating.execute(change, wanted);
    if (json) io.out(JSON.stringify({ ...created, role: wanted.role, until: wanted.until }));
    else tell(created, wanted, io);
    return 0;
  }
}

function readTokenCall(args: readonly string[], io: ConsoleIo): TokenCall | undefined {
  return readCall(args, io, SHAPE, ({ values, json }) => {
    const { role = '', purpose = '', until = '' } = values;
    const line = printableLine(purpose);
    if (!isTokenRole(role)) {
      return `„${role}“ ist keine Rolle für ein Fachverfahren: ${TOKEN_ROLES.join(', ')}.`;
    }
    if (!line) return 'Nach --purpose fehlt der Zweck: wofür und welches Verfahren.';
    if (!isPlainDate(until)) return 'Nach --until fehlt ein Tag wie 2027-06-30.';
    return { role, purpose: line, until, json };
  });
}

function tell(
  { secret = '' }: CreatedToken,
  {
    role,
    purpose,
    until,
  }: { readonly role: string; readonly purpose: string; readonly until: PlainDate },
  io: ConsoleIo,
): void {
  io.out(`Zugangsschlüssel für „${purpose}“ (${role}), gut bis ${formatGermanDay(until)}:`);
  io.out(`  ${secret}`);
  io.out('Er wird nur jetzt gezeigt; im Buch steht er nicht. Er gilt, sobald eine');
  io.out('anordnungsbefugte Person zugestimmt hat (Seite „Zugangsschlüssel“).');
}
