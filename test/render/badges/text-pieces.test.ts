import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPieces, piecesOf } from '../../../src/render/badges/text-pieces.ts';
import '../../helpers/property-seed.ts';

/** The pieces, with `|` where a line may end and no blank stands. */
const shown = (text: string): string =>
  piecesOf(text)
    .map((one, index) => `${index === 0 ? '' : one.spaced ? ' ' : '|'}${one.text}`)
    .join('');

describe('piecesOf', () => {
  test.each([
    ['words and blanks', '  Åse  Berg-Lund\n(Oslo) ', 'Åse Berg-Lund (Oslo)'],
    ['Chinese', '北京市社会福利基金会', '北京市|社会|福利|基金|会'],
    ['Japanese, with brackets and a full stop', '株式会社「山田」の家。', '株式会社|「山田」|の|家。'],
    ['Thai', 'กระทรวงการพัฒนาสังคม', 'กระทรวง|การ|พัฒนา|สังคม'],
    ['Korean that has blanks', '서울 시청', '서울 시청'],
    ['a long Korean word', '한국사회적기업진흥원', '한|국|사|회|적|기|업|진|흥|원'],
    ['scripts beside each other', 'Mo 王小明 (Li)', 'Mo 王|小明 (Li)'],
    ['blanks only', ' \u3000 ', ''],
  ])('%s', (_, text, pieces) => {
    expect(shown(text)).toBe(pieces);
  });

  test('put together again are the text, with single blanks', () => {
    const letters = fc.constantFrom(...'aé -(。「」王小明のいサกำ한국\u0301 ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        expect(joinPieces(piecesOf(text))).toBe(
          text
            .split(/\p{White_Space}+/u)
            .join(' ')
            .trim(),
        );
      }),
    );
  });
});
