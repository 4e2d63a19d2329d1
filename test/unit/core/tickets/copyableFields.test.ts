import assert from 'node:assert/strict';
import { copyableFields } from '../../../../src/core/tickets/copyableFields.ts';
import { textToSend } from '../../../../src/core/tickets/textToSend.ts';

function parsed(markdown: string): readonly (readonly [id: string, value: string, line: number])[] {
  return copyableFields(markdown).map(({ id, value, line }) => [id, value, line]);
}

describe('copyable fields of a draft', () => {
  const cases: readonly [what: string, markdown: string, fields: ReturnType<typeof parsed>][] = [
    ['a line', '**Domain:** `*.acme.com`', [['domain', '*.acme.com', 0]]],
    [
      'items of lists',
      '- **A:** `1`\n* [ ] **B:** `2`\n  3. **C:** `3`',
      [
        ['a', '1', 0],
        ['b', '2', 1],
        ['c', '3', 2],
      ],
    ],
    ['text behind the value', '**DNS record:** `a CNAME b`: DNS holds it.', [['dns-record', 'a CNAME b', 0]]],
    [
      'the same label again',
      '**Hostname:** `a`\n**Hostname:** `b`',
      [
        ['hostname', 'a', 0],
        ['hostname-2', 'b', 1],
      ],
    ],
    ['a label with accents', '**Número do ticket:** `7`', [['numero-do-ticket', '7', 0]]],
    ['back-ticks in the value', '**File:** `` a`b.pfx ``', [['file', 'a`b.pfx', 0]]],
    ['a block', '# T\n\n**Text:**\n\n```text\none\n\n**Two:** `x`\n```\n', [['text', 'one\n\n**Two:** `x`', 2]]],
    ['a block with a longer fence', '**Text:**\n````\na\n```\nb\n````', [['text', 'a\n```\nb', 0]]],
    ['a block whose end was lost', '**Text:**\n~~~\na', [['text', 'a', 0]]],
    [
      'Windows line ends',
      '**A:** `1`\r\n**Text:**\r\n```\r\nx\r\ny\r\n```\r\n',
      [
        ['a', '1', 0],
        ['text', 'x\ny', 1],
      ],
    ],
    ['no value', '**PFX Password:** not in this document\n**Text:**\n\nplain', []],
    ['bold text', '**Environments** → **Production**', []],
  ];
  for (const [what, markdown, fields] of cases) it(what, () => assert.deepEqual(parsed(markdown), fields));

  it('gives the blocks as what is to be sent', () =>
    assert.equal(
      textToSend('**Subject:** `s`\n\n**Text:**\n\n```text\nDear Support\n```\n\nnot this'),
      'Dear Support',
    ));

  it('gives all of a document without blocks', () =>
    assert.equal(textToSend('Dear Support,\r\nplease\r\n'), 'Dear Support,\nplease'));
});
