import type { FunctionLog } from '../../lambda-host/function-instance.ts';

/** A line that a function wrote, or Lambda about it. */
export interface LogEvent {
  readonly timestamp: Date;
  readonly functionName: string;
  readonly message: string;
}

/** What functions wrote for the latest executions. CloudWatch keeps it on AWS; here it lasts as long as the server. */
export interface FunctionLogBook {
  readonly write: FunctionLog;
  /** The lines of an execution, the latest last; nothing of one that is too long ago. */
  of(executionArn: string): readonly LogEvent[];
}

/** So much is kept, at most: what is older makes room. */
const defaultLimits = { executions: 100, lines: 500, characters: 2000 };

export function functionLogBook(limits: Partial<typeof defaultLimits> = {}): FunctionLogBook {
  const { executions, lines, characters } = { ...defaultLimits, ...limits };
  const books = new Map<string, LogEvent[]>();
  return {
    of: (executionArn) => books.get(executionArn) ?? [],
    write(functionName, text, executionArn) {
      if (executionArn === undefined) return;
      const book = books.get(executionArn) ?? [];
      const timestamp = new Date();
      for (const line of text.split('\n'))
        if (line !== '') book.push({ timestamp, functionName, message: line.slice(0, characters) });
      if (book.length > lines) book.splice(0, book.length - lines);
      // The execution that wrote last is the last to go.
      books.delete(executionArn);
      books.set(executionArn, book);
      const [oldest] = books.keys();
      if (books.size > executions && oldest !== undefined) books.delete(oldest);
    },
  };
}
