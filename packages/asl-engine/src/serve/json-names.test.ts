import { expect, it } from 'vitest';
import { fromWire, toWire } from './json-names.ts';

it('members of a service that writes them in camel case are named so, and keys of maps are left alone', () => {
  const state = { LogGroupName: 'g', Tags: { aKey: 'v' }, Things: [{ StartTime: 1 }] };
  const wire = { logGroupName: 'g', tags: { aKey: 'v' }, things: [{ startTime: 1 }] };
  expect(toWire(state, 'camel')).toEqual(wire);
  expect(fromWire(wire, 'camel')).toEqual(state);
  const tagged = { Tags: [{ Key: 'k', Value: 'v' }] };
  expect(fromWire(toWire(tagged, 'camel'), 'camel')).toEqual(tagged);
});

it('types of DynamoDB’s attributes are named as the SDK has them, and attributes of such names are left alone', () => {
  const state = { Item: { is: { Bool: true }, no: { Nul: true }, set: { Ns: ['1'] }, m: { M: { BOOL: { S: 'x' } } } } };
  const wire = { Item: { is: { BOOL: true }, no: { NULL: true }, set: { NS: ['1'] }, m: { M: { BOOL: { S: 'x' } } } } };
  expect(toWire(state, 'attributes')).toEqual(wire);
  expect(fromWire(wire, 'attributes')).toEqual(state);
  expect(toWire(wire, 'attributes')).toEqual(wire);
});

it('members of other services are the same on both sides', () => {
  const any = { SecretId: 's', odd: { BOOL: true } };
  expect(toWire(any, 'same')).toBe(any);
  expect(fromWire(any, 'same')).toBe(any);
});
