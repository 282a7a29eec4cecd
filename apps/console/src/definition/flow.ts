/** Where every flow begins and ends. No state can be called so: names of states have no line breaks. */
export const flowStart = '\nstart';
export const flowEnd = '\nend';

/** Which errors of a state are tried again, and how; what it leaves out has its value in Amazon States Language. */
export interface WrittenRetrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts?: number | undefined;
  readonly IntervalSeconds?: number | undefined;
  readonly BackoffRate?: number | undefined;
  readonly MaxDelaySeconds?: number | undefined;
  readonly JitterStrategy?: string | undefined;
}

export interface FlowState {
  readonly name: string;
  /** `Task`, `Choice`, … */
  readonly type: string;
  /** What a task calls, such as `arn:aws:states:::lambda:invoke`. */
  readonly resource?: string;
  /** In their order: the first that names an error counts. */
  readonly retriers: readonly WrittenRetrier[];
  /** For how long an attempt may take, where that is a number. */
  readonly timeoutSeconds?: number;
}

/** A way from one state to another. Ways that differ only in their errors or rules are one. */
export interface FlowEdge {
  readonly id: string;
  /** A state's name, or `flowStart`. */
  readonly from: string;
  /** A state's name, or `flowEnd`. */
  readonly to: string;
  /** `next`: the state succeeded. `choice`: a rule of a Choice. `catch`: the state failed with one of `errors`. */
  readonly kind: 'next' | 'choice' | 'catch';
  /** Names of errors that are caught; `States.ALL` for any. Empty unless it is a catch. */
  readonly errors: readonly string[];
  /** What stands at the arrow: nothing for the way of a state that simply succeeds. */
  readonly label: string;
  /** The rule of a Choice in the words of the definition. */
  readonly condition?: string;
}

/** A definition as a graph. */
export interface Flow {
  /** In the order in which an execution can reach them. */
  readonly states: readonly FlowState[];
  readonly edges: readonly FlowEdge[];
}
