import type {SourceFile} from './source-file.ts';

/** The encodings that a file can be converted from, by the names of the WHATWG Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];

/** The display names. */
export const encodingNames: {readonly [E in Encoding]: string} = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 (little endian)',
	'utf-16be': 'UTF-16 (big endian)',
	'windows-1252': 'Windows-1252',
};

const otherNames: ReadonlyMap<string, Encoding> = new Map([
	['utf8', 'utf-8'],
	['utf-16', 'utf-16le'],
	['utf16', 'utf-16le'],
	['cp1252', 'windows-1252'],
	['latin1', 'windows-1252'],
	['iso-8859-1', 'windows-1252'],
]);

/** Returns the encoding with this name or alias. */
export function findEncoding(text: string): Encoding | undefined {
	const name = text.toLowerCase();
	return encodings.find(encoding => encoding === name) ?? otherNames.get(name);
}

/** The bytes of one read. */
const readSize = 1024 * 1024;

/**
Decodes a file and yields it as UTF-8 without a byte order mark.

@throws TypeError if the bytes are not valid in that encoding.
*/
export async function* asUtf8(file: SourceFile, encoding: Encoding): AsyncGenerator<Buffer, void, void> {
	const decoder = new TextDecoder(encoding, {fatal: true});
	for (let offset = 0; offset < file.size; offset += readSize) {
		yield Buffer.from(decoder.decode(await file.read(offset, readSize), {stream: true}));
	}

	yield Buffer.from(decoder.decode());
}

/** Returns the first whole characters of a file as UTF-8; `undefined` if they are not valid in that encoding. */
export function headAsUtf8(bytes: Buffer, encoding: Encoding): Buffer | undefined {
	try {
		return Buffer.from(new TextDecoder(encoding, {fatal: true}).decode(bytes, {stream: true}));
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
