import { type InvokeLambda, TaskFailure } from '@order-workflow/asl-engine';

/** Makes invocations fail as Lambda itself would, by function. */
export interface BrokenFunctions {
  /** Fails this many invocations of a function, or all of them. */
  break(functionName: string, error: string, times?: number): void;
  repair(): void;
  readonly around: (proceed: InvokeLambda) => InvokeLambda;
}

export function brokenFunctions(): BrokenFunctions {
  const broken = new Map<string, { readonly error: string; times: number }>();
  return {
    break(functionName, error, times = Number.POSITIVE_INFINITY) {
      broken.set(functionName, { error, times });
    },
    repair: () => broken.clear(),
    around: (proceed) => (invocation) => {
      const [, fault] = [...broken].find(([name]) => invocation.functionName.includes(name)) ?? [];
      if (!fault || fault.times-- <= 0) return proceed(invocation);
      throw new TaskFailure(fault.error, 'broken by the test');
    },
  };
}
