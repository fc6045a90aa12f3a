import type { Page } from 'playwright-core';

/** Opens the wish with these words in the inbox; its details stand beside the list. */
async function openWish(page: Page, words: string) {
  await page.getByRole('link', { name: '心愿收件箱' }).click();
  await page.getByRole('searchbox', { name: '查原话' }).fill(words.slice(0, 12));
  await page.getByRole('row', { name: words }).click();
  const wish = page.getByRole('complementary', { name: '心愿' });
  await wish.getByText(words).waitFor();
  return wish;
}

/** Gives the wisher a first answer, which accepts the wish. */
export async function answerWish(page: Page, { words, answer }: { words: string; answer: string }): Promise<void> {
  const wish = await openWish(page, words);
  await wish.getByRole('button', { name: '答复' }).click();
  await wish.getByLabel('答复居民的话').fill(answer);
  await wish.getByRole('form', { name: '答复' }).getByRole('button', { name: '答复' }).click();
  await wish.getByText(answer).waitFor();
}

/** Gathers an answered wish into a new demand. */
export async function acceptIntoDemand(page: Page, { words, answer, demand }: { words: string; answer: string; demand: string }): Promise<void> {
  const wish = await openWish(page, words);
  await wish.getByRole('button', { name: '归集' }).click();
  const form = wish.getByRole('form', { name: '归集' });
  await form.getByLabel('答复居民的话').fill(answer);
  await form.getByLabel('新需求的名称').fill(demand);
  await form.getByRole('button', { name: '归集' }).click();
  await wish.getByText(answer).waitFor();
}
