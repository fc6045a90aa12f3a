import { Icon } from '../marks/icon.js';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** One thing to open: its name, one line about it, and at the right what it stands at. */
export function Row({
  to,
  name,
  about,
  standing,
  before,
}: {
  to: string;
  name: string;
  about?: ReactNode;
  standing?: ReactNode;
  before?: ReactNode;
}) {
  return (
    <Link className="row" to={to}>
      {before}
      <div>
        <b>{name}</b>
        {about ? <span className="meta">{about}</span> : null}
      </div>
      {standing}
      <Icon name="next" />
    </Link>
  );
}
