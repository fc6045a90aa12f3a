import type { Guide } from './guide.js';

const words = '小区北门的路灯不亮，晚上回家看不清，盼早点修好。';

export const residentGuide: Guide = {
  name: 'resident',
  title: '居民指南',
  intro: '给住在这里的每一位居民。用手机扫社区的二维码，或者打开社区告诉您的网址，就到了居民页面；不登录也能看。读完大约十分钟。',
  login: 'resident',
  size: 'phone',
  steps: [
    {
      title: '先看一看',
      text: '首页有三样东西：邻居们说的心愿、身边的项目、公示。心愿下面那个小钩连着的，是社区的答复；还没有答复的，写着最晚哪天答复。\n\n左上角是您所在城区的名字，右上角“选社区”选好以后，首页先看您身边的。',
      picture: 'home',
      act: async (page) => {
        await page.goto('/t/qiaocheng/');
      },
    },
    {
      title: '写下心愿',
      text: '点“写下心愿”，照平常说话写就好：什么事，在哪里，盼怎样。再选送到哪个社区或网格，其他的可以不填。\n\n不登录也能写，最后凭手机验证码确认。写到一半没有网了，内容会留在手机上，有网再送。墙上怎样称呼您，由您自己选：“邓女士”，或者不显示；全名和电话从不公开。',
      picture: 'make-wish',
      act: async (page) => {
        await page.getByRole('link', { name: '写下心愿' }).first().click();
        await page.getByLabel('您盼着什么').fill(words);
      },
    },
    {
      title: '送出去，等回音',
      text: '送出以后，这一页就是您这条心愿的页面：现在到了哪一步，最晚哪天答复，谁来答复。第一次答复有期限，过了期限没有人答，会自动升级到上一级单位。',
      picture: 'sent',
      act: async (page, { wish }) => {
        await page.goto(`/t/qiaocheng/wishes/${wish}`);
      },
    },
    {
      title: '跟着它走',
      text: '“我的”里有您全部的心愿，谁有了新的答复一看就知道。心愿走的是同一条路：需求收集、项目策划、资源整合、监督评估；走到哪一步，圆圈就满到哪里。',
      picture: 'my-wishes',
      act: async (page) => {
        await page.goto('/t/qiaocheng/me/wishes');
      },
    },
    {
      title: '办成了没有，您说了算',
      text: '社区说“已实现”以后，请您来确认：点“办成了”，这条心愿就圆满了；点“还没办成”，写上还差什么，项目接着做。',
      picture: 'confirm',
      act: async (page, { doneWish }) => {
        await page.goto(`/t/qiaocheng/wishes/${doneWish}`);
      },
    },
    {
      title: '看项目，给项目打分',
      text: '“项目”里是全部公开的项目，可以按层级、方面、类型筛。打开一个项目，能看到谁在做、做过几次、每个月居民怎么评。正在评议的项目有“去评议”，优秀、良好、合格、不合格里选一个，也可以写几句话；一个月一次，结束前可以改。别人看不到是谁打的分。',
      picture: 'project',
      act: async (page, { ledgerProject }) => {
        await page.goto(`/t/qiaocheng/projects/${ledgerProject}`);
      },
    },
    {
      title: '给孩子报名',
      text: '正在报名的课程在首页，也在“我的”里的“正在报名的课程”。报名时请监护人逐条看同意书：留存哪些信息、用来做什么；不同意就不留存，以后也可以撤回。名额满了可以排队，有人退出会按顺序轮到您。',
      picture: 'enrol',
      act: async (page, { course, term }) => {
        await page.goto(`/t/qiaocheng/education/courses/${course}/terms/${term}`);
      },
    },
    {
      title: '看公示，提异议',
      text: '清单、评议结果、收费、招募都在“公示”里，不登录也能看。公示一条接着一条编号，发出去就改不了；有错的，只能再发一条更正。公示期内有不同意见，在公示页面写明理由，社区必须答复。',
      picture: 'notices',
      act: async (page) => {
        await page.goto('/t/qiaocheng/notices');
      },
    },
  ],
};
