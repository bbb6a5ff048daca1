import { type ComponentProps, useId } from "react";

type TextFieldProps = Omit<ComponentProps<"input">, "id"> & {
  readonly label: string;
  /** Stands under the box: what it must be like. */
  readonly note?: string;
};

/** A labelled line of text. */
export function TextField({ label, note, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-[0.8125rem] font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className="h-10 w-full rounded-sm border border-line-strong bg-bg px-2.5 text-[0.9375rem]"
        {...rest}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className="mt-1 text-xs text-muted">
          {note}
        </p>
      )}
    </div>
  );
}
