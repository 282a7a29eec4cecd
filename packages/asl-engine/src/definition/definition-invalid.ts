import type { Diagnostic } from './definition-report.ts';

/** The definition cannot run; `diagnostics` says why, errors and warnings. */
export class DefinitionInvalid extends Error {
  override readonly name = 'DefinitionInvalid';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === 'ERROR');
    super(
      errors
        .map(({ state, field, message }) => [state && `State '${state}'`, field, message].filter(Boolean).join(': '))
        .join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}
