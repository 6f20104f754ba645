import { bookOnEachDatabase } from '../support/on-each-database.js';

bookOnEachDatabase((database) => {
  it('has after all migrations just the tables that the entities describe', async () => {
    const changes = await database.book.writer.driver.createSchemaBuilder().log();
    expect(changes.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
