import { useEffect, useId, useRef } from 'react';
import { linesOf } from './label-lines.rules.js';
import { layOut, passedBefore, type DrawnEdge, type DrawnNode, type DrawnWorkflow } from './workflow-layout.rules.js';

type WorkflowDiagramProps = {
  workflow: DrawnWorkflow;
  current: string;
  /** Days on which states were entered, already in words, where they are known. */
  days?: ReadonlyMap<string, string>;
  /** Names of the steps that are allowed now. */
  allowed: ReadonlySet<string>;
  label: string;
  legend: { past: string; now: string; next: string; off: string };
};

type Look = 'past' | 'now' | 'next' | 'off';

const WIDTH = 66.5;
const HEIGHT = 40;
/** What a label may fill of its box. */
const ROOM = WIDTH - 6;
const STEP = 98.85;
const ROW = [56, 148] as const;

/**
 * A workflow drawn from its definition: solid what is allowed, dashed what is not.
 * @example <WorkflowDiagram workflow={definition} current="RUNNING" allowed={new Set(['pause'])} … />
 */
export function WorkflowDiagram({ workflow, current, days, allowed, label, legend }: WorkflowDiagramProps) {
  const id = useId();
  const { nodes, edges, columns } = layOut(workflow, current);
  const at = new Map(nodes.map((node) => [node.name, node]));
  const past = passedBefore(workflow, nodes, current);
  const frame = useRef<HTMLDivElement>(null);
  const here = at.get(current);
  const middle = here ? left(here) + WIDTH / 2 : 0;
  useEffect(() => {
    // Where the drawing is wider than its place, the present state is what stands in it.
    if (frame.current) frame.current.scrollLeft = middle - frame.current.clientWidth / 2;
  }, [middle]);
  const lookOf = (name: string): Look => {
    if (name === current) return 'now';
    if (edges.some((edge) => edge.to === name && edge.from === current && edge.steps.some((step) => allowed.has(step))))
      return 'next';
    return past.has(name) ? 'past' : 'off';
  };
  const edgeLook = (edge: DrawnEdge): Exclude<Look, 'now'> => {
    if (edge.from === current) return edge.steps.some((step) => allowed.has(step)) ? 'next' : 'off';
    const isWalked = past.has(edge.from) && (past.has(edge.to) || edge.to === current) && at.get(edge.to)?.row === 0;
    return isWalked ? 'past' : 'off';
  };
  const width = Math.max(columns * STEP - 30, 300);
  const height = nodes.some((node) => node.row === 1) ? 232 : 140;
  return (
    <div ref={frame} className="wf-scroll" tabIndex={0} role="group" aria-label={label}>
      <svg className="wf" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <defs>
          {(['past', 'next', 'off'] as const).map((look) => (
            <marker
              key={look}
              id={`${id}-${look}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto-start-reverse"
            >
              <path className={`head is-${look}`} d="M0 .5L7.5 4 0 7.5z" />
            </marker>
          ))}
        </defs>
        {edges.map((edge) => {
          const from = at.get(edge.from);
          const to = at.get(edge.to);
          const look = edgeLook(edge);
          return (
            from &&
            to && (
              <path
                key={`${edge.from} ${edge.to}`}
                className={`edge is-${look}`}
                d={pathOf(from, to)}
                markerEnd={`url(#${id}-${look})`}
              />
            )
          );
        })}
        {nodes.map((node) => (
          <g key={node.name}>
            <g className={`node is-${lookOf(node.name)}`}>
              <rect x={left(node)} y={ROW[node.row]} width={WIDTH} height={HEIGHT} rx="4" />
              {linesOf(node.label, ROOM).map(({ words, isSqueezed }, index, lines) => (
                <text
                  key={words}
                  x={left(node) + WIDTH / 2}
                  y={ROW[node.row] + (lines.length === 1 ? 25 : 17 + index * 16)}
                  textAnchor="middle"
                  textLength={isSqueezed ? ROOM : undefined}
                  lengthAdjust="spacingAndGlyphs"
                >
                  {words}
                </text>
              ))}
            </g>
            {days?.get(node.name) && (
              <text className="d" x={left(node) + WIDTH / 2} y={ROW[node.row] - 10} textAnchor="middle">
                {days.get(node.name)}
              </text>
            )}
          </g>
        ))}
        {(['past', 'now', 'next', 'off'] as const).map((look, index) => (
          <g key={look} transform={`translate(${index * 84 + 1} ${height - 20})`}>
            <g className={`node is-${look}`}>
              <rect width="14" height="14" rx="3" />
            </g>
            <text className="d" x="20" y="11">
              {legend[look]}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function left(node: DrawnNode) {
  return node.column * STEP + 1;
}

function pathOf(from: DrawnNode, to: DrawnNode) {
  const start = left(from);
  const end = left(to);
  const middle = ROW[from.row] + HEIGHT / 2;
  const isBeside = from.row === to.row && to.column === from.column + 1;
  if (isBeside) return `M${start + WIDTH + 2} ${middle}H${end - 3}`;
  if (from.row === to.row) {
    // Under the states between, so that the line crosses none of them, and no date.
    const edge = ROW[from.row] + HEIGHT;
    const bow = edge + 14;
    return `M${start + WIDTH / 2 + 8} ${edge}V${bow}H${end + WIDTH / 2 - 8}V${edge}`;
  }
  const down = to.row === 1;
  const offset = Math.sign(to.column - from.column) * 16 + (down ? 0 : 8);
  const exit = down ? ROW[0] + HEIGHT + 2 : ROW[1] - 2;
  const entry = down ? ROW[1] - 3 : ROW[0] + HEIGHT + 3;
  return `M${start + WIDTH / 2 + offset} ${exit}V126H${end + WIDTH / 2 + (down ? 0 : 12)}V${entry}`;
}
