/** Words of confirming an import: what can be undone, and the question before what cannot. */
export const zh = {
  willUndo: "写入后可以撤销其中 {{n}} 户的变更，期限见回执。",
  willNotUndoNew: "新增的 {{n}} 户写入后不能撤销：撤销只恢复改过的值，销户要另走程序。",
  willNotUndoLinked: "另有 {{n}} 户不能撤销：改了成员、证件号码、帮扶人或地址。",
  writeAskNew: "这次写入的都是新增户，不能撤销。确定写入 {{n}} 户吗？",
  writeAsk: "这次写入的都不能撤销。确定写入 {{n}} 户吗？",
  writeConfirm: "确定写入",
  writeDrop: "先不写入",
  headless: "{{n}} 户的户主一行被退回，写入后没有户主；请先更正户主一行再核对，或写入后改正文件再次导入",
};

export const en: typeof zh = {
  willUndo: "After writing, the changes of {{n}} households can be undone; the receipt says until when.",
  willNotUndoNew:
    "{{n}} new households cannot be undone: undoing restores changed values; taking a household off the book has a procedure of its own.",
  willNotUndoLinked: "{{n}} others cannot be undone: their members, id numbers, helper or place change.",
  writeAskNew: "All of it is new and cannot be undone. Write {{n}} households?",
  writeAsk: "None of it can be undone. Write {{n}} households?",
  writeConfirm: "Write them",
  writeDrop: "Not yet",
  headless:
    "Of {{n}} households the row of the head is rejected: they are written without a head. Correct that row and check again, or import a corrected file later",
};
