import { useState } from 'react';
import { localMachine } from '../local/local-machine.ts';
import { Foreign } from '../parts/foreign.tsx';
import type { ExecutionSnapshot } from './execution-snapshot.ts';

interface SkipWaitButtonProps {
  readonly snapshot: ExecutionSnapshot;
  readonly onSkipped: () => void;
}

/** Ends what an execution waits for by the clock, where it waits: on this machine nobody has to sit out an hour. */
export function SkipWaitButton({ snapshot, onSkipped }: SkipWaitButtonProps) {
  const [said, say] = useState('');
  const label = labelOf(snapshot);
  if (label === undefined) return null;

  async function skip(): Promise<void> {
    try {
      await localMachine.skipWaits(snapshot.execution.executionArn);
      say('');
      onSkipped();
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  return (
    <>
      <button type="button" onClick={skip}>
        {label}
      </button>
      <span role="status">
        <Foreign text={said} most={300} />
      </span>
    </>
  );
}

function labelOf({ execution, trace }: ExecutionSnapshot): string | undefined {
  if (execution.status !== 'RUNNING') return undefined;
  const states = [...trace.states.values()];
  if (states.some(({ status }) => status === 'retrying')) return 'Try now';
  const waits = states.some(({ status, visits }) => status === 'running' && visits.at(-1)?.kind === 'Wait');
  return waits ? 'Skip the wait' : undefined;
}
