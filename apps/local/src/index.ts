export type { Assembly, LambdaFunction, Queue, StateMachine, Topic } from './assembly/assembly.ts';
export { AssemblyUnreadable } from './assembly/assembly-unreadable.ts';
export { readAssembly } from './assembly/read-assembly.ts';
export { ExecutionAlreadyExists } from './execution-already-exists.ts';
export { type LambdaHost, type LambdaHostOptions, startLambdaHost } from './lambda-host/lambda-host.ts';
export { nameExecution } from './name-execution.ts';
export { type PlacedOrder, startWorkflow, type Workflow, type WorkflowOptions } from './start-workflow.ts';
export type { CustomerMessage } from './wire-services/customer-inbox.ts';
