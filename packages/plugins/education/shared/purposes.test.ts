import { describe, expect, it } from 'vitest';
import { purposeText, purposes } from './purposes.js';

describe('a purpose that was written down', () => {
  it('is read in either language, whoever wrote it', () => {
    expect(purposeText('上课点名')).toEqual(purposes.class);
    expect(purposeText(purposes.print.zh).en).toBe('Printing the certificate');
  });

  it('stands as it is where somebody said it in words of their own', () => {
    expect(purposeText('家长来电核实')).toEqual({ zh: '家长来电核实', en: '家长来电核实' });
  });
});
