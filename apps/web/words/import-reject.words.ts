/** Words of what an import does not take, and of putting it right. */
export const zh = {
  rejects: "不合格的行和户",
  rejectsHint:
    "一处是一行，或因为这一行而没有接受的一整户，都不会写入。可以直接填写正确的值再重新核对；也可以先写入其余合格的行，改正文件后再次导入即可补上。",
  rejectsNone: "没有不合格的行",
  outside: "不归您写入",
  outsideHint: "这些户不在您负责的范围内，不是错误，不用改，由所属地区导入。",
  outsideOnlyHint: "文件里的户都不在您负责的范围内，没有需要写入的内容，本次导入已结束。",
  notWrittenCount: "不合格 {{rejected}} 处，不归上传人写入 {{outside}} 户",
  village: "村",
  value: "文件中的值",
  emptyCell: "第 {{row}} 行“{{column}}”应为空",
  makeEmpty: "应为空",
  correctedEmpty: "已改为空",
  close: "不再提醒",
  closeReason: "不再提醒的理由（不写姓名、证件号码）",
  closed: "{{when}} 起不再提醒：{{reason}}",
  remarks: "未采用的值",
  remarksHint: "这些行会写入，只是这一格的值没有采用；改正后再次导入同一文件即可补上。",
  right: "正确的值",
  rightValue: "第 {{row}} 行“{{column}}”正确的值",
  correctHere: "在此填写，回车保存",
  correctedAgain: "已改，可重填",
  corrected: "已改",
  notHere: "请在文件中改正",
  unchecked: "已改 {{n}} 处，还没有核对。改完后请重新核对，再写入；离开本页不会丢失。",
  checkAgain: "用改正后的值重新核对",
};

export const en: typeof zh = {
  rejects: "Bad rows and households",
  rejectsHint:
    "Each place is a row, or a whole household that was not taken because of it. They are not written. Type the right values here and check again; or write the good rows now and import a corrected file to add the rest.",
  rejectsNone: "No bad row",
  outside: "Not yours to write",
  outsideHint:
    "These households are outside your area. Nothing is wrong with them: their own place imports them.",
  outsideOnlyHint:
    "All households of the file are outside your area: nothing to write, the import has ended.",
  notWrittenCount: "{{rejected}} rejected; {{outside}} households not the uploader's to write",
  village: "Village",
  value: "In the file",
  emptyCell: "{{column}} in row {{row}} should be empty",
  makeEmpty: "Should be empty",
  correctedEmpty: "Now empty",
  close: "Do not remind me",
  closeReason: "Why nothing is to be mended (no names, no id numbers)",
  closed: "No reminder since {{when}}: {{reason}}",
  remarks: "Values left out",
  remarksHint:
    "These rows are written, only the value of this cell is not taken; import the corrected file again to add it.",
  right: "Right value",
  rightValue: "Right value of {{column}} in row {{row}}",
  correctHere: "Type it here, Enter keeps it",
  correctedAgain: "Corrected; type again to change",
  corrected: "Corrected",
  notHere: "Correct it in the file",
  unchecked:
    "{{n}} cells corrected and not checked yet. Check the file again before writing; nothing is lost when you leave.",
  checkAgain: "Check again with the corrections",
};
