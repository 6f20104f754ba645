import { Controller, Get } from '@nestjs/common';
import { ACCESS_TABLE } from '../../../src/access.table.js';
import { TOLD_ROUTES } from '../../../src/web/information/rights.view.js';
import { startWebApp } from '../web-app.js';

@Controller()
class ForgottenController {
  @Get('/vergessen')
  forgotten(): string {
    return 'nobody said who may read this';
  }
}

describe('routes and the table of rights', () => {
  it('do not start with a route that has no row', async () => {
    const started = startWebApp({ as: 'nobody', controllers: [ForgottenController] });
    await expect(started).rejects.toThrow(/without a row: GET \/vergessen/);
  }, 60_000);

  it('do not start with a row that has no route', async () => {
    const rows = [{ route: 'GET /nirgends', rights: {} }];
    const started = startWebApp({ as: 'nobody', rows });
    await expect(started).rejects.toThrow(/without a route: GET \/nirgends/);
  }, 60_000);

  it('are told in words of rows that there are', () => {
    expect(TOLD_ROUTES.filter((route) => ACCESS_TABLE.row(route) === undefined)).toEqual([]);
  });
});
