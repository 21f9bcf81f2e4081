/** What a profile and a project file can both say: where a file goes, and how it is read. */
export type Settings = {
	/** us, eu, apac or an own address. */
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
	/** The integration's name when it was chosen, for people. */
	readonly integrationName?: string | undefined;
	/** The file that is uploaded when none is named. */
	readonly file?: string | undefined;
	/** Which field a column holds, by the column's header. */
	readonly mapping?: Readonly<Record<string, string>> | undefined;
	readonly encoding?: string | undefined;
	readonly delimiter?: string | undefined;
	/** Whether safe fixes are taken before an upload without asking. */
	readonly safeFixes?: boolean | undefined;
	readonly guard?: GuardSettings | undefined;
};

/** When an upload ends with a safety stop. */
export type GuardSettings = {
	/** Percent of the tables, or of the columns, that may be hidden at most. */
	readonly maxHidden?: number | undefined;
	/** Rows that a file must have. */
	readonly minRows?: number | undefined;
	/** Hours since the file was written, at most. */
	readonly maxAge?: number | undefined;
};

type Reader<Value> = (value: unknown) => Value | undefined;

const text: Reader<string> = value => (typeof value === 'string' && value !== '' ? value : undefined);
const flag: Reader<boolean> = value => (typeof value === 'boolean' ? value : undefined);
const nonNegative: Reader<number> = value =>
	typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** How each setting is read, and what it should be, for who wrote something else. */
const readers = {
	url: [text, 'us, eu, apac or an address'],
	integration: [text, 'the id of an integration'],
	integrationName: [text, 'a name'],
	file: [text, 'a path'],
	mapping: [textRecord, 'an object of headers and fields, such as {"object": "name"}'],
	encoding: [text, 'the name of an encoding'],
	delimiter: [text, 'the name of a separator'],
	safeFixes: [flag, 'true or false'],
	guard: [guardSettings, 'an object with numbers: maxHidden (percent), minRows, maxAge (hours)'],
} as const satisfies {readonly [Name in keyof Required<Settings>]: readonly [Reader<Settings[Name]>, string]};

const names = Object.keys(readers).filter((name): name is keyof Settings => name in readers);

/** Reads the settings of a JSON object. Answers a sentence when one of them is not what it should be. */
export function readSettings(json: Readonly<Record<string, unknown>>): Settings | string {
	const wrong = names.find(name => json[name] !== undefined && readers[name][0](json[name]) === undefined);
	if (wrong !== undefined) return `"${wrong}" should be ${readers[wrong][1]}`;
	return Object.fromEntries(names.filter(name => json[name] !== undefined).map(name => [name, json[name]]));
}

/** The settings' names. */
export const settingNames: readonly string[] = names;

/** An object whose values are texts. */
function textRecord(value: unknown): Readonly<Record<string, string>> | undefined {
	return isObject(value) && isTextRecord(value) ? value : undefined;
}

function isTextRecord(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, string>> {
	return Object.values(value).every(item => typeof item === 'string');
}

function guardSettings(value: unknown): GuardSettings | undefined {
	if (!isObject(value)) return undefined;
	const known = ['maxHidden', 'minRows', 'maxAge'];
	const right = Object.entries(value).every(([name, item]) => known.includes(name) && nonNegative(item) !== undefined);
	return right ? value : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
