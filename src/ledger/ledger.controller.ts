import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { JournalQueries } from './journal.queries.js';
import { accountJson, balanceJson, closingJson, entryJson } from './ledger.answer.js';
import { BalancesQuery, JournalQuery } from './ledger.dto.js';
import { UnknownAccount } from './ledger.errors.js';
import { LedgerQueries } from './ledger.queries.js';

/** Reads the journal, balances, accounts and closings. */
@ApiTags('Buch')
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; das Feld ist genannt' })
@Controller('api/v1/ledger')
export class LedgerController {
  constructor(
    private readonly journal: JournalQueries,
    private readonly ledger: LedgerQueries,
  ) {}

  @Get('entries')
  @ApiOperation({
    summary: 'Buchungen in der Reihenfolge des Buchs, seitenweise',
    description: 'Mit `knownAt` antwortet das Buch 503, solange noch nicht alles seinen Platz hat.',
  })
  @ApiOkResponse({ description: '`entries` und `next` (null am Ende)' })
  async entries(@Query() query: JournalQuery): Promise<unknown> {
    const { entries, next } = await this.journal.entries(query.filter(), query.paging());
    return { entries: entries.map(entryJson), next };
  }

  @Get('entries/:id')
  @ApiOperation({ summary: 'Eine Buchung mit ihren Zeilen, ihrem Platz und ihrem Hash' })
  @ApiOkResponse({ description: 'die Buchung; `reversedBy` nennt ihr Storno' })
  @ApiNotFoundResponse({ description: 'diese Buchung gibt es nicht' })
  async entry(@Param('id') id: string): Promise<unknown> {
    return entryJson(await this.journal.entry(id));
  }

  @Get('balances')
  @ApiOperation({
    summary: 'Salden je Konto und Kontierung; Soll ist positiv, Haben negativ',
    description: 'Mit `knownAt` antwortet das Buch 503, solange noch nicht alles seinen Platz hat.',
  })
  @ApiOkResponse({ description: '`balances`: zusammen null, Bilanz- und Merkkonten je für sich' })
  async balances(@Query() query: BalancesQuery): Promise<unknown> {
    const balances = await this.ledger.balances(query.filter());
    return { balances: balances.map(balanceJson) };
  }

  @Get('accounts')
  @ApiOperation({ summary: 'Der Kontenplan mit den Sachkonten der Kämmerei' })
  @ApiOkResponse({ description: '`accounts`; `side` ist die Seite, auf der ein Konto sonst steht' })
  async accounts(): Promise<unknown> {
    return { accounts: (await this.ledger.accounts()).map(accountJson) };
  }

  @Get('accounts/:key')
  @ApiOperation({ summary: 'Ein Konto' })
  @ApiOkResponse({ description: 'das Konto; ETag ist die Revision' })
  @ApiNotFoundResponse({ description: 'dieses Konto gibt es nicht' })
  async account(
    @Param('key') key: string,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const account = (await this.ledger.accounts()).find((each) => each.key === key);
    if (account === undefined) throw new UnknownAccount({ account: key });
    tagRevision(reply, account.revision);
    return accountJson(account);
  }

  @Get('closings')
  @ApiOperation({ summary: 'Abschlüsse mit ihrem Siegel, der neueste zuerst' })
  @ApiOkResponse({ description: '`closings`: Monat, Buchungen, Platz und Hash' })
  async closings(): Promise<unknown> {
    return { closings: (await this.ledger.closings()).map(closingJson) };
  }
}
