import { Refusal } from '../api/refusal.ts';
import { OrderTaken } from './place-order.ts';

/** What the server said against a start, and the field of the form that it is about. */
export interface StartFailure {
  readonly field: 'name' | 'order' | 'form';
  readonly message: string;
  /** The name of the execution that has the order, or the name, already. */
  readonly taken?: string;
}

const fields: Readonly<Record<string, StartFailure['field']>> = {
  InvalidName: 'name',
  ExecutionAlreadyExists: 'name',
  InvalidExecutionInput: 'order',
};

/** `name` is the one that was asked for; empty where none was. */
export function readStartFailure(error: unknown, name: string): StartFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OrderTaken)
    return { field: 'name', message: `ExecutionAlreadyExists: ${message}`, taken: error.owner };
  if (!(error instanceof Refusal)) return { field: 'form', message: `${message} Nothing is lost: start it again.` };
  return {
    field: fields[error.type] ?? 'form',
    message: `${error.type}: ${message}`,
    ...(error.type === 'ExecutionAlreadyExists' && name !== '' && { taken: name }),
  };
}
