/** Another order was placed under this execution's name before (StartExecution, `ExecutionAlreadyExists`). */
export class ExecutionAlreadyExists extends Error {
  override readonly name = 'ExecutionAlreadyExists';
  readonly executionName: string;

  constructor(executionName: string) {
    super(`${executionName}: an order with this id but other content was placed before`);
    this.executionName = executionName;
  }
}
