import { expect, it } from 'vitest';
import { refusalReasons, refusalSentence } from './refusal-reason.ts';

it('tells the customer why', () => {
  expect(refusalReasons.map(refusalSentence)).toMatchInlineSnapshot(`
    [
      "The carrier does not take the parcel: it cannot be delivered to the address.",
      "The carrier does not take the parcel: the destination is not served.",
      "The carrier does not take the parcel: its contents may not be sent there.",
      "The carrier does not take the parcel: it is too heavy.",
      "The carrier does not take the parcel.",
    ]
  `);
});
