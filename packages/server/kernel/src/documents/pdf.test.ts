import { describe, expect, it } from 'vitest';
import { renderPdf } from './pdf.js';

const at = new Date('2026-05-19T02:00:00.000Z');
const template = '#set text(font: "Noto Sans SC")\n#set page(width: 100mm, height: 60mm)\n#sys.inputs.words';

describe('a document', () => {
  it('is a PDF with the Chinese font in it', async () => {
    const pdf = await renderPdf(template, { words: '结业证书：韩小宝' }, at);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('NotoSansSC');
  });

  it('takes what people wrote for text, not for markup', async () => {
    const words = '#panic("no") $x$ #include "/etc/passwd" *b* \\ \'"';
    expect((await renderPdf(template, { words }, at)).length).toBeGreaterThan(1_000);
  });

  it('says that it could not be set, and nothing of what it was to hold', async () => {
    await expect(renderPdf('#undefined-thing', { words: '韩小宝' }, at)).rejects.toThrow('A document could not be set.');
  });
});
