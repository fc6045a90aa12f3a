import type { Text } from '@weixiang/shared';

/** What for learners are looked at. The Chinese words are what is written down with each reading, whoever reads in whichever language. */
export const purposes = {
  check: { zh: '核对报名资格', en: 'Checking eligibility' },
  contact: { zh: '联系学员或家长', en: 'Contacting the learner or parents' },
  class: { zh: '上课点名', en: 'Taking attendance' },
  handOver: { zh: '核对接送人', en: 'Checking who collects the child' },
  print: { zh: '打印证书', en: 'Printing the certificate' },
} as const satisfies Record<string, Text>;

/** A purpose as it was written down, to be read in either language; one of somebody's own words stands as it is. */
export function purposeText(written: string): Text {
  return Object.values(purposes).find(({ zh }) => zh === written) ?? { zh: written, en: written };
}
