import type { StateReader } from '../definition/state-reader.ts';
import type { EvaluationContext } from '../expression/evaluation-context.ts';
import type { Json, JsonObject } from '../json/json.ts';

/** What leaves a state: its output, and the variables it assigns. */
export interface StateOutput {
  readonly output: Json;
  readonly assigned: JsonObject | undefined;
}

/** Something of a state that is read while it runs. Throws, or rejects with, StateFailure. */
export type Evaluate<Value> = (input: Json, context: EvaluationContext) => Value | Promise<Value>;

/** As Evaluate, and never asynchronous. */
export type EvaluateNow<Value> = (input: Json, context: EvaluationContext) => Value;

/** How data goes through a state that does some work. All methods throw, or reject with, StateFailure. */
export interface DataFlow {
  /** What the state works on: Arguments, or InputPath and Parameters. */
  readonly argument: Evaluate<Json>;
  /** Output and variables: Output and Assign, or ResultSelector, ResultPath, OutputPath and Assign. No `result` means the argument. */
  output(
    input: Json,
    result: Json | undefined,
    context: EvaluationContext,
    argument?: Json,
  ): StateOutput | Promise<StateOutput>;
}

/**
 * A query language: what the fields of a state mean in it. A state is compiled with one of two, `jsonPathDialect` and
 * `jsonataDialect`; nothing else asks which language it is written in. The compilers report what is wrong to the reader.
 */
export interface Dialect {
  /** The field that holds what a task or a reader of items is given. */
  readonly argumentsField: 'Arguments' | 'Parameters';
  /** The field that says what of an error a catcher hands on. */
  readonly outputField: 'Output' | 'ResultPath';
  /** True for a value that is an expression and no literal. */
  isExpression(value: Json | undefined): value is string;
  /** A field that may hold expressions at any depth, evaluated with the input alone; undefined when there is no such field. */
  compileTemplate(reader: StateReader, field: string): Evaluate<Json> | undefined;
  /** A field of an object within a state, literal or not; undefined when there is no such field. */
  compileValue(reader: StateReader, field: string): Evaluate<Json> | undefined;
  /** What a Task, Parallel, Map or Wait state takes and gives. */
  compileFlow(reader: StateReader): DataFlow;
  /** What a Pass state gives. */
  compilePass(reader: StateReader): Evaluate<StateOutput>;
  /** Hands what a Succeed state gives to its exit. */
  compileSucceed(
    reader: StateReader,
  ): <Exit>(input: Json, context: EvaluationContext, exit: (output: StateOutput) => Exit) => Exit | Promise<Exit>;
  /** InputPath or OutputPath, where the language has them. */
  compileSelection(reader: StateReader, field: 'InputPath' | 'OutputPath'): EvaluateNow<Json>;
  /** The condition of a Choice rule. */
  compileCondition(rule: StateReader): Evaluate<boolean>;
  /** What a Choice state gives when it goes by a rule, or by Default. */
  compileChoiceOutput(reader: StateReader): Evaluate<StateOutput>;
  /** What a state gives whose failure is caught. `errorOutput` is `{ Error, Cause }`. */
  compileCatchOutput(
    catcher: StateReader,
  ): (input: Json, errorOutput: Json, context: EvaluationContext) => StateOutput | Promise<StateOutput>;
  /** Error or Cause of a Fail state. */
  compileText(reader: StateReader, field: 'Error' | 'Cause'): Evaluate<string | undefined>;
  /** The items of a Map state, from its effective input: ItemsPath or Items (spec, "Map State"), or the input itself. An array or an object. */
  compileItems(reader: StateReader): Evaluate<readonly Json[] | JsonObject>;
}
