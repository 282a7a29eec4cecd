import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Foreign } from '../parts/foreign.tsx';
import { StatusIcon } from '../parts/status-badge.tsx';
import type { Look } from '../show/tone.ts';

export type StateNodeData = Node<
  { readonly name: string; readonly type: string; readonly look: Look; readonly note: string },
  'state'
>;
export type DotNodeData = Node<{ readonly ending: boolean; readonly reached: boolean }, 'dot'>;

export function StateNode({ data: { name, type, look, note } }: NodeProps<StateNodeData>) {
  return (
    <div className={`state-node ${look.tone} ${look.shape} type-${type.toLowerCase()}`}>
      <Ends />
      <StatusIcon shape={look.shape} />
      <span className="state-name">
        <Foreign text={name} most={80} />
      </span>
      {note !== look.words && <span className="visually-hidden">{look.words}</span>}
      <span className="state-note">
        <Foreign text={note} most={120} />
      </span>
    </div>
  );
}

/** Where the flow begins, or ends. */
export function DotNode({ data: { ending, reached } }: NodeProps<DotNodeData>) {
  return (
    <div className={`dot-node ${ending ? 'ending' : ''} ${reached ? 'reached' : ''}`}>
      <Ends />
    </div>
  );
}

/** React Flow draws an edge only between handles; the lines here find their own ends. */
function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}
