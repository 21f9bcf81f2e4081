/** Never occurs in UTF-8. */
const notText = Buffer.of(0xff);

/** Returns the bytes by which a text is hashed: UTF-8, or its code units where it has half of a surrogate pair, which UTF-8 has not. */
export function textBytes(text: string): Buffer {
	return text.isWellFormed() ? Buffer.from(text) : Buffer.concat([notText, Buffer.from(text, 'utf16le')]);
}
