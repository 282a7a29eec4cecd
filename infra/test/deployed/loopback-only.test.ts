import { describe, expect, it } from 'vitest';
import { loopbackOnly } from './loopback-only.ts';

describe(loopbackOnly, () => {
  it.each(['http://127.0.0.1:4566', 'http://127.1.2.3', 'http://[::1]:4566'])('takes %s', (address) => {
    expect(loopbackOnly(address)).toBe(address);
  });

  it.each([
    'https://states.us-east-1.amazonaws.com',
    'http://localhost:4566',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com',
    'http://0.0.0.0:4566',
    'http://10.0.0.1:4566',
  ])('refuses %s, which may be anywhere', (address) => {
    expect(() => loopbackOnly(address)).toThrow('a test never deploys anywhere else');
  });
});
