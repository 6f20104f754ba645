import { chromium } from 'playwright-core';
const base = 'http://127.0.0.1:4131';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function as(label, jobs) {
  const ctx = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const page = await ctx.newPage();
  await page.goto(base + '/anmelden');
  await page.getByRole('button', { name: label }).first().click();
  await jobs(page);
  await ctx.close();
}
const [what] = process.argv.slice(2);
await as(/Sachbearbeitung/, async (page) => {
  if (what !== 'act') return;
  await page.goto(base + '/konten/cash/sachkonto').catch(() => {});
});
for (const [who, pre] of [[/Prüfung/, 'auditor'], [/Verwaltung/, 'admin']]) {
  await as(who, async (page) => {
    for (const [name, path] of [['trail', '/protokoll'], ['exceptions', '/ausnahmen']]) {
      const r = await page.goto(base + path);
      console.log(pre, path, r.status());
      if (r.status() !== 200) continue;
      await page.screenshot({ path: `/tmp/shots-audit/${pre}-${name}.png`, fullPage: true });
      await page.setViewportSize({ width: 390, height: 800 });
      await page.screenshot({ path: `/tmp/shots-audit/${pre}-${name}-390.png` });
      await page.setViewportSize({ width: 1366, height: 900 });
    }
  });
}
await browser.close();
