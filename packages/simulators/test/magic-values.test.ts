import { simulatedTokens } from '@order-workflow/payment';
import { simulatedPostalCodes } from '@order-workflow/shipping';
import { expect, it } from 'vitest';
import { magicPostalCodes } from '../src/carrier/magic-postal-codes.ts';
import { magicTokens } from '../src/gateway/magic-tokens.ts';

it('knows every magic token of the payment stage', () => {
  expect([...magicTokens.keys()].sort()).toEqual([...simulatedTokens.keys()].sort());
});

it('knows every magic postal code of the shipping stage', () => {
  expect([...magicPostalCodes.keys()].sort()).toEqual([...simulatedPostalCodes.keys()].sort());
});
