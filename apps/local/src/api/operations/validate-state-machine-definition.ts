import { DefinitionInvalid, type Diagnostic, parseDefinition } from '@order-workflow/asl-engine';
import { findJsonSyntaxError } from '@order-workflow/order-domain/json';
import * as z from 'zod/mini';
import { defineOperation } from '../operation.ts';

const request = z.strictObject({
  definition: z.string().check(z.minLength(1), z.maxLength(1_048_576)),
  type: z.optional(z.enum(['STANDARD', 'EXPRESS'])),
  severity: z.optional(z.enum(['ERROR', 'WARNING'])),
  maxResults: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
});

/** A text nested deeper would exhaust the stack. */
const deepestDefinition = 500;
const mostDiagnostics = 100;

/** What the engine that runs definitions here says of one. */
export const validateStateMachineDefinition = defineOperation(
  'ValidateStateMachineDefinition',
  request,
  ({ definition, severity: least = 'ERROR', maxResults }) => {
    const all = diagnosticsOf(definition);
    const wanted = all.filter(({ severity }) => least === 'WARNING' || severity === 'ERROR');
    const diagnostics = wanted.slice(0, maxResults || mostDiagnostics);
    return {
      result: all.some(({ severity }) => severity === 'ERROR') ? 'FAIL' : 'OK',
      diagnostics,
      truncated: diagnostics.length < wanted.length,
    };
  },
);

interface ApiDiagnostic extends Pick<Diagnostic, 'severity' | 'message'> {
  readonly code: string;
  readonly location?: string;
}

function diagnosticsOf(definition: string): readonly ApiDiagnostic[] {
  const fault = findJsonSyntaxError(definition, deepestDefinition);
  if (fault) {
    const message = `Not JSON at character ${fault.offset + 1}: ${fault.problem}`;
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message }];
  }
  try {
    return parseDefinition(definition).warnings.map(show);
  } catch (problem) {
    if (!(problem instanceof DefinitionInvalid)) throw problem;
    return problem.diagnostics.map(show);
  }
}

function show({ severity, code, field, location, message }: Diagnostic): ApiDiagnostic {
  return {
    severity,
    code,
    message: field === '' ? message : `${field}: ${message}`,
    ...(location !== '' && { location }),
  };
}
