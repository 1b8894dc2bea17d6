// What a translation has to be: the same keys as the English catalogue, each with words of its own.

export type Words<English> = English extends string
  ? string
  : English extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof English]: Words<English[Key]> }
