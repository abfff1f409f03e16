/**
 * The headers of a table as names that tell its columns apart: outer blanks off, Unicode NFC, a blank one named by
 * its place (`Column 5`), a repeated one by its number (`Tema (2)`).
 */
export function nameColumns(headers: readonly string[]): readonly string[] {
  const wanted = headers.map((header, index) => header.trim().normalize('NFC') || `Column ${index + 1}`);
  const reserved = new Set(wanted);
  const given = new Set<string>();
  return wanted.map((name) => {
    let free = name;
    // A name that another column has by itself is not given away as a number.
    for (let number = 2; given.has(free) || (free !== name && reserved.has(free)); number += 1) {
      free = `${name} (${number})`;
    }
    given.add(free);
    return free;
  });
}
