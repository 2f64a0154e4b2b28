// The people with a key of their own, and their roles.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, Loading, Tag } from "../../parts/index.ts";
import { MemberDialog } from "./member-dialog.tsx";
import { membersKey } from "./members-key.ts";
import type { Member } from "./members-key.ts";

export function Members({
  me,
  canChange,
}: {
  readonly me: string | undefined;
  readonly canChange: boolean;
}): ReactNode {
  const members = useQuery({
    queryKey: membersKey,
    queryFn: async ({ signal }) => get<readonly Member[]>("/api/members", { signal }),
  });
  const [open, setOpen] = useState<Member | "new" | null>(null);
  return (
    <section className="settings__part">
      <h2>{t("settings.members")}</h2>
      <p className="quiet">{canChange ? t("settings.membersText") : t("settings.onlyKeepers")}</p>
      {members.error === null ? null : (
        <ErrorNote error={members.error} onRetry={() => void members.refetch()} />
      )}
      {members.data === undefined && members.error === null ? <Loading /> : null}
      {members.data === undefined ? null : (
        <ul className="settings__members sheet">
          {members.data.map((member) => (
            <li key={member.id}>
              <div>
                <Bidi className="settings__member-name">{member.name}</Bidi>
                {member.id === me ? (
                  <span className="quiet"> ({t("settings.memberYou")})</span>
                ) : null}
                <div className="row">
                  {member.roles.map((role) => (
                    <Tag key={role}>{t(`role.${role}`)}</Tag>
                  ))}
                  {member.active ? null : <Tag tone="bad">{t("settings.memberInactive")}</Tag>}
                </div>
              </div>
              {canChange ? (
                <Button small onPress={() => setOpen(member)}>
                  {t("settings.change")}
                  <span className="sr-only"> {member.name}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canChange ? (
        <div>
          <Button onPress={() => setOpen("new")}>{t("settings.addMember")}</Button>
        </div>
      ) : null}
      {open === null ? null : (
        <MemberDialog member={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
