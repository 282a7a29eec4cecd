import { expect, it } from 'vitest';

it('exports these names: a change here is a change of the public interface and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "NotificationsUnavailable",
      "OrderEventsUnavailable",
      "noticeLanguages",
      "notificationReceiptSchema",
      "notifyCustomer",
      "orderEventSchema",
      "orderEventSource",
      "orderEventTypes",
    ]
  `);
});
