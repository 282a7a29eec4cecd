import { describe, expect, it } from 'vitest';
import { serviceAddress } from './service-address.ts';

describe(serviceAddress, () => {
  it.each([
    ['https://pay.example.com', 'https://pay.example.com/'],
    ['https://pay.example.com/v1', 'https://pay.example.com/v1/'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/'],
    ['http://localhost:4000', 'http://localhost:4000/'],
    ['http://[::1]:4000', 'http://[::1]:4000/'],
  ])('takes %s', (given, address) => {
    expect(serviceAddress(given).href).toBe(address);
  });

  it.each([
    'http://pay.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'ftp://localhost/',
    'https://user:secret@pay.example.com',
    'https://pay.example.com/?token=secret',
    'https://pay.example.com/#secret',
    'secret',
  ])('refuses %s without repeating it', (given) => {
    expect(() => serviceAddress(given)).toThrow(RangeError);
    expect(() => serviceAddress(given)).not.toThrow(/secret|example/);
  });
});
