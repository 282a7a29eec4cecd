import { type FormEvent, useId, useState } from 'react';
import type { Faults } from './local-machine.ts';
import { faultText } from './wanted-faults.ts';

interface FaultFormProps {
  readonly known: Faults['known'];
  readonly onSwitchOn: (fault: string) => void;
}

/** Chooses a fault: where, what, how often. */
export function FaultForm({ known, onSwitchOn }: FaultFormProps) {
  const id = useId();
  const targets = [...new Set(known.flatMap(({ targets }) => targets))].sort();
  const [target, setTarget] = useState(targets.includes('payment') ? 'payment' : (targets[0] ?? ''));
  const possible = known.filter(({ targets }) => targets.includes(target));
  const [wanted, setWanted] = useState('');
  const fault = possible.find((one) => one.fault === wanted) ?? possible[0];
  const [times, setTimes] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (fault) onSwitchOn(faultText(target, fault.fault, times));
  }

  return (
    <form className="fault-form" onSubmit={submit}>
      <label>
        Where
        <select value={target} onChange={(event) => setTarget(event.target.value)}>
          {targets.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        What
        <select
          value={fault?.fault ?? ''}
          aria-describedby={`${id}-description`}
          onChange={(event) => setWanted(event.target.value)}
        >
          {possible.map((one) => (
            <option key={one.fault}>{one.fault}</option>
          ))}
        </select>
      </label>
      <label>
        How often
        <input
          type="number"
          min={1}
          max={999_999}
          value={times}
          placeholder="each time"
          onChange={(event) => setTimes(event.target.value)}
        />
      </label>
      <button type="submit" className="primary">
        Switch on
      </button>
      <p id={`${id}-description`} className="hint">
        {fault?.description}
      </p>
    </form>
  );
}
