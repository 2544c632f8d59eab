/** The members of the book. Names and numbers are masked until somebody opened them with a purpose. */
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { StatusChip } from "../../design/status-chip.tsx";

type Member = Household["members"][number];

export function MembersTab({ household, opened }: { household: Household; opened: OpenedHousehold | null }) {
  const { t } = useTranslation();
  const heads = [
    "name",
    "relation",
    "sexAge",
    "id",
    "health",
    "education",
    "labour",
    "work",
    "insurance",
  ] as const;
  return (
    <div className="table-frame" role="region" aria-label={t("household.tab.members")} tabIndex={0}>
      <table className="data-table member-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === "name" ? "pinned" : ""}>
                {t(`household.member.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {household.members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              opened={opened?.members.find((one) => one.id === member.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MemberRowProps {
  member: Member;
  opened: OpenedHousehold["members"][number] | undefined;
}

function MemberRow({ member, opened }: MemberRowProps) {
  const { t } = useTranslation();
  const none = <span className="zero">{t("state.none")}</span>;
  const phone = opened ? opened.phone : member.maskedPhone;
  return (
    <tr className={member.counts ? "" : "is-gone"}>
      <th scope="row" className="pinned">
        {opened?.name ?? member.maskedName ?? t("state.unknown")}
        {!member.counts && member.status && <span className="faint small"> {member.status.label}</span>}
      </th>
      <td>{member.relation?.label ?? none}</td>
      <td>
        {[member.sex?.label, member.age === null ? null : t("household.member.years", { age: member.age })]
          .filter(Boolean)
          .join(" · ") || none}
      </td>
      <td className="member-id">
        {opened?.idNumber ?? member.maskedId ?? none}
        {member.idState !== "valid" && (
          <StatusChip tone="must" quiet>
            {t(`household.member.idState.${member.idState}`)}
          </StatusChip>
        )}
        {phone && <div className="faint small">{phone}</div>}
      </td>
      <td>{member.health.map((one) => one.label).join("、") || none}</td>
      <td>{member.school?.label ?? member.education?.label ?? none}</td>
      <td>{member.labour?.label ?? none}</td>
      <td>
        {member.workPlace?.label ?? none}
        {member.workMonths !== null && member.workMonths > 0 && (
          <span className="faint">
            {" "}
            {member.workMonths} {t("unit.month")}
          </span>
        )}
      </td>
      <td>
        <Insurance member={member} />
      </td>
    </tr>
  );
}

function Insurance({ member }: { member: Member }) {
  const { t } = useTranslation();
  if (member.medicalResident === null && member.medicalEmployee === null) {
    return (
      <StatusChip tone="doubt" quiet>
        {t("state.unknown")}
      </StatusChip>
    );
  }
  const insured = member.medicalResident === true || member.medicalEmployee === true;
  return (
    <StatusChip tone={insured ? "verified" : "must"} quiet>
      {insured ? t("household.member.insured") : t("household.member.uninsured")}
    </StatusChip>
  );
}
