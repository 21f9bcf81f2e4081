/** How a value of a JSON file is checked: with `read`, and with a JSON schema where another program checks it. A test compares the two. */
export type JsonRule<Value> = {
	/** Returns the value; `undefined` if it is not valid. */
	readonly read: (value: unknown) => Value | undefined;
	readonly schema: object;
	/** A description of a valid value, for `must be …`. */
	readonly expected: string;
};

/** True for a JSON object. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads each key and value of an object; `undefined` if one is not valid. */
export function readEntries<Value>(
	value: unknown,
	readKey: (key: string) => string | undefined,
	read: (value: unknown) => Value | undefined,
): {readonly [key: string]: Value} | undefined {
	if (!isJsonObject(value)) return undefined;
	const found: [string, Value][] = [];
	for (const [name, item] of Object.entries(value)) {
		const key = readKey(name);
		const one = read(item);
		if (key === undefined || one === undefined) return undefined;
		found.push([key, one]);
	}

	return Object.fromEntries(found);
}

/** Reads each item of an array; `undefined` if one is not valid. */
export function readItems<Value>(
	value: unknown,
	read: (value: unknown) => Value | undefined,
): readonly Value[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const found = value.flatMap(item => read(item) ?? []);
	return found.length === value.length ? found : undefined;
}
