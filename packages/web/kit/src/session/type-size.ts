const keptAs = 'weixiang.type';

/** Whether the reader wants large type on this device. */
export function hasLargeType(): boolean {
  return document.documentElement.dataset['type'] === 'large';
}

/** Sets letters half as large again, or back, and keeps the choice for the next visit. */
export function setLargeType(isLarge: boolean): void {
  wear(isLarge);
  try {
    if (isLarge) localStorage.setItem(keptAs, 'large');
    else localStorage.removeItem(keptAs);
  } catch {
    // The choice then lasts for this visit alone.
  }
}

/** Wears what was chosen before, before anything is painted. */
export function wearTypeOfLastVisit(): void {
  try {
    wear(localStorage.getItem(keptAs) === 'large');
  } catch {
    // Storage is forbidden: letters stay as they are.
  }
}

function wear(isLarge: boolean): void {
  if (isLarge) document.documentElement.dataset['type'] = 'large';
  else delete document.documentElement.dataset['type'];
}
