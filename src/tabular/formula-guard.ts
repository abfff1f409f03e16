/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"). A quote in front
 * makes it text.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
/** Plain numbers and phone numbers begin with a sign and are harmless. */
const HARMLESS = /^[+-]?[\d\s().,/-]*\d[\d\s().,/-]*$/;

/** The cell as it is written to a file that people open; `unguard` gives the value back. */
export function guard(value: string): string {
  return FORMULA.test(value) && !(HARMLESS.test(value) && !/[\t\r\n]/.test(value)) ? `'${value}` : value;
}

/** Undoes `guard`; every other cell stays as it is. */
export function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
