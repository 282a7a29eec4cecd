import { type ClientRequest, request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { faultAt } from '../src/testing/fault-at.ts';

/** The first that a caller hears when a fault strikes its question: an interim status, a header, or the end. */
async function firstHeard(fault: string, tellsSilence: boolean): Promise<unknown> {
  const gateway = await startPaymentGateway({ tellsSilence });
  onTestFinished(() => gateway.close());
  gateway.switchboard.set([faultAt(`payment.find=${fault}`)]);
  const asked = request(`${gateway.url}/charges/order-7-charge`, { agent: false });
  const heard = firstOf(asked);
  asked.end();
  // Whoever is told nothing hears that the connection ends, and no sooner than somebody ends it.
  if (!tellsSilence) await struck(() => gateway.switchboard.list()[0]?.struck === 1).then(() => gateway.close());
  return heard.finally(() => asked.destroy());
}

function firstOf(asked: ClientRequest): Promise<unknown> {
  return new Promise((resolve) => {
    asked.on('information', ({ statusCode }) => resolve(statusCode));
    asked.on('response', ({ headers }) => resolve(headers['x-never-ends'] ?? 'an answer'));
    asked.on('error', () => resolve('cut'));
  });
}

async function struck(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a call that will never be answered', () => {
  it.each([
    ['timeout-before', 102],
    ['timeout-after-success', 102],
    ['slow-drip', 'true'],
    ['unavailable', 'an answer'],
    ['cut-after', 'cut'],
  ])('hears so from a simulator that tells silence: %s', async (fault, heard) => {
    expect(await firstHeard(fault, true)).toBe(heard);
  });

  it('hears nothing from any other', async () => {
    expect(await firstHeard('timeout-before', false)).toBe('cut');
  });
});
