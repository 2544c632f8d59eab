/** Words of undoing an import. */
export const zh = {
  undo: "撤销本次导入",
  undoHint: "撤销会把 {{n}} 户恢复为导入前的值，记为新的版本并留下记录；不删除任何数据。",
  undoUntil: "{{until}} 前可以撤销。",
  undoOver: "可以撤销的期限是 {{until}}，已过；导入前的值不再保留。要改回来，请把导入前的文件重新导入。",
  undoOthers: "另有 {{n}} 户不动，原因见下。",
  undoNothing: "本次导入不能撤销：写入的都是新增的户，或改了成员、证件号码、帮扶人、地址的户。",
  undoUnknown: "这次导入写入时没有保留原值，不能撤销。要改回来，请把导入前的文件重新导入。",
  undoAsk: "确定把 {{n}} 户恢复为导入前的值吗？此后又有改动的户不会被覆盖。",
  undoConfirm: "确定撤销",
  undoDrop: "不撤销",
  undoingHint: "正在恢复导入前的值。可以离开本页；全部成功才会生效。",
  undone: "已撤销：{{restored}} 户恢复为导入前的值，{{left}} 户未动。",
  leftAlone: "撤销时不动的 {{n}} 户",
  leftAloneList: "撤销时不动的户",
  leftReason: {
    created: "由本次导入新增",
    composition: "本次导入改了成员、证件号码、帮扶人或地址",
    locked: "台账已锁定",
    changed: "导入之后又有改动",
  },
  leftInstead: {
    created: "仍然在册；没有事项不能注销，请核对后按程序办理",
    composition: "请把导入前的文件重新导入，或在户页面更正",
    locked: "确需更正请按更正程序办理",
    changed: "请在户页面逐户更正",
  },
};

export const en: typeof zh = {
  undo: "Undo this import",
  undoHint:
    "Undoing writes the values of {{n}} households as they were before the import, as a new version on record; nothing is deleted.",
  undoUntil: "It can be undone until {{until}}.",
  undoOver:
    "It could be undone until {{until}}; the former values are no longer kept. To go back, import the file from before once more.",
  undoOthers: "{{n}} others are left alone; the reasons stand below.",
  undoNothing:
    "This import cannot be undone: it wrote only new households, or such whose members, id numbers, helper or place it changed.",
  undoUnknown:
    "Nothing was kept to undo this import with. To go back, import the file from before once more.",
  undoAsk:
    "Write the values of {{n}} households as they were before the import? Households changed since are not overwritten.",
  undoConfirm: "Undo it",
  undoDrop: "Leave it",
  undoingHint: "The former values are being written. You can leave; it counts only when all of it succeeded.",
  undone: "Undone: {{restored}} households are as they were before the import, {{left}} were left alone.",
  leftAlone: "{{n}} households that undoing leaves alone",
  leftAloneList: "Households left alone",
  leftReason: {
    created: "New with this import",
    composition: "Members, id numbers, helper or place changed by this import",
    locked: "Book locked",
    changed: "Changed since the import",
  },
  leftInstead: {
    created: "stays in the book; without a case nothing is taken off it: check it and follow the procedure",
    composition: "import the file from before once more, or correct it on the household's page",
    locked: "use the correction procedure",
    changed: "correct it on the household's page",
  },
};
