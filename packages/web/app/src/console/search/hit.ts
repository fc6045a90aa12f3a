import { useLabel, type IconName } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { FoundFragment } from '../generated/graphql.js';

type FoundNode = FoundFragment['edges'][number]['node'];

/** A found record as it is shown: where it leads, what it is called, what stands beside it. */
export type Hit = { id: string; to: string; name: string; beside: string; icon: IconName; isWords?: boolean };

/** Turns found records into lines. `const hitOf = useHits(); edges.flatMap(({ node }) => hitOf(node) ?? [])` */
export function useHits(): (node: FoundNode) => Hit | null {
  const { t } = useTranslation();
  const label = useLabel();
  const beside = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  return (node) => {
    switch (node.noun) {
      case 'Wish':
        return { id: node.id, to: `/wishes/${node.id}`, name: node.words, beside: beside(node.orgUnit?.name, t(`kit:wishState.${node.wishState}`)), icon: 'wish', isWords: true };
      case 'Demand':
        return { id: node.id, to: `/demands/${node.id}`, name: node.title, beside: beside(t('search.kind.demand'), node.orgUnit?.name), icon: 'merge' };
      case 'Partner':
        return { id: node.id, to: `/partners/${node.id}`, name: node.partnerName, beside: beside(t('nav.partners'), node.creditCode), icon: 'support' };
      case 'Person':
        return { id: node.id, to: `/people/${node.id}`, name: node.personName ?? '', beside: beside(t('search.kind.person'), node.orgUnit?.name), icon: 'account' };
      case 'OrgUnit':
        return { id: node.id, to: `/units/${node.id}`, name: node.unitName, beside: node.kind ? label(node.kind.label) : '', icon: 'organisation' };
      case 'Notice':
        return { id: node.id, to: `/notices/${node.id}`, name: node.noticeTitle, beside: t('search.kind.notice', { number: node.number }), icon: 'notice' };
      default:
        // Projects of whatever type; a plugin's own kinds are not asked for.
        if (!('projectName' in node)) return null;
        return { id: node.id, to: `/projects/${node.id}`, name: node.projectName, beside: beside(node.orgUnit?.name, t(`kit:projectState.${node.projectState}`)), icon: 'project' };
    }
  };
}
