import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import type { Diagnostic } from '../definition/definition-report.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { checkExpress } from './check-express.ts';
import type { Operation } from './operation.ts';

const validateStateMachineDefinition: Operation = (fields) => {
  const definition = fields.text('definition', { most: 1_048_576 });
  const isExpress = fields.maybeText('type', { oneOf: ['STANDARD', 'EXPRESS'] }) === 'EXPRESS';
  const warnings = fields.maybeText('severity', { oneOf: ['ERROR', 'WARNING'] }) === 'WARNING';
  const most = fields.integer('maxResults', 0, 100) || 100;
  const all = diagnosticsOf(definition, isExpress);
  const wanted = all.filter(({ severity }) => warnings || severity === 'ERROR');
  const diagnostics = wanted.slice(0, most).map(({ severity, code, message, location }) => ({
    ...{ severity, code, message },
    ...(location !== '' && { location }),
  }));
  const failed = all.some(({ severity }) => severity === 'ERROR');
  return { result: failed ? 'FAIL' : 'OK', diagnostics, truncated: diagnostics.length < wanted.length };
};

function diagnosticsOf(definition: string, isExpress: boolean): readonly Diagnostic[] {
  try {
    const { source, warnings } = parseDefinition(definition);
    if (isExpress) checkExpress(source);
    return warnings;
  } catch (problem) {
    if (problem instanceof DefinitionInvalid) return problem.diagnostics;
    throw problem;
  }
}

/** Operations on definitions that no machine has. */
export const validationOperations = { ValidateStateMachineDefinition: validateStateMachineDefinition } as const;
