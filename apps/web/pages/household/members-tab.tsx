/** The members of the book. Names and numbers are masked until somebody opened them with a purpose. */
import { useTranslation } from "react-i18next";
import type { Coded } from "../../../../domain/registry/code-list.contract.ts";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { DataTable } from "../../design/data-table.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { MemberFields } from "./member-fields.tsx";
import type { Editing } from "./use-draft.ts";
import { PhoneNumber } from "./phone-number.tsx";

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
  editing: Editing | null;
}

export function MembersTab({ household, opened, editing }: MembersTabProps) {
  const { t } = useTranslation();
  if (editing) return <MemberFields household={household} opened={opened} editing={editing} />;
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

/** Where a pupil learns; for all others what they have learned, beside which stands that they are not at school. */
function Learning({ school, education }: Pick<Member, "school" | "education">) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const isPupil = school !== null && school.code !== notAtSchool;
  const shown = isPupil ? school : (education ?? school);
  if (shown === null) return <span className="zero">{t("state.none")}</span>;
  return (
    <>
      {codeWords(shown)}
      {!isPupil && school && education && <span className="faint small"> {codeWords(school)}</span>}
    </>
  );
}

function Work({ workPlace, workMonths }: Pick<Member, "workPlace" | "workMonths">) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  return (
    <>
      {workPlace ? codeWords(workPlace) : <span className="zero">{t("state.none")}</span>}
      {workMonths !== null && workMonths > 0 && (
        <span className="faint">
          {" "}
          {workMonths} {t("unit.month")}
        </span>
      )}
    </>
  );
}

interface MemberRowProps {
  member: Member;
  opened: OpenedHousehold["members"][number] | undefined;
}

function MemberRow({ member, opened }: MemberRowProps) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const none = <span className="zero">{t("state.none")}</span>;
  const wordsOrNone = (coded: Coded | null) => (coded ? codeWords(coded) : none);
  return (
    <tr className={member.counts ? "" : "is-gone"}>
      <th scope="row" className="pinned">
        {opened?.name ?? member.maskedName ?? t("state.unfilled")}
        {!member.counts && member.status && <span className="faint small"> {codeWords(member.status)}</span>}
      </th>
      <td data-label={t("household.member.relation")}>{wordsOrNone(member.relation)}</td>
      <td data-label={t("household.member.sexAge")}>
        {[
          member.sex && codeWords(member.sex),
          member.age === null ? null : t("household.member.years", { age: member.age }),
        ]
          .filter(Boolean)
          .join(" · ") || none}
      </td>
      <td data-label={t("household.member.id")}>
        <Identity member={member} opened={opened} />
      </td>
      <td data-label={t("household.member.health")}>
        {member.health.map(codeWords).join(t("mark.and")) || none}
      </td>
      <td data-label={t("household.member.education")}>
        <Learning {...member} />
      </td>
      <td data-label={t("household.member.labour")}>{wordsOrNone(member.labour)}</td>
      <td data-label={t("household.member.work")}>
        <Work {...member} />
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
      {phone && (
        <span className="faint small member-phone">
          <PhoneNumber number={phone} />
        </span>
      )}
    </span>
  );
}

function Insurance({ member }: { member: Member }) {
  const { t } = useTranslation();
  const either = [member.medicalResident, member.medicalEmployee];
  const insured = either.includes(true);
  // Nobody is uninsured who may be in the insurance that is not filled in.
  if (!insured && either.includes(null)) {
    return (
      <StatusChip tone="doubt" quiet>
        {t("household.member.insuranceUnknown")}
      </StatusChip>
    );
  }
  return (
    <StatusChip tone={insured ? "verified" : "must"} quiet>
      {insured ? t("household.member.insured") : t("household.member.uninsured")}
    </StatusChip>
  );
}
