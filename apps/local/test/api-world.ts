import { SFNClient } from '@aws-sdk/client-sfn';
import { type Clock, createMemoryJournal, createVirtualClock, type ExecutionJournal } from '@order-workflow/asl-engine';
import { onTestFinished } from 'vitest';
import { type ApiAppOptions, apiApp } from '../src/api/api-app.ts';
import { type FunctionLogBook, functionLogBook } from '../src/api/local/function-log-book.ts';
import { otherMachines } from '../src/api/other-machines.ts';
import { takePort } from '../src/api/take-port.ts';
import { deskIndex } from '../src/desk/desk-index.ts';
import type { InjectionLog } from '../src/faults/injection-log.ts';
import { type OrderExecutions, openWorkflow } from '../src/orders/open-workflow.ts';
import type { Platform } from '../src/platform/platform.ts';

/** The API over a workflow, on a port of this test's own, and the official client that talks to it. */
export interface ApiWorld {
  readonly url: string;
  readonly client: SFNClient;
  readonly workflow: OrderExecutions;
  readonly journal: ExecutionJournal;
  readonly stateMachineArn: string;
  executionArn(name: string): string;
}

export interface ApiWorldOptions {
  readonly journal?: ExecutionJournal;
  /** A virtual one unless given, so that waits pass at once. */
  readonly clock?: Clock;
  readonly consoleFolder?: string;
  readonly logs?: FunctionLogBook;
  readonly strikes?: InjectionLog;
}

/** An official client that shows every error at once: it does not try again. */
export function sfnClient(endpoint: string): SFNClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  // TestState and StartSyncExecution would go to sync-127.0.0.1.
  return new SFNClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1, disableHostPrefix: true });
}

/** Serves the API over a platform until the test ends. */
export async function apiWorld(platform: Platform, options: ApiWorldOptions = {}): Promise<ApiWorld> {
  const { journal = createMemoryJournal(), clock = createVirtualClock({ start: Date.now() }), consoleFolder } = options;
  const desk = deskIndex(journal);
  const workflow = openWorkflow(platform, { journal: desk.journal, clock });
  const others = otherMachines(platform);
  const given: ApiAppOptions = {
    workflow: { ...platform, ...workflow, journal },
    others,
    clock,
    desk,
    logs: options.logs ?? functionLogBook(),
    ...(options.strikes && { strikes: options.strikes }),
    ...(consoleFolder !== undefined && { consoleFolder }),
  };
  const listener = await takePort(0);
  listener.open(apiApp(given).fetch);
  const client = sfnClient(listener.url);
  onTestFinished(async () => {
    client.destroy();
    others.stop();
    desk.close();
    await listener.close();
  });
  const { arn: stateMachineArn } = platform.assembly.stateMachine;
  const executionArn = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  return { url: listener.url, client, workflow, journal, stateMachineArn, executionArn };
}
