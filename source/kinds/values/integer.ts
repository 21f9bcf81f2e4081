/** The range of a signed 32-bit integer. */
export const smallestInteger = -(2 ** 31);
export const largestInteger = 2 ** 31 - 1;

/** True if a trimmed text is a whole number of 32 bits. */
export function isInteger(value: string): boolean {
	const number = Number(value);
	return number >= smallestInteger && number <= largestInteger && /^[+-]?[0-9]+$/.test(value);
}

/** A whole number that is written in another way. It is certain if it cannot mean another number. */
export type WrittenInteger = {readonly number: string; readonly isCertain: boolean};

/** Returns the whole numbers that a text can mean, the likeliest first; nothing for any other text. */
export function writtenIntegers(value: string): readonly WrittenInteger[] {
	const found = [...withZeroDecimals(value), ...withSeparators(value), ...withExponent(value)];
	return found.filter(({number}, at) => isInteger(number) && found.findIndex(other => other.number === number) === at);
}

/** `1.0`; but `1.000` can be a thousand. */
function withZeroDecimals(value: string): readonly WrittenInteger[] {
	const [, whole, mark, decimals = ''] = /^([+-]?[0-9]+)([.,])(0+)$/.exec(value) ?? [];
	if (whole === undefined || (mark === ',' && decimals.length === 3)) return [];
	return [{number: whole, isCertain: mark === '.' && !/^[+-]?[1-9][0-9]{0,2}\.000$/.test(value)}];
}

/** `1,000`, with any usual separator of thousands. */
function withSeparators(value: string): readonly WrittenInteger[] {
	if (!/^[+-]?[0-9]{1,3}(?:([,. '’\u00A0\u2009\u202F])[0-9]{3})(?:\1[0-9]{3})*$/.test(value)) return [];
	return [{number: value.replaceAll(/[^0-9+-]/g, ''), isCertain: false}];
}

/** `1e3`. */
function withExponent(value: string): readonly WrittenInteger[] {
	if (!/^[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?e[+-]?[0-9]{1,2}$/i.test(value)) return [];
	return [{number: String(Number(value)), isCertain: false}];
}
