import type { ReactNode } from 'react';
import { FlowGraph } from '../graph/flow-graph.tsx';
import type { StruckBy } from '../local/struck-by.ts';
import { WaterfallCard } from '../waterfall/waterfall-card.tsx';
import { EventTable } from './event-table.tsx';
import { Inspector } from './inspector.tsx';
import type { SelectionProps } from './selection.ts';
import { StateList } from './state-list.tsx';

interface ExecutionBodyProps extends SelectionProps {
  readonly struck: StruckBy;
  /** What is shown before the events. */
  readonly children?: ReactNode;
}

/** The way of an execution as a graph, as a waterfall and in words, and what happened at the state that is looked at. */
export function ExecutionBody({ struck, children, ...selection }: ExecutionBodyProps) {
  const { snapshot, selected, onSelect } = selection;
  return (
    <>
      <div className="execution-panes">
        <div className="way-pane">
          <section className="card graph-pane" aria-labelledby="graph-title">
            <h2 id="graph-title">Way through the workflow</h2>
            <FlowGraph flow={snapshot.flow} trace={snapshot.trace} selected={selected} onSelect={onSelect} />
          </section>
          <WaterfallCard {...selection} />
        </div>
        <Inspector {...selection} struck={struck} />
      </div>
      <StateList {...selection} />
      {children}
      <EventTable snapshot={snapshot} />
    </>
  );
}
