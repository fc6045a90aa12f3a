import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type PageHeadProps = {
  title: string;
  /** What stands beside the title: the state. */
  beside?: ReactNode;
  /** The way here; the last step, the record's own number or code, leads nowhere. */
  crumbs?: readonly { label: string; to?: string }[];
  meta?: ReactNode;
  /** Name and value pairs under the title; those without a value are left out. */
  facts?: [name: string, value: ReactNode][];
  /** At most one main button among them. */
  actions?: ReactNode;
};

/**
 * The head of a page; names the browser's tab too.
 * @example <PageHead title="合作单位" meta="72 家" actions={<Button>…</Button>} />
 */
export function PageHead({ title, beside, crumbs, meta, facts, actions }: PageHeadProps) {
  const { t } = useTranslation('kit');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="page">
      <div>
        {crumbs && (
          <nav className="crumb" aria-label={t('crumbs')}>
            {crumbs.map((crumb, index) => (
              <span key={crumb.label}>
                {index > 0 && ' / '}
                {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
              </span>
            ))}
          </nav>
        )}
        <h1>
          {title}
          {beside}
        </h1>
        {meta && <p className="meta">{meta}</p>}
        {facts && (
          <dl className="facts">
            {facts
              .filter(([, value]) => value)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        )}
      </div>
      {actions && <div className="acts">{actions}</div>}
    </div>
  );
}
