const ROW = ['09:00-09:45', 'Children & youth', 'Hall', 'Bring what you wrote about last time.'];
const ROWS = Array.from({ length: 6 }, (_, index) => ROW.map((cell) => `${cell} ${index + 1}`));

/** About as long as a mail of the examples: 2 KB of text, 6 KB of HTML. NAME stands for the attendee. */
export const TEXT = `Hello NAME!

The programme is ready. These are your sessions; where a room was full, you are on the waitlist.

${ROWS.map((row) => row.join('\n    ')).join('\n\n')}

Is something not right? Reply to this e-mail, and we will correct it.
`.repeat(2);

export const HTML = `<!doctype html><html lang="en"><body style="margin:0;background:#f4f4f4">
<table role="presentation" width="100%" style="font-family:Arial,sans-serif;font-size:16px;line-height:24px"><tr><td>
<h1 style="margin:0 0 16px;font-size:24px">Hello NAME!</h1>
${ROWS.map(
  (row) =>
    `<table role="presentation" width="100%" style="border-collapse:collapse;margin:0 0 16px"><tr>${row
      .map(
        (cell) => `<td style="padding:8px 12px;border-bottom:1px solid #dddddd;color:#1f3a5f">${cell}</td>`,
      )
      .join('')}</tr></table>`,
).join('\n')}
<p style="margin:0">Is something not right? Reply to this e-mail, and we will correct it.</p>
</td></tr></table></body></html>
`.repeat(2);
