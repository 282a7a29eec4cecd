/** AWS's codes of the findings that the engine makes (API reference, "ValidateStateMachineDefinitionDiagnostic"), and of JSONata. */
export type DiagnosticCode =
  | 'SCHEMA_VALIDATION_FAILED'
  | 'INVALID_JSON_DESCRIPTION'
  | 'INVALID_RESOURCE'
  | 'MISSING_END_STATE'
  | 'MISSING_TRANSITION_TARGET'
  | 'DUPLICATE_STATE_NAME'
  | 'DUPLICATE_LABEL_NAME'
  | 'INVALID_LABEL_NAME'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION'
  | 'NO_DOLLAR'
  | 'PASS_RESULT_IS_STATIC';

/** One finding of the static validation. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  /** AWS's name for what kind of finding it is. */
  readonly code: DiagnosticCode;
  /** The state it is in; empty for the machine itself. */
  readonly state: string;
  /** Where within the state, as `Retry[0].ErrorEquals`. */
  readonly field: string;
  /** Where within the definition, as AWS writes it: `/States/Charge/Retry[0]/ErrorEquals`. */
  readonly location: string;
  /** A sentence that says what is wrong and what would be right. */
  readonly message: string;
}

/** Collects diagnostics while a definition is compiled. */
export class DefinitionReport {
  readonly diagnostics: Diagnostic[] = [];

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'ERROR');
  }

  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}
