import type { HistoryEvent } from '../history/event-record.ts';

type Details = Readonly<Record<string, unknown>>;

/**
 * An event of a history in one line: its number, the seconds since `startedAt` (epoch milliseconds), its type in AWS's words, the
 * state or function that it is about, and its data, cut so that the line has at most `columns` characters.
 */
export function eventLine(event: HistoryEvent, startedAt: number, columns: number): string {
  const details = Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1] ?? {};
  const seconds = ((event.timestamp.getTime() - startedAt) / 1000).toFixed(1);
  const data = dataOf(details as Details);
  const columnsBefore = [
    String(event.id).padStart(3),
    `${seconds.padStart(6)} s`,
    event.type.padEnd(18),
    aboutOf(details as Details).padEnd(18),
  ];
  const line = [...columnsBefore, data.replaceAll(/\s+/g, ' ')].join('  ').trimEnd();
  return line.length <= columns ? line : `${line.slice(0, columns - 1)}…`;
}

/** The state, the function that is called, or the error. */
function aboutOf({ name, error, parameters, resource }: Details): string {
  if (typeof name === 'string') return name;
  if (typeof error === 'string') return error;
  const called = typeof parameters === 'string' ? JSON.parse(parameters) : undefined;
  if (called !== undefined) return typeof called?.FunctionName === 'string' ? called.FunctionName : String(resource);
  return '';
}

function dataOf({ input, output, cause, parameters }: Details): string {
  if (typeof parameters === 'string') {
    const { FunctionName, Payload, ...others } = JSON.parse(parameters) ?? {};
    return JSON.stringify(FunctionName === undefined ? others : Payload) ?? '';
  }
  const data = input ?? output ?? cause;
  return typeof data === 'string' ? answerIn(data) : '';
}

/** What `lambda:invoke` gives has the function's own answer as its Payload, beside much about the call. */
function answerIn(text: string): string {
  if (!text.startsWith('{"ExecutedVersion":')) return text;
  const { Payload } = JSON.parse(text);
  return Payload === undefined ? text : JSON.stringify(Payload);
}
