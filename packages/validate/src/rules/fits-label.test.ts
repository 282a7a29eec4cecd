import { anAddress } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBasket } from '../testing/a-basket.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { fitsLabel } from './fits-label.ts';

const said = (lines: object) => fitsLabel(aBasket({}, { address: { ...anAddress, ...lines } }), catalogOf());
const long = 'Unit 7, Old Tannery Yard, behind the post office';

describe(fitsLabel, () => {
  it('lets pass what three lines take, however it is spread over two', () => {
    expect(said({ line1: '1 Example Street' })).toEqual([]);
    expect(said({ line1: long, line2: 'c/o Doe' })).toEqual([]);
  });

  it('says how many lines it takes otherwise', () => {
    expect(said({ line1: long, line2: `${long}, ${long}` })).toEqual([
      {
        field: 'shippingAddress',
        problem: 'line1 and line2 take 5 lines of 35 characters on a label, expected at most 3',
      },
    ]);
  });

  it('is silent about an order for collection', () => {
    expect(fitsLabel(aBasket(), catalogOf())).toEqual([]);
  });
});
