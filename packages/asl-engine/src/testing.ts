/** The entry `@order-workflow/asl-engine/testing`: for someone with a state machine and a test runner. */
export { TaskFailure } from './host/task-failure.ts';
export { evaluationsUnderWay } from './jsonata/evaluate-apart.ts';
export type { Coverage } from './testing/coverage.ts';
export { type RequiredIntegrations, requiredIntegrations } from './testing/places.ts';
export {
  type TestedLambda,
  type TestedMachine,
  type TestedRun,
  type TestMachineOptions,
  testMachine,
} from './testing/test-machine.ts';
