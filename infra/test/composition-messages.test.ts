import { describe, expect, it } from 'vitest';
import { compileSentences } from './compile-sentences.ts';

/**
 * What the compiler says to somebody who puts stages where they cannot stand. `@ts-expect-error` would be content with any
 * message, also with one about the inside of a schema.
 */

const [right, shippingFirst, paymentFirst, greedyUndo, greedyNotice] = compileSentences([
  'receive(validateOrder).next(processPayment, { undo: refundPayment }).next(shipOrder, { undo: cancelShipment }).tell(notifyCustomer);',
  'receive(validateOrder).next(shipOrder, { undo: cancelShipment });',
  'receive(processPayment);',
  'receive(validateOrder).next(processPayment, { undo: shipOrder });',
  'receive(validateOrder).next(processPayment).tell(shipOrder);',
]);

describe('the compiler', () => {
  it('says nothing of the workflow as it stands', () => {
    expect(right).toEqual([]);
  });

  it.each([
    ['a stage before the one whose receipt it reads', shippingFirst, 'shipOrder', 'payment'],
    ['a first stage that needs an order that was read', paymentFirst, 'processPayment', 'validation'],
  ])('marks %s, and names what is missing', (_, found, marked, missing) => {
    expect(found?.[0]).toMatchObject({ at: marked });
    expect(found?.[0]?.says.at(-1)?.trim()).toMatch(
      new RegExp(`^Property '${missing}' is missing in type '.*' but required`),
    );
  });

  it('marks the undo, not its stage, where the undo counts on a receipt that may not be there', () => {
    expect(greedyUndo).toHaveLength(1);
    expect(greedyUndo?.[0]).toMatchObject({ at: 'undo' });
    expect(greedyUndo?.[0]?.says.slice(-2).map((line) => line.trim())).toEqual([
      expect.stringMatching(/^Type '.*\{ chargeId: .* \| undefined' is not assignable to type '\{ amount: \{.*\}'/),
      "Type 'undefined' is not assignable to type '{ amount: { amount: number; currency: string; }; }'.",
    ]);
  });

  it('marks a notice that counts on an order that went well', () => {
    expect(greedyNotice?.[0]).toMatchObject({ at: 'shipOrder' });
    expect(greedyNotice?.[0]?.says.join(' ')).toContain("'undefined' is not assignable");
  });
});
