declare const senderText: unique symbol;

/**
 * Words that a sender wrote, or the name of a file, folder or sheet of his: a person may be named in them. Any text fits in;
 * a fact of this type may be shown to the clerk and never travels (contract section 3).
 */
export type SenderText = string & { readonly [senderText]?: true };

/** Whether a fact, or a part of it, is a `SenderText`: `true` or `never`. */
export type HoldsSenderText<Facts> = Facts extends string
  ? typeof senderText extends keyof Facts
    ? true
    : never
  : Facts extends readonly (infer Each)[]
    ? HoldsSenderText<Each>
    : Facts extends object
      ? { [Key in keyof Facts]: HoldsSenderText<Facts[Key]> }[keyof Facts]
      : never;
