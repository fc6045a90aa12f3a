/** The tenant's one character in a square. The name stands beside it, so the seal itself is silent. */
export function Seal({ character }: { character: string }) {
  return (
    <span className="seal" aria-hidden="true">
      {character}
    </span>
  );
}
