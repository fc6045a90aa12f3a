import { indexOf, type FeatureSet } from '@weixiang/kernel';
import { ROLES } from '@weixiang/shared';
import { generatedNote, markdownTable } from './markdown.js';

const introduction = `# Permissions

Which role holds which permission, from the declarations of the features. A role is held at a unit and reaches what is
below it. Levels: \`unit\` holds within that subtree, and for departments over the types of work that their unit
oversees; \`tenant\` is about what belongs to no unit; \`own\` is about one's own records alone and is never granted on.
The tenant administrator holds every permission but those of level \`own\`, so as to be able to grant them.

What everybody may read without any permission stands in the \`*.abilities.ts\` of the nouns.`;

/** Permissions × roles, a table for each feature. */
export function permissionsReport(set: FeatureSet): string {
  const { permissionsOf } = indexOf(set);
  const roles = Object.entries(ROLES);
  const columns = roles.map(([, { zh }]) => zh.replace(/（.+）/, ''));
  const legend = markdownTable(['Role', 'Key', 'In English', 'Permissions'], roles.map(([key, { zh, en }]) => [zh, `\`${key}\``, en, String(permissionsOf(key).size)]));
  const features = set.features
    .map(({ declaration }) => declaration)
    .filter(({ permissions }) => Object.keys(permissions).length > 0)
    .map(({ name, label, permissions }) => {
      const rows = Object.entries(permissions).map(([permission, { label: { en }, level }]) => [
        `\`${permission}\``,
        en,
        level,
        ...roles.map(([role]) => (permissionsOf(role).has(permission) ? '●' : '')),
      ]);
      return `## ${label.en} (\`${name}\`)\n\n${markdownTable(['Permission', 'To', 'Level', ...columns], rows)}`;
    });
  return `${[generatedNote, introduction, `## Roles\n\n${legend}`, ...features].join('\n\n')}\n`;
}
