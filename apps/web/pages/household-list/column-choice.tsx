/** Chooses the columns of the list. */
import { TableOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { type ColumnName, columnNames } from "./columns.ts";

export function ColumnChoice({
  shown,
  onChange,
}: {
  shown: ColumnName[];
  onChange: (shown: ColumnName[]) => void;
}) {
  const { t } = useTranslation();
  const choice = (
    <Checkbox.Group
      className="check-column"
      value={shown}
      onChange={onChange}
      options={columnNames.map((name) => ({ value: name, label: t(`householdList.${name}`) }))}
    />
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choice}>
      <Button icon={<TableOutlined />}>{t("householdList.columns")}</Button>
    </Popover>
  );
}
