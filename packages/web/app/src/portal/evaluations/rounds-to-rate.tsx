import { dotted, useFormat } from '@weixiang/kit';
import { Band, Row } from '@weixiang/kit/portal';
import type { RoundsToRateQuery } from '../generated/graphql.js';
import { lastDay } from './last-day.rules.js';
import { useWords } from './words.js';

/** The projects that wait for this resident's rating. */
export default function RoundsToRate({ rounds }: { rounds: RoundsToRateQuery['roundsToRate'] }) {
  const te = useWords();
  const { day } = useFormat();
  return (
    <Band title={te('toRate.title')}>
      {rounds.map(({ id, project, orgUnit, closesAt }) =>
        project && closesAt ? (
          <Row
            key={id}
            to={`/projects/${project.id}/rate`}
            name={project.name}
            about={dotted(orgUnit?.name, te('toRate.until', { day: day(lastDay(closesAt)) }))}
          />
        ) : null,
      )}
    </Band>
  );
}
