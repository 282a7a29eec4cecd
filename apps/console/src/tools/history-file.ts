import type { stepFunctions } from '../api/step-functions.ts';

/** The events of a page as the API gives them. */
type RawEvent = Readonly<Record<string, unknown>>;

const eventsAPage = 1_000;

/** The whole history of an execution as `aws stepfunctions get-execution-history` prints it: JSON, with instants as text. */
export async function historyFile(
  executionArn: string,
  { getRawHistory }: Pick<typeof stepFunctions, 'getRawHistory'>,
): Promise<string> {
  const events: RawEvent[] = [];
  for (let nextToken: string | undefined; ; ) {
    const page = await getRawHistory({ executionArn, maxResults: eventsAPage, ...(nextToken && { nextToken }) });
    events.push(...page.events.map(withInstant));
    if (!page.nextToken) break;
    nextToken = page.nextToken;
  }
  return `${JSON.stringify({ events }, undefined, 2)}\n`;
}

function withInstant(event: RawEvent): RawEvent {
  const { timestamp } = event;
  return typeof timestamp === 'number' ? { ...event, timestamp: new Date(timestamp * 1000).toISOString() } : event;
}
