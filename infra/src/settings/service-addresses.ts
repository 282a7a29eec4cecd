import { type CompleteWorkflow, stagesOf } from '../composition/workflow.ts';

/** The settings of a workflow that are the address of a service, as its manifests name them: `PAYMENT_GATEWAY_URL`. */
export function serviceAddresses(workflow: CompleteWorkflow): readonly string[] {
  const settings = stagesOf(workflow).flatMap((stage) => stage.settings);
  return [...new Set(settings.filter((name) => name.endsWith('_URL')))];
}
