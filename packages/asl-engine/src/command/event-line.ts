import type { HistoryEvent } from '../history/event-record.ts';

type Details = Readonly<Record<string, unknown>>;

/**
 * An event of a history in one line: its number, the seconds since `startedAt` (epoch milliseconds), its type in AWS's words, the
 * state or function that it is about, and its data, the middle left out where the line would have more than `columns` characters.
 */
export function eventLine(event: HistoryEvent, startedAt: number, columns: number): string {
  const details = Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1] ?? {};
  const seconds = ((event.timestamp.getTime() - startedAt) / 1000).toFixed(1);
  const data = dataOf(details as Details);
  const columnsBefore = [
    String(event.id).padStart(3),
    `${seconds.padStart(6)} s`,
    event.type.padEnd(18),
    aboutOf(details as Details).padEnd(22),
  ];
  const before = columnsBefore.join('  ');
  return `${before}  ${cut(data.replaceAll(/\s+/g, ' '), columns - before.length - 2)}`.trimEnd();
}

/** What a state has added stands at the end, so the middle is left out. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = Math.max(most - 1, 2);
  const first = Math.floor(kept / 3);
  return `${text.slice(0, first)}…${text.slice(first - kept)}`;
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
  return typeof data === 'string' ? messageIn(answerIn(data)) : '';
}

/** A function's failure has a document as its cause. */
function messageIn(text: string): string {
  if (!text.startsWith('{"errorType":')) return text;
  const { errorMessage } = JSON.parse(text);
  return typeof errorMessage === 'string' ? errorMessage : text;
}

/** What `lambda:invoke` gives has the function's own answer as its Payload, beside much about the call. */
function answerIn(text: string): string {
  if (!text.startsWith('{"ExecutedVersion":')) return text;
  const { Payload } = JSON.parse(text);
  return Payload === undefined ? text : JSON.stringify(Payload);
}
