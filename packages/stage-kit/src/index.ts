export { type Decision, fail, leave } from './decision.ts';
export { type StageDimension, type StageMetric, stageMetricsNamespace } from './invocation-metrics.ts';
export { ofEarlierExecution, type StageExecution, stageExecutionSchema } from './stage-execution.ts';
export {
  Fault,
  type FaultClass,
  fault,
  NoticedDefect,
  Rejection,
  type RejectionClass,
  rejection,
  type StageFailure,
} from './stage-failure.ts';
export { createStageHandler, StageContractBroken } from './stage-handler.ts';
export {
  type Apology,
  type AwaitedFault,
  defineStage,
  type Patience,
  type Stage,
  type StageAccess,
  type StageFacts,
  type StageFinding,
  type StageManifest,
  type StagePort,
  type StageTable,
  type TranslatedApology,
} from './stage-manifest.ts';
export type { Clock, InvocationContext, Surroundings } from './surroundings.ts';
