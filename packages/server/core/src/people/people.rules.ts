const form = /^[a-z0-9.-]{3,40}$/;

/** A login as it is kept, lower case; null when no login is written so. `loginOf(' Admin') // 'admin'` */
export function loginOf(words: string): string | null {
  const login = words.trim().toLowerCase();
  return form.test(login) ? login : null;
}
