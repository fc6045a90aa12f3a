import type { Guide } from './guide.js';

export const districtOfficerGuide: Guide = {
  name: 'district-officer',
  title: '区级工作人员指南',
  intro: '给组织部门和区直部门的工作人员。您看全区，评审项目，导入台账，出报告。读完大约十分钟。',
  login: 'organiser',
  size: 'desk',
  steps: [
    {
      title: '看全区',
      text: '“今日”里“哪些单位落后了”可以选看什么（按时首次答复、心愿实现、居民满意度）和比哪一级（街道、社区、网格），竖线是平均数。点单位名打开它的报告。',
      picture: 'today',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console?levels=2');
      },
    },
    {
      title: '导入台账',
      text: '把 Excel 台账拖进“导入台账”。先“试导入”：什么都不留下，只告诉您哪些行收得下，哪些行为什么收不下。正式导入以后，收不下的行可以下载下来，改好再导；同一份文件导第二次，什么都不会重复。',
      picture: 'imports',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/imports');
      },
    },
    {
      title: '看一次导入的结果',
      text: '收下几行、原来就有几行、退回几行，每一行的原因都写着行号和列名。',
      picture: 'import',
      act: async (page, world) => {
        await page.goto(`/t/qiaocheng/console/imports/${world.import}`);
      },
    },
    {
      title: '评审项目',
      text: '等您评审的项目在“今日”的“要您办的”里。打开项目，看它答复了哪些需求、方案怎么写，点“评审通过”或“退回修改”（写明意见）。区直部门只看自己那类项目，但看得到每个社区的。',
      picture: 'project',
      act: async (page, { project }) => {
        await page.goto(`/t/qiaocheng/console/projects/${project}`);
      },
    },
    {
      title: '出报告',
      text: '“成效报告”选好年份和单位，数字当场从记录里数出来，没有一个是手填的。右上角导出 Excel 或打印。',
      picture: 'report',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/report?period=2025');
      },
    },
    {
      title: '每个数字都能追到底',
      text: '点“记录”打开一个数字：每月走势、口径、怎样构成（按渠道、类别、单位……），还有它数的每一条记录，点进去就是居民的原话。',
      picture: 'figure',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/report?period=2025&figure=wishes.collected');
      },
    },
  ],
};
