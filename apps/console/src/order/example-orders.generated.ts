import type { ExampleGroup } from './example-order.ts';

/** Every order of docs/orders.md, as its file has it. Written by test/example-orders.test.ts. */
export const exampleGroups: readonly ExampleGroup[] = [
  {
    "heading": "Orders that go well",
    "orders": [
      {
        "name": "sample",
        "what": "the smallest order there is",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"12345\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 2 }],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "shipped-home",
        "what": "a name, a telephone number, an address, two products",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"shipped-home\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    },\n    {\n      \"sku\": \"SKU002\",\n      \"quantity\": 1\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"customerName\": \"Ada Example\",\n  \"customerPhone\": \"+49 30 1234567\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"10115\",\n    \"country\": \"DE\"\n  }\n}"
      },
      {
        "name": "paid-in-yen",
        "what": "another currency, one without minor units",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"paid-in-yen\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"currency\": \"JPY\"\n}"
      },
      {
        "name": "duplicate-skus",
        "what": "one SKU on two lines",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"duplicate-skus\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    },\n    {\n      \"sku\": \"SKU002\",\n      \"quantity\": 1\n    },\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 3\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "emoji-name",
        "what": "a name with an umlaut and a unicorn",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"emoji-name\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"customerName\": \"Zoë 🦄\"\n}"
      },
      {
        "name": "as-customers-write",
        "what": "an order number with signs, small letters, a long address line, a wallet, fields of the shop's own",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"#2044/B\",\n  \"customerEmail\": \"bestellung@bücher.example\",\n  \"customerName\": \" Jürgen Groß\\n\",\n  \"customerPhone\": \"(030) 901-820 ext. 12\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 1, \"attributes\": { \"engraving\": \"J. G.\" } }],\n  \"paymentMethod\": \"ApplePay\",\n  \"currency\": \"eur\",\n  \"shippingAddress\": {\n    \"line1\": \"Hinterhaus, zweiter Aufgang links, Torstraße 164, bei Familie Groß\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"D-10115\",\n    \"country\": \"de\"\n  },\n  \"attributes\": { \"channel\": \"web\", \"note\": \"please ring twice\" }\n}"
      },
      {
        "name": "costs-nothing",
        "what": "a sample that is given away",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"costs-nothing\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU006\", \"quantity\": 1 }],\n  \"paymentMethod\": \"CreditCard\"\n}"
      }
    ]
  },
  {
    "heading": "Orders that are not valid",
    "orders": [
      {
        "name": "unknown-sku",
        "what": "no such product",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"unknown-sku\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU999\",\n      \"quantity\": 1\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "out-of-stock",
        "what": "none left",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"out-of-stock\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU005\",\n      \"quantity\": 1\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "quantity-zero",
        "what": "quantity 0",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"quantity-zero\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 0\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "quantity-negative",
        "what": "quantity −1",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"quantity-negative\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": -1\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "quantity-huge",
        "what": "quantity 1e9",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"quantity-huge\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 1000000000\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "no-items",
        "what": "no lines",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"no-items\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "bad-email",
        "what": "not an e-mail address",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"bad-email\",\n  \"customerEmail\": \"test.example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\"\n}"
      },
      {
        "name": "unknown-payment-method",
        "what": "paid in seashells",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"unknown-payment-method\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"Seashells\"\n}"
      },
      {
        "name": "unknown-key",
        "what": "names its own total",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"unknown-key\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"total\": 1\n}"
      },
      {
        "name": "no-such-country",
        "what": "the United Kingdom as UK",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"no-such-country\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 1 }],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": { \"line1\": \"1 Example Street\", \"city\": \"London\", \"postalCode\": \"SW1A 1AA\", \"country\": \"UK\" }\n}"
      },
      {
        "name": "embargoed-country",
        "what": "a country that the shop sends nothing to",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"embargoed-country\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 1 }],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": { \"line1\": \"1 Example Street\", \"city\": \"Pyongyang\", \"country\": \"KP\" }\n}"
      },
      {
        "name": "wrong-postal-code",
        "what": "four digits in Germany",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"wrong-postal-code\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 1 }],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": { \"line1\": \"1 Example Street\", \"city\": \"Berlin\", \"postalCode\": \"1011\", \"country\": \"DE\" }\n}"
      },
      {
        "name": "right-to-left-override",
        "what": "a name that reads backwards",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"right-to-left-override\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"customerName\": \"Ada\\u202eelpmaxE\"\n}"
      },
      {
        "name": "several-things-wrong",
        "what": "four mistakes",
        "outcome": "rejected",
        "text": "{\n  \"orderId\": \"several-things-wrong\",\n  \"customerEmail\": \"test.example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU999\",\n      \"quantity\": 1\n    },\n    {\n      \"sku\": \"SKU005\",\n      \"quantity\": 3\n    }\n  ],\n  \"paymentMethod\": \"Seashells\"\n}"
      },
      {
        "name": "empty-object",
        "what": "{}",
        "outcome": "rejected",
        "text": "{}"
      },
      {
        "name": "text",
        "what": "\"order\"",
        "outcome": "rejected",
        "text": "\"order\""
      },
      {
        "name": "list",
        "what": "[]",
        "outcome": "rejected",
        "text": "[]"
      }
    ]
  },
  {
    "heading": "Inputs that are not started",
    "orders": [
      {
        "name": "deep-nesting",
        "what": "200 lists in each other",
        "outcome": "–",
        "text": "{ \"orderId\": \"deep-nesting\", \"customerName\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] }"
      },
      {
        "name": "card-number",
        "what": "the number of a payment card in a text",
        "outcome": "–",
        "text": "{\n  \"orderId\": \"card-number\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [{ \"sku\": \"SKU001\", \"quantity\": 1 }],\n  \"paymentMethod\": \"CreditCard\",\n  \"attributes\": { \"note\": \"charge 4111 1111 1111 1111, 12/29\" }\n}"
      }
    ]
  },
  {
    "heading": "When the payment fails",
    "orders": [
      {
        "name": "declined-card",
        "what": "the card is declined",
        "outcome": "declined",
        "text": "{\n  \"orderId\": \"declined-card\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-declined\"\n}"
      },
      {
        "name": "insufficient-funds",
        "what": "declined, with the reason",
        "outcome": "declined",
        "text": "{\n  \"orderId\": \"insufficient-funds\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-insufficient-funds\"\n}"
      },
      {
        "name": "bank-transfer",
        "what": "a bank transfer that settles on the third day: the order waits at Await Payment",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"bank-transfer\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"BankTransfer\",\n  \"paymentToken\": \"sim-transfer\"\n}"
      },
      {
        "name": "payment-confirmed",
        "what": "the customer must confirm it, as by 3-D Secure, and does within minutes",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"payment-confirmed\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-confirmed\"\n}"
      },
      {
        "name": "payment-unconfirmed",
        "what": "the customer must confirm it, and does not within the hour that the gateway gives",
        "outcome": "declined",
        "text": "{\n  \"orderId\": \"payment-unconfirmed\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-unconfirmed\"\n}"
      },
      {
        "name": "payment-never-decided",
        "what": "a transfer that never comes: after five days it is voided",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"payment-never-decided\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"BankTransfer\",\n  \"paymentToken\": \"sim-pending\"\n}"
      },
      {
        "name": "payment-timeout",
        "what": "charged, but the answer is lost each time",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"payment-timeout\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-timeout\"\n}"
      },
      {
        "name": "payment-unavailable",
        "what": "the gateway is down",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"payment-unavailable\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-unavailable\"\n}"
      },
      {
        "name": "refund-later",
        "what": "charged, the parcel is refused, and the gateway makes the refund on the third day",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"refund-later\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-refund-later\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-REFUSED\",\n    \"country\": \"DE\"\n  }\n}"
      },
      {
        "name": "refund-unavailable",
        "what": "charged, the parcel is refused, and no refund goes through for a fortnight",
        "outcome": "–",
        "text": "{\n  \"orderId\": \"refund-unavailable\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"paymentToken\": \"sim-refund-unavailable\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-REFUSED\",\n    \"country\": \"DE\"\n  }\n}"
      }
    ]
  },
  {
    "heading": "When the shipment fails",
    "orders": [
      {
        "name": "shipment-refused",
        "what": "the carrier does not go there",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"shipment-refused\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-REFUSED\",\n    \"country\": \"DE\"\n  }\n}"
      },
      {
        "name": "carrier-timeout",
        "what": "booked, but the answer is lost each time, for hours; the shipment is cancelled",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"carrier-timeout\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-TIMEOUT\",\n    \"country\": \"DE\"\n  }\n}"
      },
      {
        "name": "carrier-unavailable",
        "what": "the carrier is down for longer than a paid order waits for it",
        "outcome": "refunded",
        "text": "{\n  \"orderId\": \"carrier-unavailable\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-UNAVAILABLE\",\n    \"country\": \"DE\"\n  }\n}"
      },
      {
        "name": "parcel-departed",
        "what": "the answer is lost, and the parcel is already on its way when it should be cancelled",
        "outcome": "fulfilled",
        "text": "{\n  \"orderId\": \"parcel-departed\",\n  \"customerEmail\": \"test@example.com\",\n  \"items\": [\n    {\n      \"sku\": \"SKU001\",\n      \"quantity\": 2\n    }\n  ],\n  \"paymentMethod\": \"CreditCard\",\n  \"shippingAddress\": {\n    \"line1\": \"1 Example Street\",\n    \"city\": \"Berlin\",\n    \"postalCode\": \"SIM-DEPARTED\",\n    \"country\": \"DE\"\n  }\n}"
      }
    ]
  }
];
