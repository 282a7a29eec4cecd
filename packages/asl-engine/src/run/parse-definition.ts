import { checkLabels } from '../definition/check-labels.ts';
import { checkVariables } from '../definition/check-variables.ts';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import { DefinitionReport, type DiagnosticCode } from '../definition/definition-report.ts';
import { StateReader } from '../definition/state-reader.ts';
import { copyJson } from '../json/copy-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { jsonProblem } from '../json/json-problem.ts';
import { compileMachine } from '../states/compile-machine.ts';
import type { MachineDefinition } from './machine-definition.ts';

/**
 * Checks and compiles a definition in the Amazon States Language, given as JSON text or as the object.
 * Throws DefinitionInvalid with all that is wrong with it.
 *
 * @example
 * const definition = parseDefinition({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
 */
export function parseDefinition(definition: string | object): MachineDefinition {
  const report = new DefinitionReport();
  const source = readJson(definition, report);
  const compiled = source && compile(source, report);
  if (!compiled || report.failed) throw new DefinitionInvalid(report.diagnostics);
  return compiled;
}

function readJson(definition: string | object, report: DefinitionReport): JsonObject | undefined {
  let source: Json;
  try {
    source = typeof definition === 'string' ? JSON.parse(definition) : copyJson(definition);
  } catch (problem) {
    if (typeof definition !== 'string') throw problem;
    const { message, line, column } = jsonProblem(definition);
    const location = `[Source: (String)${quoted(definition)}; line: ${line}, column: ${column}]`;
    refuse(report, 'INVALID_JSON_DESCRIPTION', `${message}\n at ${location}`, location);
    return undefined;
  }
  if (isJsonObject(source)) return source;
  refuse(report, 'SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object', '');
  return undefined;
}

/** How much of a text AWS's parser shows. */
const longestQuote = 500;

function quoted(text: string): string {
  const hidden = text.length - longestQuote;
  return hidden > 0 ? `"${text.slice(0, longestQuote)}"[truncated ${hidden} chars]` : `"${text}"`;
}

function refuse(report: DefinitionReport, code: DiagnosticCode, message: string, location: string): void {
  report.add({ severity: 'ERROR', code, state: '', field: '', location, message });
}

const machineFields = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];

function machineReader(
  source: JsonObject,
  report: DefinitionReport,
  queryLanguage: StateReader['queryLanguage'] = 'JSONPath',
): StateReader {
  return new StateReader(source, queryLanguage, report);
}

function compile(source: JsonObject, report: DefinitionReport): MachineDefinition | undefined {
  const queryLanguage = readQueryLanguage(source, report);
  const reader = machineReader(source, report, queryLanguage);
  reader.allowOnly(machineFields, 'those of a state machine');
  const version = reader.text('Version');
  if (version !== undefined && version !== '1.0') reader.error('Version', "must be '1.0'.");
  const machine = compileMachine(reader);
  checkVariables(reader);
  checkLabels(reader);
  const timeoutSeconds = reader.number('TimeoutSeconds', 1);
  return (
    machine && {
      ...machine,
      comment: reader.text('Comment'),
      queryLanguage,
      timeoutSeconds,
      warnings: report.diagnostics,
      source,
    }
  );
}

function readQueryLanguage(source: JsonObject, report: DefinitionReport): 'JSONPath' | 'JSONata' {
  const language = source['QueryLanguage'];
  if (language === undefined || language === 'JSONPath' || language === 'JSONata') return language ?? 'JSONPath';
  machineReader(source, report).error('QueryLanguage', "must be 'JSONPath' or 'JSONata'.");
  return 'JSONPath';
}
