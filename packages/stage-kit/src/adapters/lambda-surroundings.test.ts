import { describe, expect, it, vi } from 'vitest';
import { lambdaSurroundings } from './lambda-surroundings.ts';

describe(lambdaSurroundings, () => {
  it('is nothing outside of Lambda, so that a test of a handler writes nothing', () => {
    expect(lambdaSurroundings({})).toBeUndefined();
  });

  it('reads the trace of each invocation anew', () => {
    const environment: Record<string, string> = { AWS_LAMBDA_FUNCTION_NAME: 'F' };
    const surroundings = lambdaSurroundings(environment);
    expect(surroundings?.traceHeader()).toBeUndefined();
    environment['_X_AMZN_TRACE_ID'] = 'Root=1-a-b';
    expect(surroundings).toMatchObject({ functionName: 'F' });
    expect(surroundings?.traceHeader()).toBe('Root=1-a-b');
  });

  it('writes a line past the console, which would wrap it', () => {
    const written: unknown[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(chunk) > 0);
    lambdaSurroundings({ AWS_LAMBDA_FUNCTION_NAME: 'F' })?.write('{}');
    write.mockRestore();
    expect(written).toEqual(['{}\n']);
  });
});
