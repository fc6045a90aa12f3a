/** How a wisher wants to be called on the wall. */
export type Address = 'sir' | 'madam' | 'hidden';

// Surnames of two characters that a Chinese reader would never cut in half.
const compound = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
  '独孤',
  '轩辕',
  '闻人',
  '澹台',
];

/** The surname of a Chinese name: “韩” of 韩建国, “欧阳” of 欧阳文. */
export function surnameOf(name: string): string {
  const trimmed = name.trim();
  return compound.find((surname) => trimmed.startsWith(surname)) ?? trimmed.slice(0, 1);
}

/** What the wall shows of a wisher: “韩先生”, “邓女士”, or empty for nothing. Never a full name. */
export function wallName(name: string, address: Address): string {
  const surname = surnameOf(name);
  if (address === 'hidden' || surname === '') return '';
  return address === 'sir' ? `${surname}先生` : `${surname}女士`;
}
