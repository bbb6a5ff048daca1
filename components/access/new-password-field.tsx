import { TextField } from "@/components/ui/text-field";

/** A password that is chosen; the server asks the same of it. */
export function NewPasswordField({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <TextField
      label="New password"
      name={name}
      type="password"
      required
      minLength={10}
      maxLength={1000}
      autoComplete="new-password"
      note={`At least 10 characters${note}`}
    />
  );
}
