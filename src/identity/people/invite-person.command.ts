import { printableLine } from '../../domain/text/printable-line.js';
import { isMailAddress } from '../../platform/config/settings.js';
import { readCall, type CallShape } from '../../platform/console/command-options.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import { operatorChange } from '../../platform/console/operator.js';
import type { Ids } from '../../platform/ids/ids.js';
import type { LinkMails } from '../links/link-mails.js';
import { isRole, ROLES } from '../roles.rules.js';
import type { InvitePersonUseCase } from './invite-person.use-case.js';
import type { NewPerson } from './record-person.use-case.js';

const REASON = 'An der Konsole eingeladen';

const SHAPE: CallShape = {
  usage:
    'user invite MAILADRESSE --role ROLLE [--name NAME] [--partner KENNUNG] [--json]   ' +
    `legt ein Konto an und nennt den Einmal-Link; ROLLE: ${ROLES.join(', ')}`,
  options: ['role', 'name', 'partner'],
  words: 1,
  wordIs: 'eine Mailadresse',
};

interface InviteCall {
  readonly person: NewPerson;
  readonly json: boolean;
}

/** "user invite": so begins the first administrator of an empty book. */
export class InvitePersonCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'user invite',
    usage: SHAPE.usage,
    accepts: (args, io) => readInviteCall(args, io) !== undefined,
  };

  constructor(
    private readonly inviting: InvitePersonUseCase,
    private readonly ids: Ids,
    private readonly links: Pick<LinkMails, 'addressOf'>,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readInviteCall(args, io);
    if (call === undefined) return 2;
    const change = operatorChange(this.ids, REASON);
    const { personId, link } = await this.inviting.execute(change, call.person);
    const address = this.links.addressOf({ path: link?.path ?? '' });
    const until = link?.until ?? '';
    if (call.json) io.out(JSON.stringify({ personId, link: address, until }));
    else {
      io.out(`${call.person.name} ist eingeladen (${call.person.roles.join(', ')}). Einmal-Link:`);
      io.out(`  ${address}`);
      io.out('Er gilt einmal und sieben Tage; er wird nur jetzt gezeigt.');
    }
    return 0;
  }
}

function readInviteCall(args: readonly string[], io: ConsoleIo): InviteCall | undefined {
  return readCall(args, io, SHAPE, ({ word: mail, values, json }) => {
    const { role = '', partner: partnerId } = values;
    const name = printableLine(values['name'] ?? nameFrom(mail));
    if (!isMailAddress(mail)) return `„${mail}“ ist keine Mailadresse.`;
    if (!isRole(role)) return `„${role}“ ist keine Rolle: ${ROLES.join(', ')}.`;
    if (!name) return 'Nach --name fehlt ein Name.';
    if ((role === 'partner') !== (partnerId !== undefined)) {
      return 'Zur Rolle partner gehört --partner KENNUNG, zu den anderen nicht.';
    }
    return { person: { name, mail, roles: [role], ...(partnerId && { partnerId }) }, json };
  });
}

/** "erika.muster@amt.de" -> "Erika Muster" */
function nameFrom(mail: string): string {
  const words = (mail.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toLocaleUpperCase('de') + word.slice(1)).join(' ');
}
