import { type NodeChange, ReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Flow, flowStart } from '../definition/flow.ts';
import { layOutFlow } from '../definition/lay-out-flow.ts';
import type { Trace } from '../history/trace.ts';
import { FlowEdgeLine } from './flow-edge-line.tsx';
import { graphElements } from './graph-elements.ts';
import { isNarrow, layoutSizes } from './layout-sizes.ts';
import { DotNode, StateNode } from './state-node.tsx';

const nodeTypes = { state: StateNode, dot: DotNode };
/** At which a graph of ten states fits beside the inspector on a screen of 1280 pixels. */
const leastScale = 0.8;
const edgeTypes = { line: FlowEdgeLine };
const words = {
  'node.a11yDescription.default': 'Press Enter to see what happened in this state, Escape to go back to the whole.',
};

interface FlowGraphProps {
  readonly flow: Flow;
  readonly trace: Trace;
  readonly selected: string | undefined;
  readonly onSelect: (state: string | undefined) => void;
}

/** The definition as a graph, in the colours of what happened. The list of states says the same in words. */
export function FlowGraph({ flow, trace, selected, onSelect }: FlowGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => layOutFlow(flow, layoutSizes(width)), [flow, width]);
  const { nodes, edges } = useMemo(
    () => graphElements({ flow, layout, trace, selected }),
    [flow, layout, trace, selected],
  );

  function onNodesChange(changes: NodeChange[]): void {
    const selection = changes.filter((change) => change.type === 'select');
    const chosen = selection.find((change) => change.selected);
    if (chosen) onSelect(chosen.id);
    else if (selection.length > 0) onSelect(undefined);
  }

  /** React Flow would take the focus from the state, and select one that is not. */
  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onSelect(undefined);
  }

  // Rather scrolled than too small to read.
  const scale = width === 0 ? 1 : Math.max(leastScale, Math.min(1, width / layout.width));
  const drawnWidth = Math.max(width, layout.width * scale);
  const { x: start = 0 } = layout.nodes.get(flowStart) ?? {};
  // Of what is scrolled, the way of an order that goes well is seen first.
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollLeft = start * scale - width / 2;
  }, [start, scale, width]);
  return (
    <div
      ref={frame}
      className={isNarrow(width) ? 'flow-graph without-labels' : 'flow-graph'}
      tabIndex={drawnWidth > width ? 0 : undefined}
      onKeyDownCapture={onEscape}
    >
      <div style={{ width: drawnWidth, height: layout.height * scale }}>
        {width > 0 && (
          <ReactFlow
            key={`${layout.width} ${width}`}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            defaultViewport={{ x: (drawnWidth - layout.width * scale) / 2, y: 0, zoom: scale }}
            minZoom={0.4}
            maxZoom={2}
            nodesDraggable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            deleteKeyCode={null}
            multiSelectionKeyCode={null}
            selectionKeyCode={null}
            zoomOnScroll={false}
            zoomOnPinch={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            panOnDrag={false}
            ariaLabelConfig={words}
          />
        )}
      </div>
    </div>
  );
}

/** Width of an element in CSS pixels, as it is now; 0 before it was measured. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(element.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
