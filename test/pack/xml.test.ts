import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/pack/fault.ts';
import { scanXml } from '../../src/pack/xml.ts';
import { decodeXml, escapeXml } from '../../src/pack/xml-text.ts';

/** All events on one line: `+name`, `-name`, `'text'`. */
function events(source: string): string {
  const xml = scanXml(source);
  const seen: string[] = [];
  for (;;) {
    const event = xml.next();
    if (event === 'end') return seen.join(' ');
    seen.push(event === 'text' ? `'${xml.text()}'` : `${event === 'open' ? '+' : '-'}${xml.name}`);
  }
}

function fault(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    return faultOf(thrown) ?? thrown;
  }
  return null;
}

describe('the XML scanner', () => {
  it('gives elements, text, CDATA, and passes over comments and instructions', () => {
    expect(events('<?xml version="1.0"?>\n<a><b x="1"/>t<![CDATA[<&>]]><!-- > --><?p ?></a >')).toBe(
      "+a +b -b 't' '<&>' -a",
    );
  });

  it('gives local names of prefixed elements and attributes', () => {
    const xml = scanXml('<x:c xmlns:r="urn:r" r:id="lent" r="A1" id="own" y:t="s"/>');
    xml.next();
    expect([xml.name, ...['r', 'id', 't', 'xmlns', 'none'].map(xml.attribute)]).toEqual([
      'c',
      'A1',
      'own',
      's',
      null,
      null,
    ]);
  });

  it('reads attributes in either quotes, with > and blanks in odd places', () => {
    const xml = scanXml(`<a one = 'a>b"' two="&lt;&#x1EA1;&#7841;&amp;amp;"\n/>`);
    xml.next();
    expect([xml.attribute('one'), xml.attribute('two')]).toEqual(['a>b"', '<ạạ&amp;']);
    expect(xml.next()).toBe('close');
    expect(xml.next()).toBe('end');
  });

  it('skips an element, and gives all its text', () => {
    const xml = scanXml('<a><b><c>1</c></b><d>2<e>3</e>&#13;\r\n</d></a>');
    xml.next();
    xml.next();
    xml.skip();
    expect([xml.name, xml.depth]).toEqual(['b', 1]);
    xml.next();
    expect([xml.name, xml.content(), xml.name, xml.depth]).toEqual(['d', '23\r\n', 'd', 1]);
  });

  it('expands nothing but the five entities and character references', () => {
    expect(events('<a>&nbsp;&x;&quot;&#0;&#xD800;&#9999999;</a>')).toBe(
      `+a '&nbsp;&x;"\ufffd\ufffd\ufffd' -a`,
    );
    expect(fault(() => events('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'))).toMatchObject({
      kind: 'damaged',
    });
    expect(events('<!DOCTYPE a><a/>')).toBe('+a -a');
  });

  it.each([
    '<a>',
    '<a',
    '<a b',
    '<a b="',
    '<a></b>',
    '<a></ab>',
    '</a>',
    '<a/',
    '<>',
    '<a b=c/>',
    '<!--',
    '<a><![CDATA[',
  ])('calls %s damaged', (source) => {
    expect(fault(() => events(source))).toMatchObject({ kind: 'damaged' });
  });

  it('has a limit of depth', () => {
    const deep = '<a>'.repeat(300);
    expect(fault(() => events(deep))).toEqual({ kind: 'limit', limit: 'depth', most: 200 });
  });

  it('gives a fault, never another error, for cut and changed text', () => {
    const good = '<?xml version="1.0"?><x:a b="1&amp;"><c/>text&#10;<![CDATA[d]]><!--e--></x:a>';
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.string({ maxLength: 3, unit: fc.constantFrom(...'<>/&;"=![- a') }),
        (at, put) => {
          expect(fault(() => events(good.slice(0, at) + put + good.slice(at + 1)))).not.toBeInstanceOf(Error);
          expect(fault(() => events(good.slice(0, at)))).not.toBeInstanceOf(Error);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('places of tags', () => {
  it('are told for opening, closing and empty ones', () => {
    const source = '<?xml version="1.0"?><a>text<!-- <b> --><b x=">"/></a >';
    const xml = scanXml(source);
    const seen: string[] = [];
    for (let event = xml.next(); event !== 'end'; event = xml.next()) {
      if (event !== 'text') seen.push(source.slice(xml.start, xml.end));
    }
    expect(seen).toEqual(['<a>', '<b x=">"/>', '<b x=">"/>', '</a >']);
  });
});

describe('text of XML parts', () => {
  it('is decoded by mark, first bytes or declaration', () => {
    const utf16 = Buffer.from('<a>ạ</a>', 'utf16le');
    expect(decodeXml(Buffer.from('\ufeff<a>ạ</a>', 'utf8'))).toBe('<a>ạ</a>');
    expect(decodeXml(utf16)).toBe('<a>ạ</a>');
    expect(decodeXml(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toBe('<a>ạ</a>');
    expect(decodeXml(Buffer.from(utf16).swap16())).toBe('<a>ạ</a>');
    expect(
      decodeXml(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>', 'latin1')),
    ).toContain('é');
    expect(decodeXml(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>ạ</a>'))).toContain('ạ');
  });

  it('comes back from escaping', () => {
    expect(escapeXml('<a> & "b"\u0000\ud800')).toBe('&lt;a&gt; &amp; &quot;b&quot;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const xml = scanXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        xml.next();
        expect([xml.attribute('b'), xml.content()]).toEqual([text, text]);
      }),
    );
  });
});
