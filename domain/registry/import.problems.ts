/** What can go wrong about an import as a whole; what is wrong with a row is a reject. */
import { mapConstraints } from "../../platform/db/constraint-problems.ts";
import { defineProblems } from "../../platform/problem.ts";

export const importProblems = defineProblems({
  "import.no-rows": {
    status: 422,
    zh: "表头下面没有一行数据，没有可以导入的内容。请确认导出时选了数据，再重新上传。",
    en: "There is no row below the header, so nothing to import. Check that the export had data and upload it again.",
  },
  "import.year-needed": {
    status: 400,
    zh: "文件里看不出是哪个年度的台账，请指定年度。",
    en: "The file does not say which year its book is of: name the year.",
  },
  "import.year-odd": {
    status: 400,
    zh: "{year}年不会有台账：年度应在{first}至{last}之间，请核对后重新指定。",
    en: "There is no book of {year}: a year lies between {first} and {last}. Check it and name it again.",
  },
  "import.not-found": {
    status: 404,
    zh: "在您负责的地区里没有这次导入。",
    en: "There is no such import in your area.",
  },
  "import.not-ready": {
    status: 409,
    zh: "这次导入现在是“{state}”状态，不能执行；请刷新后查看。",
    en: "This import is {state} and cannot be applied now: reload to see where it stands.",
  },
  "import.not-failed": {
    status: 409,
    zh: "这次导入现在是“{state}”状态，不需要重新读取；请刷新后查看。",
    en: "This import is {state} and need not be read again: reload to see where it stands.",
  },
  "import.broken-off": {
    status: 500,
    zh: "导入多次中断，没有完成，台账没有任何改动。请重新读取文件再试；若再次失败，请联系系统管理员查看日志。",
    en: "The import was interrupted several times and did not finish; nothing was changed. Read the file again; if it fails again, ask your administrator to read the log.",
  },
  "import.unknown-column": {
    status: 422,
    zh: "文件里没有“{column}”这一列；请刷新后重新选择。",
    en: 'The file has no column "{column}": reload and choose again.',
  },
  "import.unknown-row": {
    status: 422,
    zh: "文件里没有第{row}行，或者那一行是表头；请刷新后按页面所列的行改正。",
    en: "The file has no row {row}, or it is the header: reload and correct the rows that the page lists.",
  },
  "import.field-not-here": {
    status: 422,
    zh: "“{column}”列所选的字段不能用于这种表；请另选字段或选“不采用”。",
    en: 'The field chosen for "{column}" does not belong in this kind of file: choose another one, or leave the column out.',
  },
  "import.field-twice": {
    status: 422,
    zh: "“{zh}”对应了两列；请只留一列，另一列选“不采用”。",
    en: 'Two columns are "{en}": keep one and leave the other out.',
  },
  "import.columns-needed": {
    status: 422,
    zh: "按这样的对应，文件就认不出了：缺少必需的列（{zh}）。请为必需的字段保留一列。",
    en: "Mapped like this the file would not be recognised: columns it needs would be gone ({en}). Keep a column for each.",
  },
  "import.cell-unreadable": {
    status: 422,
    zh: "{zh}。",
    en: "Not taken: {en}.",
  },
  "import.corrections-unchecked": {
    status: 409,
    zh: "有{count}处改正还没有核对，请先重新核对再写入。",
    en: "{count} corrected cells are not checked yet: check the file again, then apply.",
  },
  "import.rejected-file-not-found": {
    status: 404,
    zh: "没有找到这份文件：只有生成人本人可取，保留{days}天。请重新生成。",
    en: "This file was not found: only who asked for it may fetch it, for {days} days. Have it made again.",
  },
  "import.not-undoable": {
    status: 409,
    zh: "这次导入不能撤销：没有可以恢复原值的户，或者已经在撤销。请刷新后查看。",
    en: "This import cannot be undone: no household has values to restore, or it is being undone already. Reload to see.",
  },
  "import.not-closable": {
    status: 409,
    zh: "只有上传人可以停止自己这次导入的提醒，而且要有不合格的行或待指定的列。请刷新后查看。",
    en: "Only who uploaded this file can stop being reminded of it, and only while it has rejected rows or unknown columns. Reload to see.",
  },
  "import.undo-over": {
    status: 409,
    zh: "已过可以撤销的期限，导入前的值不再保留。要改回来，请把导入前的文件重新导入，或在户页面逐户更正。",
    en: "The time for undoing this import is over, and the former values are no longer kept. Import the file from before once more, or correct the households on their pages.",
  },
  "import.nothing-undone": {
    status: 409,
    zh: "没有撤销：这些户在导入之后都有改动，或者台账已锁定。请到户页面逐户更正。",
    en: "Nothing was undone: all these households changed since the import, or their book is locked. Correct them one by one on their pages.",
  },
  "import.no-file": {
    status: 400,
    zh: "请选择一个 .xlsx 或 .csv 文件再上传。",
    en: "Choose an .xlsx or .csv file and upload it.",
  },
  "import.bad-year": {
    status: 400,
    zh: "年度应为2010到2100之间的四位数字。",
    en: "The year has four digits, from 2010 to 2100.",
  },
  "import.county-needed": {
    status: 403,
    zh: "只有县级和乡镇的岗位可以上传文件，请换用县级岗位。",
    en: "Only roles in a county or township upload files: act under such a role.",
  },
  "import.identity-changes-unconfirmed": {
    status: 409,
    zh: "有{count}户的户主与全部成员均变更，疑似编号重复，本次未写入任何数据。请先核对这些户编号；确认无误的，请勾选“确认身份变更”后再执行（命令行先用 --dry-run 查看校验值，再加 --confirm-identity-changes 校验值）。",
    en: "In {count} households the head and all members are others than on the books, as when a number was given twice; nothing was written. Check these household numbers first. If they are right, confirm the changed identities and apply again (on the command line: --dry-run shows a digest, give it to --confirm-identity-changes).",
  },
  "import.identity-changes-differ": {
    status: 409,
    zh: "您核对之后台账又有变动，户主与全部成员均变更的户（现有{count}户）与您看到的不同，本次未写入任何数据。请查看重新生成的预览（命令行再用 --dry-run），核对后再确认。",
    en: "The register changed after you looked: the households whose head and members are all others ({count} now) are not those you saw, and nothing was written. Look at the fresh preview (on the command line: --dry-run again), then confirm.",
  },
  "import.identity-taken-meanwhile": {
    status: 409,
    zh: "导入期间有人在别处登记了同一证件号码，本次未写入任何数据；请重新预览后再执行。",
    en: "Meanwhile the same id number was registered elsewhere; nothing was written. Preview again, then apply.",
  },
});

export type ImportProblemCode = keyof typeof importProblems;

mapConstraints({ person_identity_pk: importProblems["import.identity-taken-meanwhile"] });
