import { anAddress } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { aProduct, catalogOf } from '../testing/catalog-of.ts';
import { sentToCountry } from './sent-to-country.ts';

const restricted = catalogOf(aProduct({ restrictions: { onlyTo: ['AT', 'DE'] } }));
const sentTo = (country: string) => ({ address: { ...anAddress, country } });

describe('sentToCountry', () => {
  it.each(['AT', 'DE'])('sends to %s, which is on the list', (country) => {
    expect(sentToCountry(aBasket({}, sentTo(country)), restricted)).toEqual([]);
  });

  it.each(['FR', 'US'])('does not send to %s, which is not', (country) => {
    expect(sentToCountry(aBasket({}, sentTo(country)), restricted)).toEqual([
      { field: 'items[0].sku', problem: `Cup (CUP) is not sent to ${country}, only to AT, DE` },
    ]);
  });

  it('lets a customer collect what is not sent everywhere', () => {
    expect(sentToCountry(aBasket(), restricted)).toEqual([]);
  });

  it.each([
    ['is sent everywhere', catalogOf(aProduct())],
    ['nobody knows', catalogOf()],
  ])('is silent about a product that %s', (_what, catalog) => {
    expect(sentToCountry(aBasket({}, sentTo('US')), catalog)).toEqual([]);
  });
});
