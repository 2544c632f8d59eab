/** The members of the book. Names and numbers are masked until somebody opened them with a purpose. */
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { StatusChip } from "../../design/status-chip.tsx";

type Member = Household["members"][number];

const notAtSchool = "01";

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

interface MembersTabProps {
  household: Household;
  opened: OpenedHousehold | null;
}

export function MembersTab({ household, opened }: MembersTabProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("household.tab.members")}
      className="member-table"
      stacks
      heads={heads.map((head) => ({
        key: head,
        words: t(`household.member.${head}`),
        className: head === "name" ? "pinned" : "",
      }))}
    >
      {household.members.map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          opened={opened?.members.find((one) => one.id === member.id)}
        />
      ))}
    </DataTable>
  );
}

/** Where a pupil learns; for all others what they have learned. */
function learning({ school, education }: Member): string | undefined {
  const isPupil = school !== null && school.code !== notAtSchool;
  return isPupil ? school.label : (education?.label ?? school?.label);
}

interface MemberRowProps {
  member: Member;
  opened: OpenedHousehold["members"][number] | undefined;
}

function MemberRow({ member, opened }: MemberRowProps) {
  const { t } = useTranslation();
  const none = <span className="zero">{t("state.none")}</span>;
  return (
    <tr className={member.counts ? "" : "is-gone"}>
      <th scope="row" className="pinned">
        {opened?.name ?? member.maskedName ?? t("state.unfilled")}
        {!member.counts && member.status && <span className="faint small"> {member.status.label}</span>}
      </th>
      <td data-label={t("household.member.relation")}>{member.relation?.label ?? none}</td>
      <td data-label={t("household.member.sexAge")}>
        {[member.sex?.label, member.age === null ? null : t("household.member.years", { age: member.age })]
          .filter(Boolean)
          .join(" · ") || none}
      </td>
      <td data-label={t("household.member.id")}>
        <Identity member={member} opened={opened} />
      </td>
      <td data-label={t("household.member.health")}>
        {member.health.map((one) => one.label).join("、") || none}
      </td>
      <td data-label={t("household.member.education")}>{learning(member) ?? none}</td>
      <td data-label={t("household.member.labour")}>{member.labour?.label ?? none}</td>
      <td data-label={t("household.member.work")}>
        {member.workPlace?.label ?? none}
        {member.workMonths !== null && member.workMonths > 0 && (
          <span className="faint">
            {" "}
            {member.workMonths} {t("unit.month")}
          </span>
        )}
      </td>
      <td data-label={t("household.member.insurance")}>
        <Insurance member={member} />
      </td>
    </tr>
  );
}

function Identity({ member, opened }: MemberRowProps) {
  const { t } = useTranslation();
  const phone = opened ? opened.phone : member.maskedPhone;
  return (
    <span className="member-id">
      {opened?.idNumber ?? member.maskedId}
      {member.idState !== "valid" && (
        <StatusChip tone="must" quiet>
          {t(`household.member.idState.${member.idState}`)}
        </StatusChip>
      )}
      {phone && <span className="faint small member-phone">{phone}</span>}
    </span>
  );
}

function Insurance({ member }: { member: Member }) {
  const { t } = useTranslation();
  if (member.medicalResident === null && member.medicalEmployee === null) {
    return (
      <StatusChip tone="doubt" quiet>
        {t("state.unfilled")}
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
