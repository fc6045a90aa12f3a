import { useApolloClient, useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { Fetched } from '@weixiang/kit/console';
import { Tree, type TreeDataNode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitBranchFragment } from '../generated/graphql.js';
import { useWhere } from '../shell/where.js';
import { TopUnitDocument, TopUnitsDocument, UnitChildrenDocument } from './units.documents.js';

type UnitTreeProps = { chosen: string | undefined; onChoose: (unit: string) => void };

/** The tree below the viewer's unit; a level is fetched when it is opened. Arrow keys walk it. */
export function UnitTree({ chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const client = useApolloClient();
  const { place } = useWhere();
  const [children, setChildren] = useState<ReadonlyMap<string, readonly UnitBranchFragment[]>>(new Map());
  const own = useQuery(TopUnitDocument, { variables: { id: place?.id ?? '' }, skip: !place });
  const roots = useQuery(TopUnitsDocument, { variables: { filter: { isRoot: true } }, skip: Boolean(place) });
  const tops = place
    ? [own.data?.orgUnit].filter((unit) => unit !== undefined)
    : roots.data?.orgUnits.edges.map(({ node }) => node);
  const result = place ? own : roots;

  const open = async (id: string) => {
    const found: UnitBranchFragment[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await client.query({ query: UnitChildrenDocument, variables: { id, after }, fetchPolicy: 'network-only' });
      const page = data?.orgUnit?.children;
      found.push(...(page?.edges.map(({ node }) => node) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after);
    setChildren((before) => new Map(before).set(id, found));
  };
  const nodeOf = (unit: UnitBranchFragment): TreeDataNode => ({
    key: unit.id,
    isLeaf: unit.childCount === 0,
    title: (
      <>
        <span className={unit.isClosed ? 'is-closed' : undefined}>{unit.name}</span>{' '}
        <span className="meta">
          {unit.kind && label(unit.kind.label)}
          {unit.childCount > 0 && ` ${unit.childCount}`}
        </span>
      </>
    ),
    children: children.get(unit.id)?.map(nodeOf),
  });
  return (
    <Fetched<unknown> result={result} lines={[32, 32, 32, 32]}>
      {() => {
        const units = (tops ?? []).filter((unit) => unit !== null);
        if (units.length === 0) return <Empty>{t('units.none')}</Empty>;
        return (
          <Tree
            aria-label={t('nav.units')}
            blockNode
            defaultExpandedKeys={units.map(({ id }) => id)}
            selectedKeys={chosen ? [chosen] : []}
            treeData={units.map(nodeOf)}
            loadData={({ key }) => (children.has(String(key)) ? Promise.resolve() : open(String(key)))}
            onSelect={(_, { node }) => onChoose(String(node.key))}
          />
        );
      }}
    </Fetched>
  );
}
