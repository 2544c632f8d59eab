/** What can be wrong with a whole file. What is wrong with one row or cell is a reject, not a problem. */
import { defineProblems } from "../../platform/problem.ts";

export const readingProblems = defineProblems({
  "reading.no-file": {
    status: 404,
    zh: "找不到文件“{file}”，请检查路径和文件名。",
    en: 'The file "{file}" was not found. Check the path and the name.',
  },
  "reading.empty": {
    status: 422,
    zh: "文件里没有内容，请确认导出成功后再上传。",
    en: "There is nothing in the file. Check that the export worked and upload it again.",
  },
  "reading.old-xls": {
    status: 415,
    zh: "这是旧版 .xls 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。",
    en: "This is an old .xls file. Open it in Excel or WPS, save it as .xlsx and upload that.",
  },
  "reading.encrypted": {
    status: 422,
    zh: "文件设有打开密码，请在 Excel 或 WPS 中取消密码后再上传。",
    en: "The file is protected by a password. Remove it in Excel or WPS and upload the file again.",
  },
  "reading.not-a-table": {
    status: 415,
    zh: "这不是 .xlsx 或 CSV 表格，请上传系统导出的 Excel 表。",
    en: "This is neither an .xlsx nor a CSV table. Upload the Excel export of the system.",
  },
  "reading.not-excel": {
    status: 415,
    zh: "这不是 Excel 文件：名字以 {extension} 结尾，内容却是普通文本。请上传系统导出的 .xlsx 原表。",
    en: "This is not an Excel file: its name ends with {extension}, but it holds plain text. Upload the original .xlsx export of the system.",
  },
  "reading.damaged": {
    status: 422,
    zh: "文件已损坏或不完整，请重新导出或另存为 .xlsx 后再上传。",
    en: "The file is damaged or incomplete. Export it again or save it as a new .xlsx.",
  },
  "reading.damaged-line": {
    status: 422,
    zh: "文件从第{line}行起读不下去（引号不成对或一行过长），请重新导出，或用 Excel 另存为 .xlsx 后再上传。",
    en: "The file cannot be read from line {line} on (an unpaired quote or an overlong line). Export it again, or save it in Excel as .xlsx.",
  },
  "reading.too-large": {
    status: 413,
    zh: "{zh}超过上限{limit}，请按乡镇分成几个文件上传。",
    en: "{en} exceeds the limit of {limit}. Split it into several files, for example by township.",
  },
  "reading.bomb": {
    status: 422,
    zh: "文件已损坏，或打开后的内容异常庞大，已拒绝读取；请用 Excel 另存为新的 .xlsx 后再上传。",
    en: "The file is damaged, or what is inside is abnormally large, so it was not read. Save it as a new .xlsx in Excel.",
  },
  "reading.encoding": {
    status: 422,
    zh: "认不出文件的文字编码，请在 Excel 中另存为“CSV UTF-8”或 .xlsx 后再上传。",
    en: 'The text encoding was not recognised. Save it in Excel as "CSV UTF-8" or .xlsx and upload that.',
  },
  "reading.not-recognised": {
    status: 422,
    zh: "没有认出这张表：前{rows}行里找不到花名册、收入台账或监测对象的表头。请上传系统导出的原表，或把表头改成与系统导出表相同的列名后再上传。",
    en: "The table was not recognised: the first {rows} rows hold no header of a roster, income ledger or monitoring export. Upload the original export, or give the columns the names of the export.",
  },
  "reading.columns-missing": {
    status: 422,
    zh: "“{sheet}”第{row}行像是表头，但缺少这些列：{zh}。请补上这些列，或把表头改成这些列名后再上传。",
    en: 'Row {row} of "{sheet}" looks like the header but these columns are missing: {en}. Add them, or give the columns these names, and upload the file again.',
  },
  "reading.mixed-layouts": {
    status: 422,
    zh: "一个文件里混有{zh}，请分成几个文件分别导入。",
    en: "One file mixes {en}. Split it and import the parts one by one.",
  },
  "reading.unknown-field": {
    status: 422,
    zh: "指定的字段“{field}”不存在，请从字段目录中选择。",
    en: 'The field "{field}" does not exist. Choose one of the field catalogue.',
  },
  "reading.too-slow": {
    status: 422,
    zh: "文件在{seconds}秒内没有读完，已停止；请按乡镇分成几个文件上传。",
    en: "The file was not read within {seconds} seconds and was given up. Split it into several files.",
  },
  "reading.out-of-memory": {
    status: 413,
    zh: "读取文件所需内存超过上限，已停止；请按乡镇分成几个文件上传。",
    en: "Reading the file needs more memory than allowed and was given up. Split it into several files.",
  },
  "reading.stopped": {
    status: 500,
    zh: "读取程序意外中止，数据没有改动；请重试，仍不行请联系管理员。",
    en: "The reading program stopped unexpectedly; nothing was changed. Try again, then ask the administrator.",
  },
});

export type ReadingProblemCode = keyof typeof readingProblems;
