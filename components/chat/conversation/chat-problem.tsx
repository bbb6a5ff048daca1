import { Notice } from "@/components/ui/notice";

/** Stands in the chat's place where the server's settings of the two models are wrong. */
export const ChatProblem = ({ sentence }: { readonly sentence: string }) => (
  <Notice kind="error">The two models cannot be opened: {sentence}</Notice>
);
