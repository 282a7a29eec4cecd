import type { Surroundings } from '../surroundings.ts';

/**
 * What Lambda gives a function (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). A line goes
 * to standard output past `console`, which would wrap it into a line of its own, where CloudWatch finds no metrics.
 * Undefined outside of Lambda, as in a test that calls a handler.
 */
export function lambdaSurroundings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Surroundings | undefined {
  const functionName = environment['AWS_LAMBDA_FUNCTION_NAME'];
  if (!functionName) return undefined;
  return {
    clock: Date,
    functionName,
    traceHeader: () => environment['_X_AMZN_TRACE_ID'],
    write: (line) => process.stdout.write(`${line}\n`),
  };
}
