/** A line of a label; squeezed when it is wider than its room even so. */
export type LabelLine = { words: string; isSqueezed: boolean };

/** The label of a state in one line, or in two where it has a space and one is too narrow. Widths are those of 14 px text. */
export function linesOf(label: string, room: number): LabelLine[] {
  const words = label.split(' ');
  const middle = Math.ceil(words.length / 2);
  const isOneLine = words.length === 1 || widthOf(label) <= room;
  const lines = isOneLine ? [label] : [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  return lines.map((line) => ({ words: line, isSqueezed: widthOf(line) > room }));
}

function widthOf(line: string): number {
  return [...line].reduce((width, character) => width + (character > '\u2e80' ? 14 : 7.5), 0);
}
