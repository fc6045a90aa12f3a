import { tenantSlug } from '../session/tenant-slug.js';

const keptAs = (form: string) => `weixiang.draft.${tenantSlug()}.${form}`;
const keptAsideAs = (form: string) => `${keptAs(form)}.aside`;

/** Under which name the key of a form’s last attempt is kept beside its draft; it goes where the draft goes. */
export const attemptOf = (form: string) => `${keptAs(form)}.attempt`;

/** The draft of a form that the device keeps; only what the form still asks for. */
export function keptDraft<Draft extends Record<string, string>>(form: string, blank: Draft): Partial<Draft> {
  return fitting(read(keptAs(form)), blank);
}

/** Drafts of a form that were laid aside for another, oldest first. */
export function asideOf<Draft extends Record<string, string>>(form: string, blank: Draft): Draft[] {
  const kept = read(keptAsideAs(form));
  return Array.isArray(kept) ? kept.map((each) => ({ ...blank, ...fitting(each, blank) })) : [];
}

/** Keeps a draft, or nothing. */
export function keepDraft(form: string, draft: object | undefined): void {
  write(keptAs(form), draft);
}

/** Keeps what was laid aside. */
export function keepAside(form: string, drafts: readonly object[]): void {
  write(keptAsideAs(form), drafts.length > 0 ? drafts : undefined);
}

/** Removes a draft from the device, once sent; the oldest that was laid aside takes its place. */
export function forgetDraft(form: string): void {
  const kept = read(keptAsideAs(form));
  const [next, ...others]: unknown[] = Array.isArray(kept) ? kept : [];
  write(keptAs(form), next);
  write(keptAsideAs(form), others.length > 0 ? others : undefined);
}

/** What the device keeps of one field of a form, draft by draft, where something was written there. `unsent('wish', 'words')` */
export function unsent(form: string, field: string): string[] {
  const aside = read(keptAsideAs(form));
  return [read(keptAs(form)), ...(Array.isArray(aside) ? aside : [])].flatMap((draft) => fitting(draft, { [field]: '' })[field]?.trim() || []);
}

/** Removes every draft from the device: somebody signed out, perhaps on a neighbour's phone. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keptAs(''))) localStorage.removeItem(key);
  } catch {
    // There was nothing to remove.
  }
}

function fitting<Draft extends Record<string, string>>(kept: unknown, blank: Draft): Partial<Draft> {
  const entries = Object.entries(kept ?? {}).filter(([name, value]) => name in blank && typeof value === 'string');
  return Object.fromEntries(entries) as Partial<Draft>; // names and types were just compared with the blank's
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null; // nothing was kept, or storage is forbidden
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage a draft lives as long as the page.
  }
}
