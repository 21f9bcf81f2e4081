import assert from 'node:assert/strict';
import test from 'node:test';
import {mayBeMojibake, withoutMojibake} from '../../../source/kinds/values/mojibake.ts';

test('every character outside of ASCII can be repaired, and its bytes are recognized', () => {
	const sloppy = new TextDecoder('windows-1252');
	for (let code = 0x80; code <= 0x10_ffff; code += code < 0x3000 ? 1 : 997) {
		if (code >= 0xd800 && code <= 0xdfff) continue;
		const text = `a ${String.fromCodePoint(code)}`;
		const wrong = sloppy.decode(Buffer.from(text));
		assert.equal(withoutMojibake(wrong), text, `U+${code.toString(16)}`);
		const bytes = Buffer.from(wrong);
		assert.ok(mayBeMojibake(bytes, 0, bytes.length), `U+${code.toString(16)}`);
	}
});

test('usual texts with accents are recognized as right by their bytes', () => {
	for (const text of ['é', 'Größe', 'söß', 'naïve «café»', 'À É', 'çã', '注文', 'Ελληνικά']) {
		const bytes = Buffer.from(text);
		assert.equal(mayBeMojibake(bytes, 0, bytes.length), false, text);
	}
});
