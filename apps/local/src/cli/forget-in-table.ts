import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { functionEnvironment } from '../lambda-host/function-environment.ts';
import type { Platform } from '../platform/platform.ts';

const program = fileURLToPath(new URL('../../../../packages/stage-kit/bin/forget.ts', import.meta.url));

const forgottenSchema = z.object({
  forgotten: z.array(z.string()),
  underway: z.array(z.object({ orderId: z.string(), status: z.string() })),
  unanswered: z.array(z.string()),
});

/** What was forgotten in a table of orders. */
export type ForgottenInTable = z.infer<typeof forgottenSchema>;

/** Runs the program of the order store, which works on a table by DynamoDB's protocol, wherever that is. Gives its exit code. */
export async function runForget(given: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...asSource, program, ...given], { stdio: 'inherit' });
  const [exitCode] = await once(child, 'exit');
  return exitCode ?? 1;
}

const asSource = ['--conditions=@order-workflow/source'];

/**
 * The same program on the table of this machine, with the key and the address that the functions get. Nothing is forgotten where the
 * assembly has no such table.
 *
 * @throws Error when it did not get through
 */
export async function forgetInTable(
  { assembly, tables }: Pick<Platform, 'assembly' | 'tables'>,
  customer: string,
): Promise<ForgottenInTable> {
  const closing = assembly.functions.find(
    ({ environment }) => environment['ORDERS_TABLE_NAME'] && environment['ORDER_FINGERPRINT_KEY'],
  );
  if (!closing || !tables) return { forgotten: [], underway: [], unanswered: [] };
  const { ORDERS_TABLE_NAME: table = '' } = closing.environment;
  const env = functionEnvironment(closing, { DYNAMODB: tables.endpoint });
  const child = spawn(process.execPath, [...asSource, program, customer, '--table', table, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'exit')]);
  const read = said === '' ? undefined : forgottenSchema.safeParse(JSON.parse(said)).data;
  if (!read) throw new Error(`the table of orders was not asked: ${complained.trim()}`);
  return read;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}
