import { machinesWithin, statesOf } from '../definition/check-labels.ts';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import { DefinitionReport } from '../definition/definition-report.ts';
import { StateReader } from '../definition/state-reader.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { parseTaskResource } from '../task/task-resource.ts';

/**
 * Reports what an EXPRESS machine cannot have (Developer Guide, "Choosing workflow type"): jobs that are waited for, callbacks,
 * activities, and distributed Maps. Throws DefinitionInvalid.
 */
export function checkExpress(source: Json): void {
  if (!isJsonObject(source)) return;
  const report = new DefinitionReport();
  visit(new StateReader(source, 'JSONPath', report));
  if (report.failed) throw new DefinitionInvalid(report.diagnostics);
}

function visit(machine: StateReader): void {
  for (const state of statesOf(machine)) {
    const resource = state.get('Type') === 'Task' && parseTaskResource(String(state.get('Resource')));
    if (resource && resource.kind === 'activity')
      state.error('Resource', 'Express state machine does not support Activity ARN');
    if (resource && resource.kind === 'integration' && resource.pattern !== 'request')
      state.error(
        'Resource',
        // AWS's words, with the space that they end in.
        `Express state machine does not support '.${resource.pattern}' service integration${resource.pattern === 'waitForTaskToken' ? ' ' : ''}`,
      );
    for (const inner of machinesWithin(state)) {
      const config = inner.get('ProcessorConfig');
      if (isJsonObject(config) && config['Mode'] === 'DISTRIBUTED')
        state.error('ItemProcessor', "Express state machine does not support the Map Mode 'DISTRIBUTED'");
      visit(inner);
    }
  }
}
