/**
 * A year at a glance beside its figure. Hidden from readers of the screen: the figure says it. Rows that are compared share
 * one `top`. `<Spark months={[54, 43]} />`
 */
export function Spark({ months, top = Math.max(...months, 1) }: { months: readonly number[]; top?: number }) {
  const step = 120 / Math.max(months.length, 12);
  return (
    <svg className="spark" viewBox="0 0 120 20" width="120" height="20" preserveAspectRatio="none" aria-hidden="true">
      {months.map((value, index) => {
        const height = value > 0 ? Math.max((value / top) * 18, 1) : 1;
        return <rect key={index} x={index * step + 0.5} y={20 - height} width={step - 2} height={height} />;
      })}
    </svg>
  );
}

type MonthBarsProps = {
  /** One value a month with the month's label, oldest first. */
  bars: readonly { label: string; value: number }[];
  label: string;
  format?: (value: number) => string;
};

/** Months as bars with their values above them. `<MonthBars label="2025年每月微心愿条数" bars={bars} />` */
export function MonthBars({ bars, label, format = String }: MonthBarsProps) {
  const top = Math.max(...bars.map((bar) => bar.value), 1);
  const step = 304 / Math.max(bars.length, 1);
  return (
    <svg
      className="months"
      viewBox="0 0 304 120"
      width="100%"
      role="img"
      aria-label={`${label} ${bars.map((bar) => `${bar.label} ${format(bar.value)}`).join(', ')}`}
    >
      {bars.map((bar, index) => {
        const height = (bar.value / top) * 80;
        const middle = index * step + step / 2;
        return (
          <g key={bar.label}>
            <rect x={index * step + 3} y={100 - height} width={Math.max(step - 6, 2)} height={height} />
            {(bars.length <= 12 || bar.value === top) && (
              <text className="v" x={middle} y={94 - height} textAnchor="middle">
                {format(bar.value)}
              </text>
            )}
            <text x={middle} y="116" textAnchor="middle">
              {bar.label}
            </text>
          </g>
        );
      })}
      <path d="M0 100.5H304" />
    </svg>
  );
}

/** Shares as thin bars between name and figure. `<SplitBars rows={[{ label: '微信群', value: 149 }]} />` */
export function SplitBars({ rows }: { rows: readonly { label: string; value: number; written?: string }[] }) {
  const top = Math.max(...rows.map((row) => row.value), 1);
  return (
    <table className="split">
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <td>{row.label}</td>
            <td aria-hidden="true">
              <i style={{ width: `${(row.value / top) * 100}%` }} />
            </td>
            <td>{row.written ?? row.value.toLocaleString('zh-CN')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Votes of one round, excellent to fail, as one bar; `of` is the length that the longest bar stands for. */
export function GradeBar({ votes, of }: { votes: readonly [number, number, number, number]; of: number }) {
  return (
    <span className="grades" aria-hidden="true">
      {votes.map(
        (count, index) =>
          count > 0 && <i key={index} className={`g${index + 1}`} style={{ width: `${(count / Math.max(of, 1)) * 100}%` }} />,
      )}
    </span>
  );
}
