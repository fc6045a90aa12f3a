import { iconPaths, type IconName } from './icon.paths.js';

/** A line drawing beside a word. It is silent: the word next to it is the name. `<Icon name="write" />` */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `i ${className}` : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {iconPaths[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
