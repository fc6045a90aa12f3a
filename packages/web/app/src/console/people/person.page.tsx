import { useQuery } from '@apollo/client/react';
import { useHolds, useSession } from '@weixiang/kit';
import { Button, ButtonLink, Fetched, PageHead } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MissingPage } from '../missing.page.js';
import { ClosePersonDialog } from './close-person-dialog.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { PersonDocument } from './people.documents.js';
import { useAccount } from './person-columns.js';
import { PersonRoles } from './person-roles.js';
import { ResetPasswordDialog } from './reset-password-dialog.js';
import './people.css';

type Doing = 'grant' | 'reset' | 'close';

/** One person: where they belong, which roles they hold, held and will hold, and their account. */
export default function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const holds = useHolds();
  const { viewer } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const result = useQuery(PersonDocument, { variables: { id, today: viewer.today }, fetchPolicy: 'cache-and-network' });
  const accountOf = useAccount();
  const stop = () => setDoing(undefined);
  return (
    <Fetched result={result}>
      {({ person }) => {
        if (!person) return <MissingPage />;
        const { name, phone, orgUnit, isClosed, hasLogin } = person;
        const isAnother = person.id !== viewer.person?.id;
        return (
          <>
            <PageHead
              title={name ?? t('people.unnamed')}
              crumbs={[{ label: t('nav.people'), to: '/people' }, { label: name ?? t('people.unnamed') }]}
              beside={isClosed && <span className="chip">{t('people.accounts.closed')}</span>}
              facts={[
                [
                  t('wish.unit'),
                  orgUnit && (
                    <Link className="link" to={`/units/${orgUnit.id}`}>
                      {orgUnit.name}
                    </Link>
                  ),
                ],
                [t('units.phone'), phone],
                [t('people.account'), !isClosed && accountOf(person)],
              ]}
              actions={
                <>
                  {holds('access.explain') && <ButtonLink to={`/access?person=${person.id}`}>{t('access.title')}</ButtonLink>}
                  {!isClosed && isAnother && holds('person.manage') && (
                    <>
                      {hasLogin && <Button onPress={() => setDoing('reset')}>{t('people.reset')}</Button>}
                      <Button tone="grave" onPress={() => setDoing('close')}>
                        {t('people.close')}
                      </Button>
                    </>
                  )}
                  {!isClosed && holds('role.grant') && (
                    <Button icon="add" onPress={() => setDoing('grant')}>
                      {t('people.grant')}
                    </Button>
                  )}
                </>
              }
            />
            <PersonRoles person={person} />
            <ResetPasswordDialog person={doing === 'reset' ? { id: person.id, name: name ?? '' } : undefined} onClose={stop} />
            {doing === 'close' && <ClosePersonDialog person={person} onClose={stop} />}
            <GrantRoleDialog unit={orgUnit ?? undefined} person={person} isOpen={doing === 'grant'} onClose={stop} />
          </>
        );
      }}
    </Fetched>
  );
}
