import { countries } from '@order-workflow/order-domain';
import { anAddress } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { embargoedCountries, notEmbargoed } from './not-embargoed.ts';

const sentTo = (country: string) => notEmbargoed(aBasket({}, { address: { ...anAddress, country } }), catalogOf());

describe(notEmbargoed, () => {
  it.each(['KP', ...embargoedCountries])('sends nothing to %s', (country) => {
    expect(sentTo(country)).toEqual([{ field: 'shippingAddress.country', problem: `nothing is sent to ${country}` }]);
  });

  it('sends everywhere else, and lets an order be collected', () => {
    expect(countries.filter((country) => sentTo(country).length > 0)).toEqual([...embargoedCountries]);
    expect(notEmbargoed(aBasket(), catalogOf())).toEqual([]);
  });
});
