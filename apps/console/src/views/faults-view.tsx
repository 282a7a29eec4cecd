import { useState } from 'react';
import { sameOrNew } from '../live/same-or-new.ts';
import { useLive } from '../live/use-live.ts';
import { FaultForm } from '../local/fault-form.tsx';
import { type FaultOn, type Faults, localMachine } from '../local/local-machine.ts';
import { stillToStrike } from '../local/wanted-faults.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';

/** Lets something go wrong at the gateway, the carrier, Lambda, the topic or the queue. */
export function FaultsView() {
  const [refusal, setRefusal] = useState('');
  const { data, failure, refresh } = useLive(
    'faults',
    async (before: Faults | undefined, signal) => sameOrNew(before, await localMachine.faults(signal)),
    ({ on }) => on.length > 0,
  );

  async function keep(faults: readonly string[]): Promise<void> {
    setRefusal('');
    try {
      await localMachine.switchFaults(faults);
      refresh();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <>
      <div className="view-head">
        <ViewTitle title="Faults" />
      </div>
      <p className="muted">
        Break something and see what the workflow makes of it. Faults strike every order until they are switched off or
        spent.
      </p>
      {data && (
        <section className="card" aria-labelledby="fault-form-title">
          <h2 id="fault-form-title">Let something go wrong</h2>
          <FaultForm known={data.known} onSwitchOn={(fault) => keep([...stillToStrike(data.on), fault])} />
          <p className="field-error" role="alert">
            {refusal}
          </p>
        </section>
      )}
      {data && (
        <FaultTable on={data.on} onSwitchOff={(fault) => keep(stillToStrike(data.on.filter((one) => one !== fault)))} />
      )}
      {failure && <Banner failure={failure} />}
    </>
  );
}

interface FaultTableProps {
  readonly on: readonly FaultOn[];
  readonly onSwitchOff: (fault: FaultOn) => void;
}

function FaultTable({ on, onSwitchOff }: FaultTableProps) {
  if (on.length === 0) return <p className="card nothing">Nothing goes wrong by intent.</p>;
  return (
    <table className="card">
      <caption className="visually-hidden">Faults that are switched on</caption>
      <thead>
        <tr>
          <th scope="col">Fault</th>
          <th scope="col">Struck</th>
          <th scope="col">Left</th>
          <th scope="col">Switch</th>
        </tr>
      </thead>
      <tbody>
        {on.map((fault) => (
          <tr key={fault.fault}>
            <th scope="row">
              <code>{fault.fault}</code>
            </th>
            <td className="number">×{fault.struck}</td>
            <td>{fault.left ?? 'each time'}</td>
            <td>
              <button type="button" className="quiet" onClick={() => onSwitchOff(fault)}>
                Switch off<span className="visually-hidden"> {fault.fault}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
