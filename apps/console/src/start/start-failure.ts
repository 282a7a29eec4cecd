import { Refusal } from '../api/refusal.ts';

/** What the server said against a start, and the field of the form that it is about. */
export interface StartFailure {
  readonly field: 'name' | 'order' | 'form';
  readonly message: string;
  /** The name is taken: there is an execution to look at. */
  readonly alreadyExists: boolean;
}

const fields: Readonly<Record<string, StartFailure['field']>> = {
  InvalidName: 'name',
  ExecutionAlreadyExists: 'name',
  InvalidExecutionInput: 'order',
};

export function readStartFailure(error: unknown): StartFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Refusal)) {
    return { field: 'form', message: `${message} Nothing is lost: start it again.`, alreadyExists: false };
  }
  return {
    field: fields[error.type] ?? 'form',
    message: `${error.type}: ${message}`,
    alreadyExists: error.type === 'ExecutionAlreadyExists',
  };
}
