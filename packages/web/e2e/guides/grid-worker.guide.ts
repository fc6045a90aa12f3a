import type { Guide } from './guide.js';

export const gridWorkerGuide: Guide = {
  name: 'grid-worker',
  title: '网格员指南',
  intro: '给网格书记、网格员和楼栋长。您在工作台里做三件事：把居民的话记下来，按期限答复，把结果告诉居民。读完大约十分钟。',
  login: 'grid',
  size: 'desk',
  steps: [
    {
      title: '打开工作台',
      text: '工作台的网址是居民页面的网址后面加 console。第一次登录用发给您的一次性密码，登录后请换成自己的。\n\n“今日”是每天的第一页：“要您办的”按期限从急到缓排好，逾期的是红字，旁边写着升级到了哪里。',
      picture: 'today',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console');
      },
    },
    {
      title: '替居民登记',
      text: '入户、微信群、笑脸墙上听到的话，点右上角“代居民登记心愿”（或按 N）记下来。照居民的原话写；姓名和电话只有负责答复的人看得到。',
      picture: 'record',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/wishes/new');
      },
    },
    {
      title: '在收件箱里答复',
      text: '“心愿收件箱”按下一步该做什么分组：等首次答复的在最上面。用键盘最快：J、K 上下移动，1 到 4 定轻重缓急，R 答复，A 受理，D 不予受理（必须写理由）。按 ? 看全部快捷键。\n\n答复要说清楚三件事：谁、做什么、什么时候。写完居民马上能看到。',
      picture: 'inbox',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/wishes');
      },
    },
    {
      title: '看一条心愿的来龙去脉',
      text: '点开一条心愿，左边是居民的原话和每一次答复，右边是能走的下一步；走不了的也列着，旁边写着为什么。底下的记录里有谁在什么时候改过什么。',
      picture: 'wish',
      act: async (page, { wish }) => {
        await page.goto(`/t/qiaocheng/console/wishes/${wish}`);
      },
    },
    {
      title: '办成以后',
      text: '事情办成了，在心愿页面点“办成”，写上怎么办成的。居民会收到消息，由居民确认；居民说还没办成的，它会回到办理中。',
    },
    {
      title: '看自己的数字',
      text: '“成效报告”里每个数字都能点开，看到是哪些记录数出来的。您看到的是本网格的数。',
      picture: 'report',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/report');
      },
    },
  ],
};
