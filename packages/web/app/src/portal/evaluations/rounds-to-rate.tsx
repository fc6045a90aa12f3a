import { useQuery } from '@apollo/client/react';
import { dotted, useFormat } from '@weixiang/kit';
import { Band, Row } from '@weixiang/kit/portal';
import { lastDay } from './last-day.rules.js';
import { RoundsToRateDocument } from './evaluations.documents.js';
import { useWords } from './words.js';

/** The projects that wait for this resident's rating; nothing when there are none. */
export default function RoundsToRate() {
  const te = useWords();
  const { day } = useFormat();
  const { data } = useQuery(RoundsToRateDocument, { fetchPolicy: 'cache-and-network' });
  const rounds = data?.roundsToRate ?? [];
  if (rounds.length === 0) return null;
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
