import type { Page } from 'playwright-core';
import type { World } from '../world.js';

/** One thing to do: what is said about it, and what is done on the page before its picture is taken. */
export interface GuideStep {
  title: string;
  /** Paragraphs in Markdown, Chinese. */
  text: string;
  /** Name of its picture, unique in the guide; left out where words are enough. */
  picture?: string;
  /** Does it, the way that the text tells. */
  act?: (page: Page, world: World) => Promise<void>;
}

/** A guide of ten minutes for one role. */
export interface Guide {
  /** Name of its file in docs/guides, without extension. */
  name: string;
  title: string;
  intro: string;
  /** Demo account that it is told with; nobody where it is left out. */
  login?: string;
  size: 'phone' | 'desk';
  steps: readonly GuideStep[];
}

/** The guide as the file of docs/guides. */
export function writtenGuide({ name, title, intro, steps }: Guide): string {
  const parts = steps.map(({ title: heading, text, picture }, at) =>
    [`## ${at + 1}. ${heading}`, text.trim(), ...(picture ? [`![${heading}](images/${name}-${picture}.png)`] : [])].join('\n\n'),
  );
  return `${[`# ${title}`, intro.trim(), ...parts].join('\n\n')}\n`;
}
