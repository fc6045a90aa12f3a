import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signInToConsole, signInToPortal, visit } from './browser.js';
import { sendTo } from './resident.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const run = String(Date.now()).slice(-6);
const words = `${run}号楼道灯不亮，拍了照片。`;
const unit = '光明社区第一网格党支部';

/** A photo as a telephone would give it. */
async function photo(page: Page, name: string, color: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const address = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = fill;
    pen?.fillRect(0, 0, 800, 600);
    return canvas.toDataURL('image/jpeg');
  }, color);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] ?? '', 'base64') };
}

it('sends photos with a wish from a phone, keeps one that fails, and staff hide one that shows too much', async () => {
  const { page: phone, mishaps } = await visit(browser, { size: 'small' });
  await signInToPortal(phone, 'resident');
  await phone.goto('/t/qiaocheng/wishes/new');
  await phone.getByLabel('您盼着什么').fill(words);
  const photos = phone.getByRole('group', { name: /照片/ });
  const add = photos.locator('input[type=file]');
  await add.setInputFiles([await photo(phone, 'a.jpg', '#3a7d5b'), await photo(phone, 'b.jpg', '#a62b23'), { name: 'c.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('none') }]);
  await photos.getByRole('alert').filter({ hasText: '请选 JPEG、PNG 或 WebP 照片。' }).waitFor();
  await sendTo(phone, unit);
  await phone.getByRole('button', { name: '送出心愿' }).click();
  await photos.getByText('有照片没有传上来').waitFor();
  await photos.getByRole('button', { name: '移除照片 3' }).click();

  // What has arrived is not lost when the page is opened again.
  await photos.getByRole('progressbar').first().waitFor({ state: 'detached' });
  await phone.reload();
  await phone.getByRole('button', { name: '移除照片 2' }).waitFor();
  await phone.getByRole('button', { name: '送出心愿' }).click();
  await phone.getByText('心愿已送到，答复会写在这里。').waitFor();
  const strip = phone.getByRole('list', { name: '照片' }).getByRole('img');
  await strip.nth(1).waitFor();
  expect(await strip.first().evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(480);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  const address = phone.url().split('/wishes/')[1]?.split('?')[0] ?? '';
  const { page: desk, mishaps: deskMishaps } = await visit(browser);
  await signInToConsole(desk, 'grid');
  await desk.goto(`/t/qiaocheng/console/wishes/${address}`);
  await desk.getByRole('button', { name: '隐藏照片' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('为什么隐藏').fill('拍到了孩子的脸');
  await dialog.getByRole('button', { name: '隐藏照片' }).click();
  await desk.getByRole('button', { name: '重新显示' }).waitFor();
  await desk.getByText('工作人员已隐藏：拍到了孩子的脸').waitFor();

  const { page: passerBy } = await visit(browser, { size: 'small' });
  await passerBy.goto(`/t/qiaocheng/wishes/${address}`);
  await passerBy.getByRole('list', { name: '照片' }).getByRole('img').first().waitFor();
  expect(await passerBy.getByRole('list', { name: '照片' }).getByRole('img').count()).toBe(1);
  await phone.reload();
  await phone.getByText('工作人员已隐藏：拍到了孩子的脸').waitFor();
  // The wall shows them small, without the hidden one, each in its place.
  await passerBy.goto('/t/qiaocheng/wishes');
  const small = passerBy.getByRole('article').filter({ hasText: words }).getByRole('img', { name: '照片' });
  await small.first().waitFor();
  expect(await small.count()).toBe(1);
  expect(await small.first().evaluate((img: HTMLImageElement) => img.decode().then(() => [img.naturalWidth, img.offsetWidth, img.offsetHeight]))).toEqual([480, 88, 88]);
  // The one photo that was none is all that went wrong.
  expect(mishaps.filter((mishap) => !mishap.includes('400'))).toEqual([]);
  expect(deskMishaps).toEqual([]);
});
