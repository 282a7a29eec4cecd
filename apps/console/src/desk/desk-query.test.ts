import { describe, expect, it } from 'vitest';
import { askedOfServer, changeQuery, dateText, readDeskQuery, startOfDay } from './desk-query.ts';

describe(readDeskQuery, () => {
  it('takes what it knows, and leaves out what it does not or is empty', () => {
    expect(readDeskQuery(new URLSearchParams('q=a+b&status=FAILED&colour=red&state='))).toEqual({
      q: 'a b',
      status: 'FAILED',
    });
  });
});

describe(changeQuery, () => {
  it('begins at the first page of what is changed', () => {
    expect(changeQuery({ q: 'a', from: '50', state: 'x' }, { status: 'FAILED', state: undefined })).toEqual({
      q: 'a',
      status: 'FAILED',
    });
  });
});

describe(askedOfServer, () => {
  it('asks for whole days of the reader, the last one included', () => {
    const asked = askedOfServer({ q: 'a', since: '2026-03-02', until: '2026-03-03' });
    expect([asked.get('q'), asked.get('since'), asked.get('until')]).toEqual([
      'a',
      String(startOfDay('2026-03-02')),
      String(startOfDay('2026-03-04')),
    ]);
  });

  it('leaves out what is no date', () => {
    expect(String(askedOfServer({ since: 'soon', until: '2026-13-77' }))).toBe('');
  });
});

describe(dateText, () => {
  it('says the day back that startOfDay reads', () => {
    for (const day of ['2026-01-01', '2026-03-29', '2026-10-25', '2028-02-29'])
      expect(dateText(startOfDay(day) ?? 0)).toBe(day);
  });
});
