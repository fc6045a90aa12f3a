import type { MouseEvent, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import type { IconName } from '../marks/icon.paths.js';
import { Icon } from '../marks/icon.js';

type Look = {
  /** main: the one action of a view; can: a step allowed now; grave: asks before it acts; bare: beside another. */
  tone?: 'plain' | 'main' | 'can' | 'grave' | 'bare';
  isSmall?: boolean;
  icon?: IconName;
  /** The key that does the same, shown on the button. */
  shortcut?: string;
  children: ReactNode;
};

function lookOf({ tone = 'plain', isSmall }: Look) {
  return ['btn', tone !== 'plain' && `is-${tone}`, isSmall && 'is-small'].filter(Boolean).join(' ');
}

type ButtonProps = Look & {
  onPress?: (event: MouseEvent<HTMLButtonElement>) => void;
  type?: 'button' | 'submit';
  /** The button stays in reach of the keyboard and does nothing; say why beside it and name that element here. */
  isLocked?: boolean;
  reasonId?: string;
  isBusy?: boolean;
  /** Whether a choice that it stands for is made. */
  isPressed?: boolean;
  /** Whether what it opens stands open. */
  isExpanded?: boolean;
  label?: string;
  ref?: Ref<HTMLButtonElement>;
};

/**
 * A button that can be locked without leaving the keyboard's reach.
 * @example <Button tone="main" shortcut="R" onPress={answer}>答复</Button>
 */
export function Button({ onPress, type = 'button', isLocked, reasonId, isBusy, isPressed, isExpanded, label, ref, ...look }: ButtonProps) {
  return (
    <button
      ref={ref}
      type={type}
      className={lookOf(look)}
      aria-disabled={isLocked || isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-describedby={reasonId}
      aria-label={label}
      onClick={(event) => {
        if (!isLocked && !isBusy) return onPress?.(event);
        event.preventDefault();
      }}
    >
      {isLocked ? <Icon name="lock" /> : look.icon && <Icon name={look.icon} />}
      {look.children}
      {look.shortcut && <kbd>{look.shortcut}</kbd>}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. `<ButtonLink to="/wishes/new">` */
export function ButtonLink({ to, ...look }: Look & { to: string }) {
  return (
    <Link to={to} className={lookOf(look)}>
      {look.icon && <Icon name={look.icon} />}
      {look.children}
      {look.shortcut && <kbd>{look.shortcut}</kbd>}
    </Link>
  );
}
