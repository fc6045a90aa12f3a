import { useQuery } from '@apollo/client/react';
import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Fetched } from '@weixiang/kit/console';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditUnitKindDocument, UnitKindsDocument } from './settings.documents.js';

/** Kinds that ledgers call differently may be one in English: then the Chinese name tells them apart. */
function isSharedIn(edges: readonly { node: { label: { en: string } } }[], name: string): boolean {
  return edges.filter(({ node }) => node.label.en === name).length > 1;
}

/** Which kinds of units bear people's names: residents read them as 唐某某. */
export function UnitKinds({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const result = useQuery(UnitKindsDocument);
  const edit = useRefusingMutation(EditUnitKindDocument, (data) => data.editUnitKind, { refetch: ['UnitKinds'] });
  return (
    <Fetched result={result} lines={[40, 40, 40]}>
      {({ vocabulary }) => (
        <>
          <ul className="list plugins">
            {vocabulary.edges.map(({ node }) => (
              <li key={node.id}>
                <b id={`kind-${node.id}`}>
                  {label(node.label)} {isSharedIn(vocabulary.edges, label(node.label)) && <span className="meta">{node.label.zh}</span>}
                </b>
                <Switch
                  checked={node.namesPeople}
                  disabled={!mayEdit}
                  loading={edit.isSending}
                  aria-labelledby={`kind-${node.id}`}
                  onChange={(namesPeople) => void edit.send({ id: node.id, version: node.version, namesPeople })}
                />
              </li>
            ))}
          </ul>
          {edit.refusals.all.map(({ message }) => (
            <p key={message} className="refused" role="alert">
              {message}
            </p>
          ))}
          {edit.problem && (
            <p className="refused" role="alert">
              {t(`kit:send.${edit.problem}`)}
            </p>
          )}
        </>
      )}
    </Fetched>
  );
}
