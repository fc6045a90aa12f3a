import type { Page } from 'playwright-core';

/** The tenant's today as a date field wants it: `2026-05-19`. A visitor's clock is the tenant's. */
export function today(page: Page, daysLater = 0): Promise<string> {
  return page.evaluate((days) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  }, daysLater);
}
