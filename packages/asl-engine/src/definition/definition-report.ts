import type { Diagnostic } from './diagnostic.ts';

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
