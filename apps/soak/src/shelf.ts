/** What the shop sells. Grams; minor units of each currency. */
export interface Article {
  readonly title: string;
  readonly weight: number;
  readonly prices: Readonly<Record<string, number>>;
}

/** Noted by hand, and not read from where the workflow reads it: what it sends is held to this. */
export const shelf: Readonly<Record<string, Article>> = {
  SKU001: { title: 'Espresso cup', weight: 320, prices: { EUR: 1999, USD: 2199, GBP: 1749, JPY: 3300, KWD: 6750 } },
  SKU002: { title: 'Moka pot', weight: 780, prices: { EUR: 3450, USD: 3790, GBP: 2990 } },
  SKU003: { title: 'Espresso machine', weight: 14200, prices: { EUR: 74900, USD: 81900 } },
  SKU004: { title: 'Descaling liquid', weight: 1050, prices: { EUR: 890 } },
  SKU005: { title: 'Copper ibrik', weight: 410, prices: { EUR: 5200, USD: 5700 } },
  SKU006: { title: 'Sample of beans', weight: 25, prices: { EUR: 0, USD: 0, GBP: 0, JPY: 0, KWD: 0 } },
  SKU016: { title: 'Milk frother', weight: 450, prices: { EUR: 2490, USD: 2690, GBP: 2190, JPY: 4100, KWD: 8300 } },
  SKU007: { title: 'Coffee scale', weight: 610, prices: { EUR: 3990, USD: 4290, GBP: 3490, JPY: 6600, KWD: 13250 } },
  SKU008: { title: 'Tamper', weight: 390, prices: { EUR: 2750, USD: 2990, GBP: 2390, JPY: 4500, KWD: 9150 } },
  SKU009: { title: 'Knock box', weight: 540, prices: { EUR: 1890, USD: 2090, GBP: 1690, JPY: 3100, KWD: 6300 } },
  SKU010: {
    title: 'Gooseneck kettle',
    weight: 1120,
    prices: { EUR: 6490, USD: 6990, GBP: 5690, JPY: 10700, KWD: 21600 },
  },
  SKU011: { title: 'Hand grinder', weight: 860, prices: { EUR: 8900, USD: 9700, GBP: 7900, JPY: 14700, KWD: 29650 } },
  SKU012: { title: 'Paper filters', weight: 210, prices: { EUR: 590, USD: 650, GBP: 520, JPY: 980, KWD: 1975 } },
  SKU013: { title: 'Glass server', weight: 480, prices: { EUR: 2290, USD: 2490, GBP: 1990, JPY: 3800, KWD: 7605 } },
  SKU014: { title: 'Cold brew bottle', weight: 350, prices: { EUR: 1990, USD: 2190, GBP: 1790, JPY: 3300, KWD: 6615 } },
  SKU015: { title: 'Cleaning brush', weight: 90, prices: { EUR: 490, USD: 540, GBP: 430, JPY: 810, KWD: 1635 } },
};
