/**
 * The mail "your-sessions" as template literals, as somebody would write it for speed alone: what bench/emails-render.js holds
 * the templates against. It takes the same view and gives the same text.
 */

/* biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: a template has as many branches as it needs */
/* biome-ignore-all format: these are the templates as they stand, blank by blank */

const LISTS = { nb: new Intl.ListFormat('nb', { type: 'conjunction' }), en: new Intl.ListFormat('en-GB', { type: 'conjunction' }) };

/** @type {Record<string, { html: (v: any) => string, txt: (v: any) => string }>} */
export const LITERALS = {
  nb: {
    html: (v) => `<!doctype html>
<html lang="${escapeHtml(v.language)}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(v.subject)}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  table { border-collapse: separate; border-spacing: 0; }
  a { color: inherit; }
  @media (max-width: 480px) {
    .page { padding: 0 !important; }
    .card { border-radius: 0 !important; }
    .pad { padding-left: 20px !important; padding-right: 20px !important; }
    .stack { display: block !important; width: auto !important; padding-bottom: 0 !important; }
    .value { padding-top: 0 !important; padding-bottom: 6px !important; }
    .stack-next { display: block !important; width: auto !important; padding-top: 2px !important; padding-left: 16px !important; border-left: 0 !important; }
    .title { font-size: 24px !important; line-height: 30px !important; }
  }
  @media (prefers-color-scheme: dark) {
    .page { background: #12161b !important; }
    .card { background: #1b2128 !important; border-color: #2c343d !important; }
    .ink { color: #f1f4f7 !important; }
    .soft { color: #aeb8c2 !important; }
    .box { background: #242b34 !important; }
    .seat { border-left-color: ${escapeHtml(v.event.colours.accent)} !important; }
    .rule { border-color: #2f3842 !important; }
  }
  [data-ogsc] .ink { color: #f1f4f7 !important; }
  [data-ogsc] .soft { color: #aeb8c2 !important; }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#eef1f4;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:transparent;">Programmet ditt, praktisk informasjon og det vi har notert om deg.</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#eef1f4;">
<tr><td class="page" align="center" style="padding:32px 12px;">
<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:600px;background:#ffffff;border:1px solid #dde2e7;border-radius:10px;overflow:hidden;">
<tr><td bgcolor="${escapeHtml(v.event.colours.primary)}" style="height:8px;line-height:8px;font-size:0;background:${escapeHtml(v.event.colours.primary)};border-bottom:3px solid ${escapeHtml(v.event.colours.accent)};">&nbsp;</td></tr>
<tr><td class="pad" style="padding:28px 36px 0 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<p class="ink" style="margin:0;font-size:15px;line-height:22px;font-weight:bold;color:#1c2733;">${escapeHtml(v.event.title)}</p>
<p class="soft" style="margin:0;font-size:14px;line-height:21px;color:#55616d;">${escapeHtml(v.event.dateInWords)}${v.event.venue ? ` &middot; ${escapeHtml(v.event.venue)}` : ``}</p>
</td></tr>
<tr><td class="pad" style="padding:24px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h1 class="ink title" style="margin:0 0 12px 0;font-size:28px;line-height:34px;font-weight:bold;color:#1c2733;word-break:break-word;">Hei${v.attendee.givenName ? ` ${escapeHtml(v.attendee.givenName)}` : ``}!</h1>
<p class="ink" style="margin:0;font-size:16px;line-height:25px;color:#1c2733;">
${v.seated ? `${v.waitlisted ? `Programmet er klart. Her er sesjonene dine; der det sto fullt, står du på venteliste.` : `Programmet er klart. Her er sesjonene du har fått plass på.`}
` : `${v.waitlisted ? `Programmet er klart, men sesjonene du ønsket deg er fulle. Du står på venteliste, og vi sier fra med en gang en plass blir ledig.` : `Vi gleder oss til å se deg.${v.programme.length > 0 ? ` Du har foreløpig ikke plass på noen sesjon. Svar på denne e-posten, så finner vi en plass sammen.` : ``}`}
`}</p>
</td></tr>
${(v.seated || v.waitlisted) ? `<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">Dine sesjoner</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
${v.programme.map((item0) => `${item0.day ? `<tr><td class="ink" style="padding:4px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;font-weight:bold;color:#1c2733;">${escapeHtml(item0.day)}</td></tr>
` : ``}<tr>
<td class="box${item0.state === "seated" ? ` seat` : ``}" style="background:#f3f6f8;border-left:4px solid ${item0.state === "seated" ? `${escapeHtml(v.event.colours.primary)}` : `#9aa5b0`};border-radius:4px;">
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation"><tr>
<td class="ink stack" valign="top" width="112" style="padding:14px 8px 14px 16px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;font-weight:bold;color:#1c2733;white-space:nowrap;">${escapeHtml(item0.times)}</td>
<td class="stack-next" valign="top" style="padding:14px 16px 14px 8px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
${item0.state === "seated" ? `<p class="ink" style="margin:0;font-size:16px;line-height:24px;font-weight:bold;color:#1c2733;word-break:break-word;">${escapeHtml(item0.session)}</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">${item0.session === item0.theme ? `` : `${escapeHtml(item0.theme)} &middot; `}${escapeHtml(item0.room)}</p>
` : `${item0.state === "waitlisted" ? `<p class="ink" style="margin:0;font-size:16px;line-height:24px;color:#1c2733;word-break:break-word;"><strong>Venteliste:</strong> ${escapeHtml(item0.session)}</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">Sesjonen er full akkurat nå. Du står i køen, og vi sier fra hvis en plass blir ledig.</p>
` : `<p class="ink" style="margin:0;font-size:16px;line-height:24px;color:#1c2733;word-break:break-word;">Ledig tid</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">Ingen sesjon i denne bolken.</p>
`}`}</td>
</tr></table>
</td>
</tr>
<tr><td style="height:8px;line-height:8px;font-size:0;">&nbsp;</td></tr>
`).join('')}</table>
</td></tr>
` : ``}<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">Praktisk</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Når</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.dateInWords)}</td>
</tr>

${(v.event.venue || v.event.address) ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Hvor</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.venue)}${v.event.address ? `${v.event.venue ? `<br>` : ``}${escapeHtml(v.event.address)}` : ``}</td>
</tr>

` : ``}${v.attendee.code ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Din kode</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;"><strong>${escapeHtml(v.attendee.code)}</strong> &middot; Står på navneskiltet ditt.</td>
</tr>

` : ``}${v.event.url ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Mer om dagen</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;"><a href="${escapeHtml(v.event.url)}" class="ink" style="color:#1c2733;">${escapeHtml(v.event.url)}</a></td>
</tr>

` : ``}${(v.event.contact.name || v.event.contact.email || v.event.contact.phone) ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Spørsmål</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.contact.name)}${v.event.contact.email ? `${v.event.contact.name ? `<br>` : ``}<a href="mailto:${escapeHtml(v.event.contact.email)}" class="ink" style="color:#1c2733;">${escapeHtml(v.event.contact.email)}</a>` : ``}${v.event.contact.phone ? `<br>${escapeHtml(v.event.contact.phone)}` : ``}</td>
</tr>

` : ``}</table>
</td></tr>
<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">Dette har vi notert om deg</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
${v.attendee.organisation ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Organisasjon</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.organisation)}${v.attendee.unit ? `<br>${escapeHtml(v.attendee.unit)}` : ``}</td>
</tr>

` : ``}${v.attendee.role ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Rolle</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.role)}</td>
</tr>

` : ``}<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Mat</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${v.attendee.dietary ? `${escapeHtml(v.attendee.dietary)}` : `Ingen ting meldt`}</td>
</tr>

<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Tilrettelegging</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${v.attendee.accessibility ? `${escapeHtml(v.attendee.accessibility)}` : `Ingen ting meldt`}</td>
</tr>

${v.attendee.needs ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Ser etter</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.needs)}</td>
</tr>

` : ``}${v.attendee.solutions ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Kan bidra med</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.solutions)}</td>
</tr>

` : ``}</table>
<p class="ink" style="margin:12px 0 0 0;font-size:15px;line-height:23px;color:#1c2733;">Stemmer noe ikke? Svar på denne e-posten, så retter vi det.</p>

</td></tr>
<tr><td class="pad" style="padding:8px 36px 32px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="border-top:1px solid #dde2e7;height:1px;line-height:1px;font-size:0;">&nbsp;</td></tr></table>
<p class="soft" style="margin:16px 0 0 0;font-size:13px;line-height:20px;color:#55616d;">Du får denne e-posten fordi du er påmeldt arrangementet.</p>
${v.event.hosts.length ? `<p class="soft" style="margin:8px 0 0 0;font-size:13px;line-height:20px;color:#55616d;">${escapeHtml(list(v.event.hosts, v.language))}</p>
` : ``}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`,
    txt: (v) => `Hei${v.attendee.givenName ? ` ${v.attendee.givenName}` : ``}!

${v.seated ? `${v.waitlisted ? `Programmet er klart. Her er sesjonene dine; der det sto fullt, står du på venteliste.
` : `Programmet er klart. Her er sesjonene du har fått plass på.
`}` : `${v.waitlisted ? `Programmet er klart, men sesjonene du ønsket deg er fulle. Du står på venteliste, og vi sier fra med en gang en plass blir ledig.
` : `Vi gleder oss til å se deg.${v.programme.length > 0 ? ` Du har foreløpig ikke plass på noen sesjon. Svar på denne e-posten, så finner vi en plass sammen.` : ``}
`}`}
${(v.seated || v.waitlisted) ? `DINE SESJONER

${v.programme.map((item1) => `${item1.day ? `  ${item1.day}

` : ``}${item1.state === "seated" ? `  ${item1.times}   ${item1.session}
                ${item1.session === item1.theme ? `` : `${item1.theme}, `}${item1.room}
` : `${item1.state === "waitlisted" ? `  ${item1.times}   Venteliste: ${item1.session}
                Sesjonen er full akkurat nå. Du står i køen, og vi sier fra hvis en plass blir ledig.
` : `  ${item1.times}   Ledig tid
`}`}
`).join('')}` : ``}PRAKTISK

  Når:              ${v.event.dateInWords}
${(v.event.venue || v.event.address) ? `  Hvor:             ${v.event.venue}${v.event.address ? `${v.event.venue ? `, ` : ``}${v.event.address}` : ``}
` : ``}${v.attendee.code ? `  Din kode:         ${v.attendee.code}
` : ``}${v.event.url ? `  Mer om dagen:     ${v.event.url}
` : ``}${v.event.contact.name ? `  Spørsmål:         ${v.event.contact.name}
` : ``}${v.event.contact.email ? `                    ${v.event.contact.email}
` : ``}${v.event.contact.phone ? `                    ${v.event.contact.phone}
` : ``}
DETTE HAR VI NOTERT OM DEG

${v.attendee.organisation ? `  Organisasjon:     ${v.attendee.organisation}${v.attendee.unit ? `, ${v.attendee.unit}` : ``}
` : ``}${v.attendee.role ? `  Rolle:            ${v.attendee.role}
` : ``}  Mat:              ${v.attendee.dietary ? `${v.attendee.dietary}` : `Ingen ting meldt`}
  Tilrettelegging:  ${v.attendee.accessibility ? `${v.attendee.accessibility}` : `Ingen ting meldt`}
${v.attendee.needs ? `  Ser etter:        ${v.attendee.needs}
` : ``}${v.attendee.solutions ? `  Kan bidra med:    ${v.attendee.solutions}
` : ``}
Stemmer noe ikke? Svar på denne e-posten, så retter vi det.

-- 
${v.event.title}
Du får denne e-posten fordi du er påmeldt arrangementet.
`,
  },
  en: {
    html: (v) => `<!doctype html>
<html lang="${escapeHtml(v.language)}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(v.subject)}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  table { border-collapse: separate; border-spacing: 0; }
  a { color: inherit; }
  @media (max-width: 480px) {
    .page { padding: 0 !important; }
    .card { border-radius: 0 !important; }
    .pad { padding-left: 20px !important; padding-right: 20px !important; }
    .stack { display: block !important; width: auto !important; padding-bottom: 0 !important; }
    .value { padding-top: 0 !important; padding-bottom: 6px !important; }
    .stack-next { display: block !important; width: auto !important; padding-top: 2px !important; padding-left: 16px !important; border-left: 0 !important; }
    .title { font-size: 24px !important; line-height: 30px !important; }
  }
  @media (prefers-color-scheme: dark) {
    .page { background: #12161b !important; }
    .card { background: #1b2128 !important; border-color: #2c343d !important; }
    .ink { color: #f1f4f7 !important; }
    .soft { color: #aeb8c2 !important; }
    .box { background: #242b34 !important; }
    .seat { border-left-color: ${escapeHtml(v.event.colours.accent)} !important; }
    .rule { border-color: #2f3842 !important; }
  }
  [data-ogsc] .ink { color: #f1f4f7 !important; }
  [data-ogsc] .soft { color: #aeb8c2 !important; }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#eef1f4;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:transparent;">Your programme, practical information and what we have noted about you.</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#eef1f4;">
<tr><td class="page" align="center" style="padding:32px 12px;">
<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:600px;background:#ffffff;border:1px solid #dde2e7;border-radius:10px;overflow:hidden;">
<tr><td bgcolor="${escapeHtml(v.event.colours.primary)}" style="height:8px;line-height:8px;font-size:0;background:${escapeHtml(v.event.colours.primary)};border-bottom:3px solid ${escapeHtml(v.event.colours.accent)};">&nbsp;</td></tr>
<tr><td class="pad" style="padding:28px 36px 0 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<p class="ink" style="margin:0;font-size:15px;line-height:22px;font-weight:bold;color:#1c2733;">${escapeHtml(v.event.title)}</p>
<p class="soft" style="margin:0;font-size:14px;line-height:21px;color:#55616d;">${escapeHtml(v.event.dateInWords)}${v.event.venue ? ` &middot; ${escapeHtml(v.event.venue)}` : ``}</p>
</td></tr>
<tr><td class="pad" style="padding:24px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h1 class="ink title" style="margin:0 0 12px 0;font-size:28px;line-height:34px;font-weight:bold;color:#1c2733;word-break:break-word;">Hello${v.attendee.givenName ? ` ${escapeHtml(v.attendee.givenName)}` : ``}!</h1>
<p class="ink" style="margin:0;font-size:16px;line-height:25px;color:#1c2733;">
${v.seated ? `${v.waitlisted ? `The programme is ready. These are your sessions; where a room was full, you are on the waitlist.` : `The programme is ready. These are the sessions where you have a seat.`}
` : `${v.waitlisted ? `The programme is ready, but the sessions you wished for are full. You are on the waitlist, and we will tell you as soon as a seat is free.` : `We look forward to seeing you.${v.programme.length > 0 ? ` You do not have a seat in a session yet. Reply to this e-mail, and we will find one together.` : ``}`}
`}</p>
</td></tr>
${(v.seated || v.waitlisted) ? `<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">Your sessions</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
${v.programme.map((item2) => `${item2.day ? `<tr><td class="ink" style="padding:4px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;font-weight:bold;color:#1c2733;">${escapeHtml(item2.day)}</td></tr>
` : ``}<tr>
<td class="box${item2.state === "seated" ? ` seat` : ``}" style="background:#f3f6f8;border-left:4px solid ${item2.state === "seated" ? `${escapeHtml(v.event.colours.primary)}` : `#9aa5b0`};border-radius:4px;">
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation"><tr>
<td class="ink stack" valign="top" width="112" style="padding:14px 8px 14px 16px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;font-weight:bold;color:#1c2733;white-space:nowrap;">${escapeHtml(item2.times)}</td>
<td class="stack-next" valign="top" style="padding:14px 16px 14px 8px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
${item2.state === "seated" ? `<p class="ink" style="margin:0;font-size:16px;line-height:24px;font-weight:bold;color:#1c2733;word-break:break-word;">${escapeHtml(item2.session)}</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">${item2.session === item2.theme ? `` : `${escapeHtml(item2.theme)} &middot; `}${escapeHtml(item2.room)}</p>
` : `${item2.state === "waitlisted" ? `<p class="ink" style="margin:0;font-size:16px;line-height:24px;color:#1c2733;word-break:break-word;"><strong>Waitlist:</strong> ${escapeHtml(item2.session)}</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">This session is full just now. You are in the queue, and we will tell you if a seat becomes free.</p>
` : `<p class="ink" style="margin:0;font-size:16px;line-height:24px;color:#1c2733;word-break:break-word;">Free time</p>
<p class="soft" style="margin:0;font-size:15px;line-height:22px;color:#55616d;">No session in this round.</p>
`}`}</td>
</tr></table>
</td>
</tr>
<tr><td style="height:8px;line-height:8px;font-size:0;">&nbsp;</td></tr>
`).join('')}</table>
</td></tr>
` : ``}<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">Practical information</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">When</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.dateInWords)}</td>
</tr>

${(v.event.venue || v.event.address) ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Where</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.venue)}${v.event.address ? `${v.event.venue ? `<br>` : ``}${escapeHtml(v.event.address)}` : ``}</td>
</tr>

` : ``}${v.attendee.code ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Your code</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;"><strong>${escapeHtml(v.attendee.code)}</strong> &middot; It is on your badge.</td>
</tr>

` : ``}${v.event.url ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">About the day</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;"><a href="${escapeHtml(v.event.url)}" class="ink" style="color:#1c2733;">${escapeHtml(v.event.url)}</a></td>
</tr>

` : ``}${(v.event.contact.name || v.event.contact.email || v.event.contact.phone) ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Questions</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.event.contact.name)}${v.event.contact.email ? `${v.event.contact.name ? `<br>` : ``}<a href="mailto:${escapeHtml(v.event.contact.email)}" class="ink" style="color:#1c2733;">${escapeHtml(v.event.contact.email)}</a>` : ``}${v.event.contact.phone ? `<br>${escapeHtml(v.event.contact.phone)}` : ``}</td>
</tr>

` : ``}</table>
</td></tr>
<tr><td class="pad" style="padding:12px 36px 16px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<h2 class="ink" style="margin:0 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:#1c2733;">What we have noted about you</h2>
<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation">
${v.attendee.organisation ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Organisation</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.organisation)}${v.attendee.unit ? `<br>${escapeHtml(v.attendee.unit)}` : ``}</td>
</tr>

` : ``}${v.attendee.role ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Role</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.role)}</td>
</tr>

` : ``}<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Food</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${v.attendee.dietary ? `${escapeHtml(v.attendee.dietary)}` : `Nothing stated`}</td>
</tr>

<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Accessibility</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${v.attendee.accessibility ? `${escapeHtml(v.attendee.accessibility)}` : `Nothing stated`}</td>
</tr>

${v.attendee.needs ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Looking for</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.needs)}</td>
</tr>

` : ``}${v.attendee.solutions ? `<tr>
<td class="soft stack" valign="top" width="128" style="padding:6px 12px 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#55616d;">Can offer</td>
<td class="ink stack value" valign="top" style="padding:6px 0 6px 0;font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#1c2733;word-break:break-word;">${escapeHtml(v.attendee.solutions)}</td>
</tr>

` : ``}</table>
<p class="ink" style="margin:12px 0 0 0;font-size:15px;line-height:23px;color:#1c2733;">Is something not right? Reply to this e-mail, and we will correct it.</p>

</td></tr>
<tr><td class="pad" style="padding:8px 36px 32px 36px;font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="border-top:1px solid #dde2e7;height:1px;line-height:1px;font-size:0;">&nbsp;</td></tr></table>
<p class="soft" style="margin:16px 0 0 0;font-size:13px;line-height:20px;color:#55616d;">You receive this e-mail because you are registered for the event.</p>
${v.event.hosts.length ? `<p class="soft" style="margin:8px 0 0 0;font-size:13px;line-height:20px;color:#55616d;">${escapeHtml(list(v.event.hosts, v.language))}</p>
` : ``}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`,
    txt: (v) => `Hello${v.attendee.givenName ? ` ${v.attendee.givenName}` : ``}!

${v.seated ? `${v.waitlisted ? `The programme is ready. These are your sessions; where a room was full, you are on the waitlist.
` : `The programme is ready. These are the sessions where you have a seat.
`}` : `${v.waitlisted ? `The programme is ready, but the sessions you wished for are full. You are on the waitlist, and we will tell you as soon as a seat is free.
` : `We look forward to seeing you.${v.programme.length > 0 ? ` You do not have a seat in a session yet. Reply to this e-mail, and we will find one together.` : ``}
`}`}
${(v.seated || v.waitlisted) ? `YOUR SESSIONS

${v.programme.map((item3) => `${item3.day ? `  ${item3.day}

` : ``}${item3.state === "seated" ? `  ${item3.times}   ${item3.session}
                ${item3.session === item3.theme ? `` : `${item3.theme}, `}${item3.room}
` : `${item3.state === "waitlisted" ? `  ${item3.times}   Waitlist: ${item3.session}
                This session is full just now. You are in the queue, and we will tell you if a seat becomes free.
` : `  ${item3.times}   Free time
`}`}
`).join('')}` : ``}PRACTICAL INFORMATION

  When:             ${v.event.dateInWords}
${(v.event.venue || v.event.address) ? `  Where:            ${v.event.venue}${v.event.address ? `${v.event.venue ? `, ` : ``}${v.event.address}` : ``}
` : ``}${v.attendee.code ? `  Your code:        ${v.attendee.code}
` : ``}${v.event.url ? `  About the day:    ${v.event.url}
` : ``}${v.event.contact.name ? `  Questions:        ${v.event.contact.name}
` : ``}${v.event.contact.email ? `                    ${v.event.contact.email}
` : ``}${v.event.contact.phone ? `                    ${v.event.contact.phone}
` : ``}
WHAT WE HAVE NOTED ABOUT YOU

${v.attendee.organisation ? `  Organisation:     ${v.attendee.organisation}${v.attendee.unit ? `, ${v.attendee.unit}` : ``}
` : ``}${v.attendee.role ? `  Role:             ${v.attendee.role}
` : ``}  Food:             ${v.attendee.dietary ? `${v.attendee.dietary}` : `Nothing stated`}
  Accessibility:    ${v.attendee.accessibility ? `${v.attendee.accessibility}` : `Nothing stated`}
${v.attendee.needs ? `  Looking for:      ${v.attendee.needs}
` : ``}${v.attendee.solutions ? `  Can offer:        ${v.attendee.solutions}
` : ``}
Is something not right? Reply to this e-mail, and we will correct it.

-- 
${v.event.title}
You receive this e-mail because you are registered for the event.
`,
  },
};

/** @param {string[]} items @param {'nb' | 'en'} language */
function list(items, language) {
  return LISTS[language].format(items);
}

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' };

/** @param {string} text */
function escapeHtml(text) {
  return /[&<>"'`=]/.test(text) ? text.replace(/[&<>"'`=]/g, (sign) => ENTITIES[sign] ?? sign) : text;
}
