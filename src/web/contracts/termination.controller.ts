import { Body, Controller, Header, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EffectsQueries, type TerminationEffects } from '../../amendments/effects.queries.js';
import { ContractsQueries, type ContractDetail } from '../../contracts/contracts.queries.js';
import { partiesOf, type TerminationPreview } from '../../contracts/contracts.js';
import { TerminateContractUseCase } from '../../contracts/terminate-contract.use-case.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { readForm, type FormValues } from '../forms/form.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { contractStepView } from './contract-step.page.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { postedChange } from '../forms/posted.js';
import { terminationEffect } from './termination.view.js';
import { dayField, partyField } from './version-step.forms.js';

const REASON = 'Kündigung eingetragen';

/** "Kündigung": first what it would do, then its entry. */
@Controller()
export class TerminationController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly terminating: TerminateContractUseCase,
    private readonly effects: EffectsQueries,
  ) {}

  @Page(routes.termination)
  async page(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.contract(id), {});
    return this.render(id, open, query);
  }

  @Post(routes.termination)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async enter(
    @Param('id') id: string,
    @Body() body: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.book.open(paths.contract(id), {});
    const definitions = fieldsOf(await this.find(id, open), open);
    const { values } = readForm(definitions, body);
    const command = values && { contract: id, ...values };
    const refusal =
      command &&
      (await refusalFrom(
        () => this.terminating.execute(postedChange(body, REASON), command),
        definitions,
      ));
    if (command !== undefined && refusal === undefined) {
      await reply.redirect(paths.contract(id), 303);
      return;
    }
    const html = await this.render(id, open, body, refusal);
    await reply.status(422).type('text/html; charset=utf-8').send(html);
  }

  private async render(
    id: string,
    open: OpenBook,
    given: PageQuery,
    refused?: RefusalView,
  ): Promise<string> {
    const detail = await this.find(id, open);
    const definitions = fieldsOf(detail, open);
    const { fields, values } = readForm(definitions, given);
    let preview: TerminationPreview | undefined;
    const refusal =
      refused ??
      (values &&
        (await refusalFrom(async () => {
          preview = await this.look(id, values);
        }, definitions)));
    const frame = {
      intro:
        'Kündigt ein Partner, endet der Vertrag für alle. Sehen Sie zuerst, wann und für wen; eingetragen wird erst danach.',
      action: paths.termination(id),
      button: 'Kündigung eintragen',
      cancel: paths.contract(id),
      revision: detail.revision,
    };
    const head = {
      title: 'Kündigung eintragen',
      subline: detail.contract.title,
      area: paths.contracts,
      back: { href: paths.contract(id), label: 'Zum Vertrag' },
    };
    return open.renderPlain('contracts/termination', head, {
      ...contractStepView(frame, fields, { body: given, refusal }),
      effect: preview && terminationEffect(preview, await this.toldOf(preview, open), open.page),
    });
  }

  private toldOf(
    { contract, endsOn }: TerminationPreview,
    { page }: OpenBook,
  ): Promise<TerminationEffects> {
    return this.effects.ofTermination(contract, endsOn, { on: page.asOf.on });
  }

  private look(
    id: string,
    values: FormValues<ReturnType<typeof fieldsOf>>,
  ): Promise<TerminationPreview> {
    return this.terminating.rehearse(postedChange({}, REASON), { contract: id, ...values });
  }

  private find(id: string, { page }: OpenBook): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: page.asOf.on });
  }
}

function fieldsOf({ contract }: ContractDetail, { page }: OpenBook) {
  return {
    party: { ...partyField(partiesOf(contract), page.names), label: 'Wer kündigt' },
    receivedOn: dayField('eingang', 'Eingang der Kündigung', '/receivedOn'),
  };
}
