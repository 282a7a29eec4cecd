/** The ARN of the execution of that name: `…:stateMachine:Orders` → `…:execution:Orders:order-12345`. */
export function executionArn(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}
