/** Says that the network or the server is gone, as long as it is: reading goes on, writing does not. */
import { DisconnectOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useConnection } from "./connection.ts";

export function OfflineNotice() {
  const { t } = useTranslation();
  const connection = useConnection();
  if (connection === "there") return null;
  return (
    <div className="offline-notice" role="status">
      <DisconnectOutlined aria-hidden /> {t(`state.${connection}`)}
    </div>
  );
}
