const systems = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/i],
  ['Android', /Android/i],
  ['iPhone', /iPhone/i],
  ['iPad', /iPad/i],
  ['Windows', /Windows/i],
  ['macOS', /Mac OS X|Macintosh/i],
  ['Linux', /Linux/i],
] as const;

const programs = [
  ['WeChat', /MicroMessenger/i],
  ['QQ', /\bQQ\//],
  ['Edge', /\bEdgA?\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
] as const;

/**
 * What a client calls itself, cut down to what a person knows their devices by; null when it says nothing known.
 * @example deviceOf('Mozilla/5.0 (Linux; Android 14) … Chrome/131.0 Mobile Safari/537.36') // 'Android, Chrome'
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const found = [systems, programs].flatMap((known) => known.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? []);
  return found.length > 0 ? found.join(', ') : null;
}
