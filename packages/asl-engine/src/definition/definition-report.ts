/** One finding of the static validation. */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  /** The state it is in; empty for the machine itself. */
  readonly state: string;
  /** Where within the state, as `Retry[0].ErrorEquals`. */
  readonly field: string;
  /** A sentence that says what is wrong and what would be right. */
  readonly message: string;
}

/** Collects diagnostics while a definition is compiled. */
export class DefinitionReport {
  readonly diagnostics: Diagnostic[] = [];

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'ERROR');
  }

  error(state: string, field: string, message: string): void {
    this.diagnostics.push({ severity: 'ERROR', state, field, message });
  }

  warn(state: string, field: string, message: string): void {
    this.diagnostics.push({ severity: 'WARNING', state, field, message });
  }
}
