/** Common Chinese surnames, nine people in ten bear one of them: to make names up. */

export const surnames = characters(
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
);
export const rareSurnames = ["欧阳", "上官", "诸葛", "单", "䶮", "仇", "查", "卜", "令狐"] as const;

/** The characters of a text that is not empty. */
export function characters(text: string): readonly [string, ...string[]] {
  const [first = "", ...rest] = text;
  return [first, ...rest];
}
