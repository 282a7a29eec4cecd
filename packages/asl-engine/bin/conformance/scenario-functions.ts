import { type Clock, type Json, TaskFailure } from '../../src/index.ts';

/** What the functions of the recorded scenarios do, by name. */
export const scenarioFunctions: Readonly<Record<string, (event: Json, clock: Clock) => unknown>> = {
  id: (event) => event,
  decorated: (event) => `input-event-${JSON.stringify(event)}`,
  bytes: () => 'HelloWorld!',
  raise: () =>
    fail('Exception', 'Some exception was raised.', [
      '  File "/var/task/handler.py", line 2, in handler\n    raise Exception("Some exception was raised.")\n',
    ]),
  raise_custom: () =>
    fail('CustomException', '', ['  File "/var/task/handler.py", line 9, in handler\n    raise CustomException()\n']),
  large: () => '0'.repeat(257 * 1024),
  wait60: async (event, clock) => {
    await clock.sleep(60_000);
    return event;
  },
};

function fail(errorType: string, errorMessage: string, stackTrace: readonly string[]): never {
  const cause = { errorMessage, errorType, requestId: '00000000-0000-4000-8000-000000000000', stackTrace };
  throw new TaskFailure(errorType, JSON.stringify(cause));
}
