import type { Guide } from './guide.js';

export const communitySecretaryGuide: Guide = {
  name: 'community-secretary',
  title: '社区书记指南',
  intro: '给社区党委书记和两委干部。心愿在您这里变成需求，需求变成项目，项目每月由居民评。读完大约十分钟。',
  login: 'community',
  size: 'desk',
  steps: [
    {
      title: '早上先看这一页',
      text: '“今日”回答五个问题：什么在等我，心愿卡在哪一步，居民在盼什么，哪些网格落后了，这一周有什么活动。“哪些单位落后了”比的是比例，不是条数，大小网格一样公平；记录不足 5 条的不排。',
      picture: 'today',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console');
      },
    },
    {
      title: '把心愿归成需求',
      text: '答复过的心愿要归集：说的是一回事的，归到同一个需求里。点一条心愿的“归集”，选一个已有的需求，或者新开一个。归在一起的每一位居民，以后都会收到答复。',
      picture: 'demands',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/demands');
      },
    },
    {
      title: '为需求立项',
      text: '打开需求，点“为它立项”，选类型，写方案和负责人。立项以后，需求里每条心愿的居民都会看到“已立项”。',
      picture: 'create-project',
      act: async (page, { demand }) => {
        await page.goto(`/t/qiaocheng/console/projects/new?demand=${demand}`);
      },
    },
    {
      title: '一步一步往下走',
      text: '项目页面最上面是四步工作法走到了哪一步，下面的流程图画着走过的、现在的、能走的和暂时走不了的。右边“下一步”里，点不动的按钮旁边写着原因。签约前先记协议：内容、频次、人员、场地、标准五项约定。',
      picture: 'project',
      act: async (page, { project }) => {
        await page.goto(`/t/qiaocheng/console/projects/${project}`);
      },
    },
    {
      title: '找得到每一个项目',
      text: '“项目”就是项目丛林：按层级、方面、类型、状态筛，每个选项后面是有多少个。筛好的网址可以直接发给别人。表头可以选显示哪些列，右上角导出 Excel。',
      picture: 'projects',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/projects');
      },
    },
    {
      title: '每月评议和公示',
      text: '每月的评议到点自动开、自动关。结果连同票数自动公示，公示期里有异议的，由您答复；期满没有异议，结果就定了。不合格的先整改，再不合格的提出清退建议，由人来定，从不自动清退。',
      picture: 'evaluations',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/evaluations');
      },
    },
  ],
};
