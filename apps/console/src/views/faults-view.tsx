import { useRef, useState } from 'react';
import type { Live } from '../live/use-live.ts';
import { FaultForm } from '../local/fault-form.tsx';
import { type FaultOn, type Faults, localMachine } from '../local/local-machine.ts';
import { stillToStrike } from '../local/wanted-faults.ts';
import { Banner } from '../parts/banner.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { ViewTitle } from '../parts/view-title.tsx';

/** Lets something go wrong at the gateway, the carrier, Lambda, the topic, the bus for events or the queue. */
export function FaultsView({ faults: { data, failure, refresh } }: { readonly faults: Live<Faults> }) {
  const [refusal, setRefusal] = useState('');

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
            <Foreign text={refusal} most={500} />
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
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <div ref={place} tabIndex={-1}>
      {on.length === 0 && <p className="card nothing">Nothing goes wrong by intent.</p>}
      {on.length > 0 && (
        <DataTable
          className="card"
          caption="Faults that are switched on"
          columns={['Fault', 'Struck', 'Left', 'Switch']}
        >
          {on.map((fault) => (
            <tr key={fault.fault}>
              <th scope="row">
                <code>
                  <Foreign text={fault.fault} />
                </code>
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
        </DataTable>
      )}
    </div>
  );
}
