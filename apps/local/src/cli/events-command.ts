import { exitCodes } from '../orders/exit-codes.ts';
import { writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';

/** `order events`: prints what event buses took, as consumers get it, oldest first, a line of JSON each. Gives the exit code. */
export async function eventsCommand(orderId: string | undefined, data: string | undefined): Promise<number> {
  const events = readRecords(data, ({ messages }) => messages.events(orderId)) ?? [];
  await writeOut(process.stdout, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return exitCodes.succeeded;
}
