import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { customerHash, orderFingerprint } from './order-fingerprint.ts';

const key = 'a key that this table keeps for ever';

describe(orderFingerprint, () => {
  it('stays what it is over all releases: another one would have a declined card tried again', () => {
    const fingerprint = orderFingerprint(key);
    expect(fingerprint(anOrder().build())).toBe('rehmtoCe8jfaM98vzp5JSmGTxB45L1ku2jRJus6c_yY');
    expect(fingerprint(anOrder().sentTo().with({ paymentToken: 'tok_1', currency: 'EUR' }).build())).toBe(
      'V5IzoB47ldTK4Jic3eyvW2X8m7cCZzMr6615MVBM8W4',
    );
    expect(fingerprint({ orderId: '12345' })).toBe('FkSdBaTR_ZSQnR0UMfpL8qbnDpfcz9T3qU6dHDIk-Is');
  });

  it('is another under another key, so that nobody finds out what was asked for by trying', () => {
    const order = anOrder().build();
    expect(orderFingerprint(`${key}!`)(order)).not.toBe(orderFingerprint(key)(order));
  });

  it('refuses a key that could be guessed, and does not repeat it', () => {
    expect(() => orderFingerprint('secret')).toThrow(
      'the key of the fingerprints has 6 characters, expected at least 32',
    );
  });
});

describe(customerHash, () => {
  const hash = customerHash(key);

  it('is one for an address however it is written, and stays what it is over all releases', () => {
    const one = hash({ customerEmail: 'jane@example.com' });
    expect(one).toMatch(/^[\w-]{43}$/);
    for (const customerEmail of ['Jane@Example.com', ' jane@example.com ', 'jane@example.com\u200b'])
      expect(hash({ customerEmail })).toBe(one);
    expect(hash({ customerEmail: 'jane@example.org' })).not.toBe(one);
  });

  it('is none where no mail could be sent', () => {
    for (const order of [undefined, 'jane@example.com', {}, { customerEmail: 7 }, { customerEmail: 'jane' }])
      expect(hash(order)).toBeUndefined();
  });

  it('is another under another key, so that a table tells nobody whose orders it has', () => {
    const order = { customerEmail: 'jane@example.com' };
    expect(customerHash(`${key}!`)(order)).not.toBe(hash(order));
  });
});
