import type { Guide } from './guide.js';

export const partnerGuide: Guide = {
  name: 'partner',
  title: '合作单位指南',
  intro: '给承办项目的社会组织、企业、学校、医院的代表。您看得到本单位承办的项目和协议，登记做过的活动，也能用接口把自己的系统接进来。读完大约十分钟。',
  login: 'partner',
  size: 'desk',
  steps: [
    {
      title: '先成为代表',
      text: '区里准入您的单位以后，由区级工作人员在“合作单位”里指定谁是代表。从那一刻起，您用自己的账号登录工作台，首页就是本单位承办的项目，最近一个月居民评的等次写在右边。',
      picture: 'home',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console');
      },
    },
    {
      title: '看项目走到哪一步',
      text: '点开一个项目：四步工作法走到哪一步，协议里约定了哪五项（内容、频次、人员、场地、标准），做过几次，居民怎么评。下一步该谁办，也写在那里。',
      picture: 'project',
      act: async (page) => {
        await page.getByRole('region', { name: '承办的项目' }).getByRole('link').first().click();
      },
    },
    {
      title: '登记一次活动',
      text: '做完一次活动，在项目页面点“记一次活动”：日期、类型、人次、其中未成年人几人次，可以附照片。照片里的位置信息会自动去掉。登记的是谁，记录里都有。',
    },
    {
      title: '看协议',
      text: '“协议签约”里是本单位签过的全部协议。别的单位的，您看不到。',
      picture: 'agreements',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/agreements');
      },
    },
    {
      title: '看公示',
      text: '每个月的评议结果连同票数都会公示，公示期内可以提异议，写明理由，社区必须答复。',
      picture: 'notices',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/notices');
      },
    },
    {
      title: '用接口',
      text: '工作台做得到的，接口都做得到，权限完全一样：`POST /t/qiaocheng/graphql`，带上 `Authorization: Bearer` 和登录得到的令牌。每个类型、字段、参数都有说明，可以直接查询。想在有事时收到通知，请管理员在“设置”里登记一个回调地址：收到的只有事情的名称和编号，内容凭您自己的权限再来取。',
    },
  ],
};
