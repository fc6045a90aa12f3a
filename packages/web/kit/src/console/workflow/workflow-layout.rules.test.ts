import { describe, expect, it } from 'vitest';
import { layOut, passedBefore, type DrawnWorkflow } from './workflow-layout.rules.js';

const life: DrawnWorkflow = {
  states: ['draft', 'review', 'running', 'closed', 'paused', 'correction', 'terminated'].map((name) => ({ name, label: name })),
  steps: [
    { name: 'submit', from: ['draft'], to: 'review' },
    { name: 'sendBack', from: ['review'], to: 'draft' },
    { name: 'start', from: ['review'], to: 'running' },
    { name: 'close', from: ['running'], to: 'closed' },
    { name: 'pause', from: ['running'], to: 'paused' },
    { name: 'resume', from: ['paused'], to: 'running' },
    { name: 'correct', from: ['running'], to: 'correction' },
    { name: 'terminate', from: ['correction'], to: 'terminated' },
  ],
};
const row = (current: string, which: 0 | 1) =>
  layOut(life, current)
    .nodes.filter((node) => node.row === which)
    .map((node) => node.name);

describe('the layout of a workflow', () => {
  it('puts the usual way forward above, and what leaves it below', () => {
    expect(row('running', 0)).toEqual(['draft', 'review', 'running', 'closed']);
    expect(row('running', 1)).toEqual(['paused', 'correction', 'terminated']);
  });

  it('gives every state a place of its own', () => {
    const places = layOut(life, 'running').nodes.map((node) => `${node.column}/${node.row}`);
    expect(new Set(places).size).toBe(life.states.length);
  });

  it('places a state below the one that it is left for', () => {
    const paused = layOut(life, 'running').nodes.find((node) => node.name === 'paused');
    expect(paused?.column).toBe(2);
  });

  it('draws the way back only from where the case stands', () => {
    const back = (current: string) => layOut(life, current).edges.some((edge) => edge.from === 'review' && edge.to === 'draft');
    expect(back('review')).toBe(true);
    expect(back('running')).toBe(false);
  });

  it('counts as past what lies before the present state, from a side state too', () => {
    const { nodes } = layOut(life, 'paused');
    expect([...passedBefore(life, nodes, 'running')]).toEqual(['draft', 'review']);
    expect([...passedBefore(life, nodes, 'paused')]).toEqual(['draft', 'review', 'running']);
  });
});
