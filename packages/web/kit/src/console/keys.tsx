import { useEffect, useEffectEvent } from 'react';

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="combobox"],[role="dialog"]') !== null)
  );
}

/** Ticks and buttons are inputs too, but nobody types into them. */
function isTypedInto(target: EventTarget | null) {
  return isTyping(target) && !(target instanceof HTMLInputElement && target.type === 'checkbox');
}

/** What has the focus answers to Enter or space itself; a link to Enter alone. */
function answersTo(key: string, target: EventTarget | null) {
  const answering = 'button, summary, input, [role="button"]';
  // A tick is ticked by the space bar; Enter it leaves alone, unless there is a form to send.
  if (key === 'Enter' && target instanceof HTMLInputElement && target.type === 'checkbox' && !target.form) return false;
  return target instanceof Element && ((key === 'Enter' && target.closest(`a, ${answering}`) !== null) || (key === ' ' && target.closest(answering) !== null));
}

/**
 * Does something on a single key, while nobody is typing and no dialog is open. Keys are in lower case.
 * @example useKeys({ j: next, k: previous, Escape: close })
 */
export function useKeys(keys: Readonly<Record<string, () => void>>) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
    if (answersTo(event.key, event.target)) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

export type KeyHint = {
  keys: readonly string[];
  label: string;
  /** 1–4 instead of 1 2 3 4. */
  isRange?: boolean;
};

/** The line at the foot that teaches a page's keys. `<KeysBar hints={[{ keys: ['J', 'K'], label: '上下' }]} />` */
export function KeysBar({ hints, all, onAll }: { hints: readonly KeyHint[]; all: string; onAll: () => void }) {
  return (
    <footer className="keys">
      {hints.map((hint) => (
        <KeyWords key={hint.label} {...hint} />
      ))}
      <span className="end">
        <button type="button" onClick={onAll}>
          <kbd>?</kbd>
          {all}
        </button>
      </span>
    </footer>
  );
}

/** One key with what it does, for the bar and the page of all keys. */
export function KeyWords({ keys, label, isRange }: KeyHint) {
  return (
    <span>
      {keys.map((key, index) => (
        <span key={key}>
          {isRange && index > 0 && '–'}
          <kbd>{key}</kbd>
        </span>
      ))}
      {label}
    </span>
  );
}
