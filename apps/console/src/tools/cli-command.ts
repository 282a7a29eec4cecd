/**
 * A command of the AWS CLI on an execution, for a shell: at AWS as it stands, and at a server of this machine with its address.
 *
 * @param origin where this page comes from: `http://127.0.0.1:8083`
 */
export function cliCommand(operation: string, executionArn: string, origin: string): string {
  const local = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin) ? ` --endpoint-url ${origin}` : '';
  return `aws stepfunctions ${operation} --execution-arn ${quoted(executionArn)}${local}`;
}

/** As a word of a shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w:.@/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
