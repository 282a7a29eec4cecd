import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testMachine } from '@order-workflow/asl-engine/testing';
import { drawExecution } from '@order-workflow/console/draw-execution';
import { functionsOf } from '../check/functions-of.ts';

const tokens = readFileSync(new URL(import.meta.resolve('@order-workflow/console/tokens.css')), 'utf8');

/** Draws a file's definition, and what became of it with `--input` and `--functions`, where these are given. */
export async function drawLesson(shown: string, title: string, repository: string): Promise<string> {
  const given = (flag: string) => new RegExp(`${flag} (\\S+)`).exec(shown)?.[1];
  const [file = ''] = /\S+\.asl\.json/.exec(shown) ?? [];
  const definition = readFileSync(join(repository, file), 'utf8');
  const [input, functions] = [given('--input'), given('--functions')];
  if (input === undefined) return drawExecution({ definition, title, tokens });
  const lambdas = functions === undefined ? {} : await functionsOf(join(repository, functions));
  const ran = await testMachine(definition, { lambdas }).run(JSON.parse(readFileSync(join(repository, input), 'utf8')));
  const events = ran.events.map((event) => ({ ...event, timestamp: event.timestamp.getTime() / 1000 }));
  return drawExecution({ definition, events, status: ran.status, title, tokens });
}
