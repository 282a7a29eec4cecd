import { useState } from 'react';
import { Foreign } from '../parts/foreign.tsx';
import { deskServer } from './desk-server.ts';

interface ReplayButtonProps {
  readonly messageIds: readonly string[];
  readonly label: string;
  readonly onDone: () => void;
}

/** Publishes notices that wait, and says what came of it. */
export function ReplayButton({ messageIds, label, onDone }: ReplayButtonProps) {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');

  async function replay(): Promise<void> {
    setBusy(true);
    try {
      const { replayed } = await deskServer.replay(messageIds);
      const waits = replayed.filter(({ published, outdated }) => !published && !outdated);
      say(waits.length === 0 ? 'Sent.' : `Still waits: ${waits.map(({ reason }) => reason).join(', ')}`);
      onDone();
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <span className="replay">
      <button type="button" disabled={busy} onClick={replay}>
        {label}
      </button>{' '}
      <span role="status">
        <Foreign text={said} most={300} />
      </span>
    </span>
  );
}
