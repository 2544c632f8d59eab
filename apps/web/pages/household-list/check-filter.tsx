/** A filter of several codes behind one button that says how many are chosen. */
import { DownOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";

interface CheckFilterProps {
  label: string;
  chosen: string[];
  options: { code: string; label: string }[];
  onChange: (codes: string[]) => void;
}

export function CheckFilter({ label, chosen, options, onChange }: CheckFilterProps) {
  const choice = (
    <Checkbox.Group
      className="check-column"
      value={chosen}
      onChange={onChange}
      options={options.map((option) => ({ value: option.code, label: option.label }))}
    />
  );
  return (
    <Popover trigger="click" placement="bottomLeft" content={choice}>
      <Button className={chosen.length > 0 ? "is-filtering" : ""}>
        {label}
        {chosen.length > 0 && ` (${chosen.length})`} <DownOutlined />
      </Button>
    </Popover>
  );
}
