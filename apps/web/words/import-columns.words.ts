/** Words of the columns of an imported file, and of those that are not used. */
export const zh = {
  unusedColumns: "未使用的列",
  unusedHint: "这些列的内容没有写入台账。文件本身不改动；原因逐列如下。",
  columnCount: "{{n}} 列",
  sheet: "表",
  recognised: "认作",
  notRecognised: "不认识",
  whyUnused: "为什么不用",
  unusedReason: {
    leftOut: "人工指定不采用",
    computed: "由系统根据其他列计算，不从文件读取",
    repeats: "户主以成员行为准，省、市以行政区划为准，不从这一列读取",
    fromRegister: "这种表只更新在册的户，住址和成员以台账为准",
    otherTemplate: "属于另一种表：{{templates}}",
    repeated: "与前面的列同名，只用前一列；如果是另一项，请在“列的对应”中指定",
    unit: "列名里的单位不能换算成这一项的单位；请在“列的对应”中指定，或改正列名",
    noField: "台账暂时没有这一项",
    unknown: "列名不认识；如果台账有这一项，请在“列的对应”中指定",
  },
};

export const en: typeof zh = {
  unusedColumns: "Columns not used",
  unusedHint: "Nothing of these columns is written to the register. The file stays as it is; the reasons:",
  columnCount: "{{n}} columns",
  sheet: "Sheet",
  recognised: "Recognised as",
  notRecognised: "Not known",
  whyUnused: "Why it is not used",
  unusedReason: {
    leftOut: "Left out by a person",
    computed: "Computed from other columns, not read from files",
    repeats:
      "The head is read from the rows of the members, province and city from the places; not from this column",
    fromRegister: "This kind of file only updates: places and members are as the register has them",
    otherTemplate: "Belongs to another kind of file: {{templates}}",
    repeated: "An earlier column has the same label and is used; if this is another field, choose it above",
    unit: "The unit in the label cannot be turned into the unit of the field: choose the field above, or mend the label",
    noField: "The register has no field for it yet",
    unknown: "Not known; if the register has such a field, choose it above",
  },
};
