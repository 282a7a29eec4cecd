/** The account and region that everything here pretends to be in: the ones that AWS emulators use by habit. */
export const localAccount = {
  accountId: '000000000000',
  region: 'us-east-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
} as const;
