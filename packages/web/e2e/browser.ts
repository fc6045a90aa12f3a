import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { inject } from 'vitest';

/** Sizes at which pages are looked at: a small phone, the phone of the design, a tablet, a desk. */
export const sizes = {
  small: { width: 360, height: 780 },
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
} as const;

/** One installed Chromium for a file of tests. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['WEIXIANG_CHROMIUM'],
    // Nothing may reach out of this machine, and what is drawn must not depend on it.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--font-render-hinting=none'],
  });
}

/** Somebody at a screen of their own: a page, and everything that went wrong in it. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts and of the console, and requests that failed, in words. */
  mishaps: string[];
  /** Waits until the page has its title and asks for nothing more. */
  settle: () => Promise<void>;
}

/** A new visitor, signed in nowhere. `await visit(browser, { size: 'phone' })` */
export async function visit(browser: Browser, { size = 'desk', language = 'zh' }: { size?: keyof typeof sizes; language?: 'zh' | 'en' } = {}): Promise<Visitor> {
  const isPhone = size === 'small' || size === 'phone';
  const context = await browser.newContext({
    baseURL: inject('address'),
    viewport: sizes[size],
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  // The product speaks Chinese until somebody chooses otherwise on the device.
  if (language === 'en') await context.addInitScript(() => localStorage.setItem('weixiang.language', 'en'));
  // What React recovers from says why only here.
  await context.addInitScript(() =>
    addEventListener('error', ({ error }) => {
      if (error instanceof Error && error.cause instanceof Error) reportError(new Error(`caused by ${error.cause.stack}`));
    }),
  );
  return openPage(context);
}

/** Another page of the same visitor, beside what is open: it is signed in as that is, and loads nothing that is there already. */
export async function openPage(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage();
  return { page, context, mishaps: mishapsOf(page), settle: settling(page) };
}

function mishapsOf(page: Page): string[] {
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`script: ${error.message} at ${page.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') mishaps.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // What a page no longer needs when it is left is given up, which is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') mishaps.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) mishaps.push(`response: ${response.status()} ${response.url()}`);
  });
  return mishaps;
}

function settling(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    for (let calm = 0; calm < 4; calm = pending.size === 0 ? calm + 1 : 0) await page.waitForTimeout(50);
    // The lines that stand while something is waited for have no words to go by.
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
  };
}

/** Signs in without a page, for visits that are about something else. */
export async function signIn({ context }: Visitor, login: string, tenant: string): Promise<void> {
  const query = 'mutation ($login: String!) { signIn(input: { login: $login, password: "weixiang-demo" }) { person { id } } }';
  const response = await context.request.post(`/t/${tenant}/graphql`, { data: { query, variables: { login } } });
  if (!response.ok()) throw new Error(await response.text());
}

/** Signs in at the console's own page. */
export async function signInToConsole(page: Page, login: string, tenant = 'qiaocheng'): Promise<void> {
  await page.goto(`/t/${tenant}/console`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill('weixiang-demo');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** Signs in at the portal's own page. */
export async function signInToPortal(page: Page, login: string, tenant = 'qiaocheng'): Promise<void> {
  await page.goto(`/t/${tenant}/sign-in?by=password`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill('weixiang-demo');
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
}
