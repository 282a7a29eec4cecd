import { orderEnds } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import { composeNotice } from './compose-notice.ts';
import { aNotifiableRecord, failureNote, shipment, validation } from './testing/a-notifiable-record.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

const notices = orderEnds.map((outcome) => {
  const failure = failureNote('payment', 'PaymentDeclined', 'The card was declined.');
  const record = outcome === 'fulfilled' ? { validation, shipment } : { validation, failure };
  const { subject, text } = composeNotice(aNotifiableRecord(outcome, record));
  return { outcome, words: `${subject}\n${text}` };
});

describe('a notice', () => {
  it.each(notices.filter(({ outcome }) => outcome !== 'fulfilled'))(
    'does not tell of success when the order was $outcome',
    ({ words }) => {
      expect(words).not.toMatch(/success|payment has been received|on its way|travels|thank you for your order/i);
      expect(words).toMatch(/could not|declined|refunded|cancelled/i);
    },
  );

  it('tells of success when the order was fulfilled', () => {
    const fulfilled = notices.find(({ outcome }) => outcome === 'fulfilled');
    expect(fulfilled?.words).toMatch(/payment has been received/i);
  });

  it.each(notices)('of an order that was $outcome holds no link, and so nothing secret in one', ({ words }) => {
    expect(words).not.toMatch(/https?:|token/i);
  });
});
