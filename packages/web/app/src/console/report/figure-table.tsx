import { Empty, Icon, useFormat, useLabel } from '@weixiang/kit';
import { ButtonLink, Spark } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { byStep, type Figure } from './report.rules.js';
import { useFigureWriting } from './use-figure-writing.js';

type FigureTableProps = { figures: readonly Figure[]; open: string; onOpen: (key: string) => void };

/** The figures under the four steps: value, unit, months, definition, and the records behind each. */
export function FigureTable({ figures, open, onOpen }: FigureTableProps) {
  const { t } = useTranslation();
  if (figures.length === 0)
    return <Empty action={<ButtonLink to="/imports">{t('imports.start')}</ButtonLink>}>{t('report.none')}</Empty>;
  return (
    <table className="tbl rep">
      <thead>
        <tr>
          <th className="st">{t('report.steps')}</th>
          <th>{t('report.figure')}</th>
          <th className="num">{t('report.value')}</th>
          <th>
            <span className="sr-only">{t('report.unit')}</span>
          </th>
          <th className="trend">{t('report.months')}</th>
          <th className="def">{t('report.definition')}</th>
          <th className="num">{t('report.records')}</th>
        </tr>
      </thead>
      {byStep(figures).map(({ step, figures: ofStep }) => (
        <tbody key={step}>
          {ofStep.map((figure, index) => (
            <tr key={figure.key} className={figure.key === open ? 'is-on' : undefined}>
              {index === 0 && (
                <th className="st" scope="rowgroup" rowSpan={ofStep.length}>
                  <i aria-hidden="true">{step}</i>
                  <b>{t(`kit:step.${step}.name`)}</b>
                  <span>{t(`report.stepSays.${step}`)}</span>
                </th>
              )}
              <FigureCells figure={figure} isOpen={figure.key === open} onOpen={onOpen} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function FigureCells({ figure, isOpen, onOpen }: { figure: Figure; isOpen: boolean; onOpen: (key: string) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { number } = useFormat();
  const write = useFigureWriting();
  const name = figure.label;
  return (
    <>
      <td className="name">{name}</td>
      <td className="num v">{write.value(figure)}</td>
      <td className="u">{write.unit(figure)}</td>
      <td className="trend">
        {figure.months ? <Spark months={figure.months} /> : <span className="meta">{t('report.stock')}</span>}
      </td>
      <td className="def d" title={label(figure.definition)}>
        {label(figure.definition)}
      </td>
      <td className="num open">
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? '' : figure.key)}
        >
          {t('report.recordCount', { count: figure.records.totalCount, shown: number(figure.records.totalCount) })}
          <span className="sr-only">{t('report.openRecords', { name })}</span>
          <Icon name="next" />
        </button>
      </td>
    </>
  );
}
