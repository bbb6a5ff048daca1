"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type KeyView, keyViewSchema, type NewKey } from "@/lib/schemas/web/api-key-requests";
import { FreshKey } from "./fresh-key";
import { KeyList } from "./key-list";
import { NewKeyForm } from "./new-key-form";

const PATH = "/keys/entries";
const keysSchema = z.array(keyViewSchema);

/** Makes keys, and shows what there are and what they have spent. @param needed whether /v1 takes one in any case. */
export function Keys({ needed }: { readonly needed: boolean }) {
  const [keys, setKeys] = useState<readonly KeyView[]>();
  const [fresh, setFresh] = useState<NewKey>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef(0);

  const refresh = useCallback(async (): Promise<void> => {
    const turn = ++latest.current;
    try {
      const listed = await ask(PATH, { schema: keysSchema });
      if (turn !== latest.current) return;
      setKeys(listed);
      setProblem(undefined);
    } catch (error) {
      if (turn === latest.current) setProblem(sentenceOf(error));
    }
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const shown = (made: NewKey): void => {
    setFresh(made);
    void refresh();
  };
  const active = keys?.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <div className="grid gap-4 lg:grid-cols-[20rem_minmax(0,1fr)] lg:items-start">
      <Card title="New key">
        <NewKeyForm path={PATH} onMade={shown} />
      </Card>
      <div className="grid min-w-0 gap-4">
        {fresh === undefined ? null : <FreshKey fresh={fresh} onStored={() => setFresh(undefined)} />}
        <Card
          title="Keys"
          busy={keys === undefined && problem === undefined}
          aside={active === undefined ? null : <output>{active === 1 ? "1 works" : `${active} work`}</output>}
        >
          {problem === undefined ? null : (
            <Notice kind="error" action={<Button onClick={() => void refresh()}>Try again</Button>}>
              {problem}
            </Notice>
          )}
          {keys === undefined ? null : keys.length === 0 ? (
            <Notice kind="empty">
              {needed
                ? "No key yet: /v1 and /metrics answer with one only."
                : "No key yet: everybody who reaches /v1 may use it. From the first key on, /v1 and /metrics take one."}
            </Notice>
          ) : (
            <KeyList path={PATH} keys={keys} onChanged={() => void refresh()} onRotated={shown} />
          )}
        </Card>
      </div>
    </div>
  );
}
