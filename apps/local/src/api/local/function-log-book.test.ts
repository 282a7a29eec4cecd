import { describe, expect, it } from 'vitest';
import { functionLogBook } from './function-log-book.ts';

const messages = (book: ReturnType<typeof functionLogBook>, executionArn: string) =>
  book.of(executionArn).map(({ message }) => message);

describe(functionLogBook, () => {
  it('keeps what functions wrote, line by line, apart for each execution', () => {
    const book = functionLogBook();
    book.write('validate', 'one\ntwo\n', 'a');
    book.write('pay', 'other\n', 'b');
    book.write('pay', 'three', 'a');
    book.write('pay', 'nobody’s');
    const timestamp = expect.any(Date);
    expect(book.of('a')).toEqual([
      { timestamp, functionName: 'validate', message: 'one' },
      { timestamp, functionName: 'validate', message: 'two' },
      { timestamp, functionName: 'pay', message: 'three' },
    ]);
    expect(messages(book, 'b')).toEqual(['other']);
    expect(book.of('c')).toEqual([]);
  });

  it('makes room: of long lines, of the earliest lines, and of the execution that wrote longest ago', () => {
    const book = functionLogBook({ executions: 2, lines: 2, characters: 3 });
    book.write('f', 'abcde\nfgh\nij\n', 'a');
    expect(messages(book, 'a')).toEqual(['fgh', 'ij']);
    book.write('f', 'x', 'b');
    book.write('f', 'k', 'a');
    book.write('f', 'y', 'c');
    expect([messages(book, 'a'), messages(book, 'b'), messages(book, 'c')]).toEqual([['ij', 'k'], [], ['y']]);
  });
});
