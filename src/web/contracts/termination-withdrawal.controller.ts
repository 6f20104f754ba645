import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotTerminated } from '../../contracts/contracts.errors.js';
import { ContractsQueries, type ContractDetail } from '../../contracts/contracts.queries.js';
import { WithdrawTerminationUseCase } from '../../contracts/withdraw-termination.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { contractStepView } from './contract-step.page.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { postedChange } from '../forms/posted.js';
import { terminationText } from './contract-state.js';
import { reasonField } from './version-step.forms.js';

const FIELDS = { reason: reasonField('Zum Beispiel: Die Parteien setzen den Vertrag fort') };

/** "Kündigung zurücknehmen": by agreement, or because it was entered by mistake. */
@Controller()
export class TerminationWithdrawalController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly withdrawing: WithdrawTerminationUseCase,
  ) {}

  @Page(routes.terminationWithdrawal)
  async page(@Param('id') id: string): Promise<string> {
    const open = await this.book.open(paths.contract(id), {});
    return render(open, await this.find(id, open), {});
  }

  @FormTarget(routes.terminationWithdrawal)
  async withdraw(
    @Param('id') id: string,
    @Body() body: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.book.open(paths.contract(id), {});
    const { values } = readForm(FIELDS, { grund: '', ...body });
    const refusal =
      values &&
      (await refusalFrom(
        () => this.withdrawing.execute(postedChange(body, values.reason), id),
        {},
        open.page.facts,
      ));
    if (values !== undefined && refusal === undefined) {
      return sendAnswer(reply, { goTo: paths.contract(id) });
    }
    const html = render(open, await this.find(id, open), { grund: '', ...body }, refusal);
    return sendAnswer(reply, { html, status: 422 });
  }

  /** @throws UnknownContract */
  private find(id: string, { page }: OpenBook): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: page.asOf.on });
  }
}

/** @throws NotTerminated */
function render(
  open: OpenBook,
  { contract, revision }: ContractDetail,
  body: PageQuery,
  refusal?: RefusalView,
): string {
  if (contract.termination === undefined) throw new NotTerminated({ contract: contract.id });
  const frame = {
    intro: `${terminationText(contract.termination, open.page.names)} Nehmen Sie die Kündigung zurück, läuft der Vertrag für alle weiter, wie seine Fassungen es sagen. Hat inzwischen jemand anderes die Mittel bekommen, lehnt das Buch ab.`,
    action: paths.terminationWithdrawal(contract.id),
    button: 'Kündigung zurücknehmen',
    cancel: paths.contract(contract.id),
    revision,
  };
  const head = {
    title: 'Kündigung zurücknehmen',
    subline: contract.title,
    area: paths.contracts,
    back: { href: paths.contract(contract.id), label: 'Zum Vertrag' },
  };
  const { fields } = readForm(FIELDS, body);
  return open.renderPlain(
    'contracts/step',
    head,
    contractStepView(frame, fields, { body, refusal }),
  );
}
