/** Who may catch a failure, and which events the history shows for it. */
export type FailureKind =
  /** A task or a Fail state failed: what Retry and Catch are for. */
  | 'task'
  /** A JSONata expression failed, or gave what its field cannot take; the history has an EvaluationFailed event. */
  | 'evaluation'
  /** The definition does not fit the data. */
  | 'runtime';

interface FailureDetails {
  readonly kind: FailureKind;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  /** The field whose expression failed, as `Output/total`. */
  readonly location?: string | undefined;
  /** True when the cause must still be told which state it happened in. */
  readonly needsPlace?: boolean;
  /** A second name that Retry and Catch may use for it. */
  readonly alias?: string | undefined;
}

/** A failure on its way out of a state; inside the engine only. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly kind: FailureKind;
  readonly error: string | undefined;
  override readonly cause: string | undefined;
  readonly location: string | undefined;
  readonly needsPlace: boolean;
  readonly alias: string | undefined;

  constructor({ kind, error, cause, location, alias, needsPlace = false }: FailureDetails) {
    super(cause ?? error ?? 'failed');
    this.kind = kind;
    this.error = error;
    this.cause = cause;
    this.location = location;
    this.needsPlace = needsPlace;
    this.alias = alias;
  }

  /** The same failure with a cause that names the state, as AWS words it. */
  placedIn(state: string, enteredEventId: number): StateFailure {
    if (!this.needsPlace) return this;
    const cause = `An error occurred while executing the state '${state}' (entered at the event id #${enteredEventId}). ${this.cause}`;
    return new StateFailure({ kind: this.kind, error: this.error, cause, location: this.location });
  }
}

/** A States.Runtime failure (or a named sort of it): the definition does not fit the data. */
export function runtimeFailure(cause: string, error = 'States.Runtime'): StateFailure {
  return new StateFailure({ kind: 'runtime', error, cause, needsPlace: true });
}

/** A JSONata expression failed, or gave what the field cannot take. */
export function evaluationFailure(cause: string, location?: string): StateFailure {
  return new StateFailure({
    kind: 'evaluation',
    error: 'States.QueryEvaluationError',
    cause,
    location,
    needsPlace: true,
  });
}

/** A result or an output of more than 262,144 bytes. A task's result may be caught by States.ALL, anything else may not. */
export function dataLimitExceeded(stateOrTask: string, kind: FailureKind): StateFailure {
  const cause = `The state/task '${stateOrTask}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return new StateFailure({ kind, error: 'States.DataLimitExceeded', cause });
}
