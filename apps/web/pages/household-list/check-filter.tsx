/** A filter of several codes behind one button that says how many are chosen. */
import { DownOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import { useCodeWords } from "../../design/code-words.ts";

interface CheckFilterProps {
  label: string;
  chosen: string[];
  options: { code: string; label: string; en?: string | undefined }[];
  onChange: (codes: string[]) => void;
}

export function CheckFilter({ label, chosen, options, onChange }: CheckFilterProps) {
  const codeWords = useCodeWords();
  const choice = (
    <Checkbox.Group
      className="check-column"
      value={chosen}
      onChange={onChange}
      options={options.map((option) => ({ value: option.code, label: codeWords(option) }))}
    />
  );
  return (
    <Popover trigger="click" placement="bottomLeft" content={choice}>
      <Button className={chosen.length > 0 ? "is-filtering" : ""}>
        {label}
        <span className="check-count">{chosen.length > 0 && ` (${chosen.length})`}</span> <DownOutlined />
      </Button>
    </Popover>
  );
}
