/** The entry `@order-workflow/asl-engine/serve`: it listens on a socket, which the engine itself does not. */
export { type HttpConnection, type HttpInvokeOptions, httpInvoke } from './serve/http-invoke.ts';
export { type ServeOptions, type StepFunctionsServer, serveStepFunctions } from './serve/serve-step-functions.ts';
export {
  type ServiceCall,
  type ServiceOptions,
  type StepFunctionsService,
  stepFunctionsService,
} from './serve/step-functions-service.ts';
export { syncAnswer } from './serve/sync-answer.ts';
