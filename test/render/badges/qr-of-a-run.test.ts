import { describe, expect, test } from 'vitest';
import { printBadges } from '../../../src/render/badges/print-badges.ts';
import { qrText } from '../../../src/render/badges/qr-code.ts';
import { plainRun } from '../../../src/render/badges/run-cards.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { printJob } from '../../helpers/badge-fixtures.ts';
import { HAS_POPPLER, HAS_ZBAR, readQrCodes, savePdf } from '../../helpers/print-tools.ts';

const PEOPLE = [
  ['Ann Berg', 'Example AS', ''],
  ['Åse Øygård Ærlig', 'Blåbær, og; sånn \\ AS', 'Avdeling "Nord"'],
  ['Žižka Łukasz Nguyễn Thị Ánh', 'Přílišně žluťoučký', ''],
  ['Ψυχή Ёлка', 'Общество', 'Τμήμα'],
  ['محمد Al-Masri', 'עיריית הדוגמה', ''],
  ['王小明', '株式会社', '한국'],
  ['Zoë 🎉', 'x'.repeat(200), ''],
].map(([name = '', organisation = '', unit = ''], index) =>
  attendee({
    id: `p${index}`,
    code: `K${100 + index}`,
    name,
    organisation,
    unit,
    phone: '+4722225555',
    role: 'Head',
  }),
);

describe.skipIf(!HAS_POPPLER || !HAS_ZBAR)('every QR code of a run', () => {
  test.each(['code', 'vcard', 'url'] as const)('is read as its %s; a blank badge has none', async (qr) => {
    const url = qr === 'url' ? 'https://example.org/badge/{code}?from=Åre&day=1' : '';
    const job = printJob(PEOPLE, { run: plainRun(PEOPLE, [{ type: '', count: 1 }]), qr, url });
    const [pdf] = (await printBadges(createTypstPrinter(), job)).files;
    const codes = await readQrCodes(await savePdf(Buffer.from(pdf?.content ?? '')));
    expect(codes).toEqual([...PEOPLE.map((one) => [qrText(one, { qr, url })]), []]);
  });
});
