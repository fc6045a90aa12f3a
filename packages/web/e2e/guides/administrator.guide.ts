import type { Guide } from './guide.js';

export const administratorGuide: Guide = {
  name: 'administrator',
  title: '管理员指南',
  intro: '给区县的租户管理员。您管组织、人员、设置和对外接口；不替别人办事。读完大约十分钟。',
  login: 'admin',
  size: 'desk',
  steps: [
    {
      title: '组织',
      text: '“组织”左边是组织树，一级一级展开，或者直接查名称；键盘方向键也能走。右边是选中单位的情况。新建、修改、移动、合并、关闭都在这里：移动、合并、关闭先看会改变什么，再定日期，到了那天自动生效，之前可以取消。',
      picture: 'units',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/units');
      },
    },
    {
      title: '人员与任职',
      text: '选中单位，点“任命”给人一个任职（“人员”一页列出所有人，勾选几位可以一起任命，十秒内可撤回）：从哪天起，到哪天止。任职管到整个下级。您给不出自己没有的权限。忘了密码的，点开这个人，再点“重置密码”，得到一个只能用一次的密码，登录后必须自己换掉。出差时可以把任职委托给别人一段时间，到期自动收回。',
      picture: 'unit',
      act: async (page, { unit }) => {
        await page.goto(`/t/qiaocheng/console/units/${unit}`);
      },
    },
    {
      title: '设置',
      text: '品牌名称、印章字、颜色、首次答复期限、评议的权重和门槛都在“设置”里，改了立即生效；已经开始的评议按开始时的规则走完。',
      picture: 'settings',
      act: async (page) => {
        await page.goto('/t/qiaocheng/console/settings');
      },
    },
    {
      title: '项目类型与功能',
      text: '在“设置”里打开或停用一类项目。停用以后，它的页面、菜单、接口马上不见，资料都留着；再打开，原样回来。',
    },
    {
      title: '导出和审计',
      text: '每张表都能导出成和导入一样的台账；谁在什么时候导出了什么，都有记录。每条记录底下的“办理记录”说得出谁在什么时候把什么改成了什么。审计员什么都能看，什么都不能改。',
      picture: 'wish',
      act: async (page, { doneWish }) => {
        await page.goto(`/t/qiaocheng/console/wishes/${doneWish}`);
      },
    },
  ],
};
