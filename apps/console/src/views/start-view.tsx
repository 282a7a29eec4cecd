import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import type { Machines } from '../machines/machines.ts';
import { exampleGroups } from '../order/example-orders.generated.ts';
import { Foreign } from '../parts/foreign.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { goTo } from '../route/use-route.ts';
import { forgetName, keepDraft, readDraft } from '../start/draft.ts';
import { findTextProblem } from '../start/find-text-problem.ts';
import { NameField } from '../start/name-field.tsx';
import { OrderField } from '../start/order-field.tsx';
import { placeOrder } from '../start/place-order.ts';
import { readStartFailure, type StartFailure } from '../start/start-failure.ts';
import { useDerivedName } from '../start/use-derived-name.ts';

/** A form that starts an execution. */
export function StartView({ machines }: { readonly machines: Machines }) {
  const [draft, setDraft] = useState(readDraft);
  const [failure, setFailure] = useState<StartFailure>();
  const [busy, setBusy] = useState(false);
  const fault = useMemo(() => findTextProblem(draft.text), [draft.text]);
  const derived = useDerivedName(fault === undefined ? draft.text : '');
  useEffect(() => keepDraft(draft), [draft]);

  function change(changed: Partial<typeof draft>): void {
    setDraft({ ...draft, ...changed });
    setFailure(undefined);
  }

  async function start(order: unknown): Promise<string> {
    const { name } = draft;
    if (name === '') return placeOrder(stepFunctions, machines, order);
    const { stateMachineArn } = machines.orders;
    await stepFunctions.startExecution({ stateMachineArn, name, input: JSON.stringify(order) });
    return name;
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (fault) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      const order: unknown = JSON.parse(draft.text);
      const name = await start(order);
      // Chosen for this order, and no other.
      forgetName();
      goTo({ view: 'execution', name });
    } catch (error) {
      setFailure(readStartFailure(error, draft.name));
      setBusy(false);
    }
  }

  return (
    <form className="card start-form" onSubmit={submit}>
      <ViewTitle title="Start an order" />
      <div className="start-fields">
        <OrderField
          text={draft.text}
          onChange={(text) => change({ text })}
          fault={fault}
          refusal={failure?.field === 'order' ? failure.message : undefined}
        />
        <NameField
          name={draft.name}
          onChange={(name) => change({ name })}
          derived={derived}
          failure={failure?.field === 'name' ? failure : undefined}
        />
        <p className="field-error" role="alert">
          <Foreign text={failure?.field === 'form' ? failure.message : ''} most={1000} />
        </p>
        <div className="buttons">
          <button type="submit" className="primary" disabled={busy}>
            Start execution
          </button>
        </div>
      </div>
      <fieldset className="examples">
        <legend>Begin with an example</legend>
        {exampleGroups.map(({ heading, orders }, index) => (
          <details key={heading} open={index === 0}>
            <summary>
              {heading} <span className="muted">{orders.length}</span>
            </summary>
            {orders.map(({ name, what, outcome, text }) => (
              <button key={name} type="button" onClick={() => change({ text, name: '' })}>
                {name}
                <span className="muted">
                  {what}: {outcome}
                </span>
              </button>
            ))}
          </details>
        ))}
      </fieldset>
    </form>
  );
}
