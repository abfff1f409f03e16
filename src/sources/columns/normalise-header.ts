/** A header for comparison: small letters and digits in words, everything else a blank: `E-post *` is `e post`. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ')
    .trim();
}

/** The same without blanks: `E-post`, `Epost` and `e post` are one. */
export function compactHeader(header: string): string {
  return normaliseHeader(header).replaceAll(' ', '');
}
