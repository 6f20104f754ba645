import { isMailAddress } from '../../platform/config/settings.js';
import { readCall, type CallShape } from '../../platform/console/command-options.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import { operatorChange } from '../../platform/console/operator.js';
import type { Ids } from '../../platform/ids/ids.js';
import type { LinkMails } from '../links/link-mails.js';
import type { RemoveSecondFactorUseCase } from '../second-factor/remove-second-factor.use-case.js';
import type { InvitePersonUseCase } from './invite-person.use-case.js';
import { UnknownPerson } from './people.errors.js';
import type { PeopleQueries } from './people.queries.js';

const REASON = 'An der Konsole erneuert';

const SHAPE: CallShape = {
  usage:
    'user link MAILADRESSE [--factor remove] [--json]   ' +
    'stellt einen neuen Einmal-Link aus; mit --factor remove fällt auch der zweite Faktor weg',
  options: ['factor'],
  words: 1,
  wordIs: 'eine Mailadresse',
};

interface RenewCall {
  readonly mail: string;
  readonly dropsFactor: boolean;
  readonly json: boolean;
}

/** "user link": the way back where no second administrator is left who could agree. */
export class RenewAccessCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'user link',
    usage: SHAPE.usage,
    accepts: (args, io) => readRenewCall(args, io) !== undefined,
  };

  constructor(
    private readonly people: PeopleQueries,
    private readonly inviting: InvitePersonUseCase,
    private readonly factors: RemoveSecondFactorUseCase,
    private readonly ids: Ids,
    private readonly links: Pick<LinkMails, 'addressOf'>,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readRenewCall(args, io);
    if (call === undefined) return 2;
    const person = await this.people.byMail(call.mail);
    if (person === undefined) throw new UnknownPerson({ id: call.mail });
    const change = () => operatorChange(this.ids, REASON);
    if (call.dropsFactor) await this.factors.execute(change(), person.id);
    const { link } = await this.inviting.again(change(), person.id);
    const address = this.links.addressOf({ path: link?.path ?? '' });
    if (call.json) {
      io.out(JSON.stringify({ personId: person.id, link: address, until: link?.until ?? '' }));
      return 0;
    }
    io.out(`Einmal-Link für ${person.name}:`);
    io.out(`  ${address}`);
    io.out('Er gilt einmal und wird nur jetzt gezeigt; frühere Links enden.');
    return 0;
  }
}

function readRenewCall(args: readonly string[], io: ConsoleIo): RenewCall | undefined {
  return readCall(args, io, SHAPE, ({ word: mail, values, json }) => {
    const { factor } = values;
    if (!isMailAddress(mail)) return `„${mail}“ ist keine Mailadresse.`;
    if (factor !== undefined && factor !== 'remove') return 'Nach --factor steht nur „remove“.';
    return { mail, dropsFactor: factor === 'remove', json };
  });
}
