import { describe, expect, it } from 'vitest';
import { callServer } from './call-server.ts';
import { orderCalled } from './example-order.ts';
import { noBrowser } from './open-browser.ts';
import { visitConsole } from './visit-console.ts';

describe.skipIf(noBrowser !== undefined)('batches in a browser', () => {
  const visit = visitConsole();

  /** Sends a batch, and gives its path. */
  async function send(lines: readonly string[]): Promise<string> {
    const headers = { 'content-type': 'application/jsonl', 'idempotency-key': 'browser' };
    const sent = { method: 'POST', headers, body: lines.join('\n') };
    const answer = await fetch(`${visit.world.server.endpoint}/batches`, sent);
    expect(answer.status).toBe(202);
    return answer.headers.get('location') ?? '';
  }

  it('shows what became of the lines of a batch, in a list of their own and not among orders; for everybody', async () => {
    const { page, open, expectAccessible } = visit.tab;
    const path = await send([
      orderCalled('batch-1'),
      '{',
      orderCalled('batch-2'),
      orderCalled('batch-3', { items: [] }),
    ]);
    await page.setViewportSize({ width: 390, height: 760 });
    await open('');
    await page.getByRole('link', { name: 'Batches' }).click();
    const row = page.getByRole('row', { name: /4 of 4 2 placed 1 not JSON 1 no valid order/ });
    await row.waitFor();
    await row.getByRole('link', { name: path.slice('/batches/'.length) }).click();
    const lines = page.getByRole('region', { name: 'Lines' });
    await expect
      .poll(() => lines.getByRole('listitem').allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Line 2 is not JSON: /),
        expect.stringMatching(/^Line 4 .*items: /s),
        expect.stringMatching(/^items: given a list of 0/),
      ]);
    expect(await lines.getByRole('link', { name: 'Download the result' }).getAttribute('href')).toBe(`${path}/result`);
    expect(await page.getByRole('button', { name: 'Cancel the order …' }).count()).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const place of [page.url().split('#/')[1] ?? '', 'batches']) {
        await open(place);
        await page.getByText('4 of 4').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        await expectAccessible();
      }
    }
    await open('search?q=api-batch');
    await page.getByText('Nothing is found.').waitFor();
    await open('search?q=batch-1');
    await page.getByRole('row', { name: /^batch-1/ }).waitFor();
  });

  it('says at the desk which batch was not placed whole', async () => {
    const { page, open, comeBack } = visit.tab;
    const { stateMachines } = (await callServer(visit.world, 'ListStateMachines', {})) as {
      stateMachines: { stateMachineArn: string; name: string }[];
    };
    const { stateMachineArn } = stateMachines.find(({ name }) => /Batches/.test(name)) ?? {};
    const input = JSON.stringify({ batchId: 'of-none', parts: 1 });
    const { executionArn } = (await callServer(visit.world, 'StartExecution', {
      stateMachineArn,
      name: 'gone',
      input,
    })) as { executionArn: string };
    await open('');
    await page.getByRole('region', { name: 'Needs a person' }).waitFor();
    expect(await page.getByRole('link', { name: 'gone' }).count()).toBe(0);
    await callServer(visit.world, 'StopExecution', { executionArn });
    await comeBack();
    await page
      .getByRole('region', { name: 'Batches that were not placed whole' })
      .getByRole('link', { name: 'gone' })
      .click();
    await page.getByText('The server knows no batch of this id.').waitFor();
    await page.getByRole('button', { name: 'Redrive …' }).waitFor();
  });
});
