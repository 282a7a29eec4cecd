import { type Flow, type FlowEdge, flowEnd, flowStart } from '../definition/flow.ts';
import type { StateStatus, StateTrace, Trace } from './trace.ts';
import type { Visit } from './visit.ts';

/** Status of an execution in the words of DescribeExecution. */
type ExecutionStatus = string;

/** Lays the visits of an execution over the flow of its definition: those of the machine’s own states, not what a Map or Parallel has inside. */
export function traceExecution(flow: Flow, all: readonly Visit[], status: ExecutionStatus): Trace {
  const visits = all.filter(({ within }) => within === undefined);
  const byState = Map.groupBy(visits, ({ state }) => state);
  const states = new Map(
    flow.states.map(({ name }): [string, StateTrace] => {
      const own = byState.get(name) ?? [];
      return [name, { status: statusOf(own.at(-1), status), visits: own, retries: sum(own.map(countRetries)) }];
    }),
  );
  return { states, taken: new Set(takenEdges(flow, visits, status)) };
}

function statusOf(visit: Visit | undefined, status: ExecutionStatus): StateStatus {
  if (visit === undefined) return 'not-reached';
  if (visit.exitedAt !== undefined) return visit.failure === undefined ? 'succeeded' : 'caught';
  if (status === 'ABORTED') return 'stopped';
  if (status === 'FAILED' || status === 'TIMED_OUT') return 'failed';
  return visit.attempts.at(-1)?.status === 'failed' ? 'retrying' : 'running';
}

function countRetries({ attempts }: Visit): number {
  return attempts.filter(({ redrive }, index) => attempts[index - 1]?.redrive === redrive).length;
}

function takenEdges({ edges }: Flow, visits: readonly Visit[], status: ExecutionStatus): readonly string[] {
  const first = visits[0];
  const last = visits.at(-1);
  const ways = visits.map(({ state, from }) => from && edgeBetween(edges, from, state));
  const start = first && edges.find(({ from, to }) => from === flowStart && to === first.state);
  const end =
    status === 'SUCCEEDED' && last ? edges.find(({ from, to }) => from === last.state && to === flowEnd) : undefined;
  return [start, ...ways, end].flatMap((edge) => (edge ? [edge.id] : []));
}

function edgeBetween(edges: readonly FlowEdge[], source: Visit, to: string): FlowEdge | undefined {
  const ways = edges.filter((edge) => edge.from === source.state && edge.to === to);
  return ways.find(({ kind }) => (kind === 'catch') === (source.failure !== undefined)) ?? ways[0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
