import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Paint } from '../terminal/paint.ts';
import { plainShow } from './order-show.ts';
import { waitingStep } from './track-steps.ts';

const same = (text: string) => text;
const plain: Paint = { strong: same, quiet: same, good: same, busy: same, odd: same, bad: same };
const failure = { error: 'PaymentOutcomeUnknown', message: 'The gateway did not answer.' };

it('writes of a thousand retries the first eight, and then fewer and fewer', () => {
  const stream = new PassThrough();
  const show = plainShow(stream, plain, 80);
  const step = { ...waitingStep('Refund Payment'), status: 'retrying', enteredAt: 0 } as const;
  for (let number = 1; number <= 1351; number++)
    show.update([
      {
        ...step,
        failures: Array.from({ length: number }, () => failure),
        retry: { number, of: 1351, milliseconds: 900_000, until: 0 },
      },
    ]);
  const told = [...String(stream.read()).matchAll(/retry (\d+) of 1351/g)].map(([, number]) => Number(number));
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 64, 128, 256, 512, 1024]);
});
