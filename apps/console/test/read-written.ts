import { readFileSync } from 'node:fs';

/** What others write and the console reads, as their own tests keep it. */
const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

/** Each kind of line that an invocation of a stage leaves in the log, by stage-kit. */
export const invocationLines: readonly string[] = read('packages/stage-kit/test/invocation-lines.jsonl')
  .trim()
  .split('\n');

/** What the local server answers below `/_local`, by the path's first word, and what records say that went wrong. */
export const localAnswers: Readonly<Record<string, unknown>> = JSON.parse(read('apps/local/test/local-answers.json'));

/** What the server answers about stock. */
export const stockAnswer: unknown = JSON.parse(read('apps/local/test/stock-answer.json'));
