import { expect, test } from 'vitest';
import { isSyllable } from '../../src/text/syllable.ts';

test.each(
  'nguyễn giếng gì gìn quốc quý qua khuỷu thuở huyện yên uỷ ủy hoà hòa xoong ươn bưởi nghiêng ghế kỳ cá trường đợi a ý'.split(
    ' ',
  ),
)('%s is a syllable', (word) => expect(isSyllable(word)).toBe(true));

test.each('that filter café hoaøi đắk krông ngế cế qục thạnhm aa xaõ cuả tiéng hoạ̀'.split(' '))(
  '%s is none',
  (word) => expect(isSyllable(word)).toBe(false),
);
