import type {Recipe} from '../mapping/recipe.ts';
import {recipeRules} from '../mapping/recipe-json.ts';
import {isObject} from './json.ts';

/** The parts of a recipe that are settings of their own, in addition to mapping, encoding and delimiter. */
type RecipePart = 'headerRow' | 'constants' | 'split' | 'fillDown' | 'tableRows' | 'skipRows' | 'values' | 'case';

/** The settings that a profile and a project file share: where a file goes, and how it is read. */
export type Settings = Pick<Recipe, RecipePart> & {
	/** us, eu, apac or the address of a workspace. */
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
	/** The name of the integration when it was chosen; shown to users. */
	readonly integrationName?: string | undefined;
	/** The file to upload when the command names none. */
	readonly file?: string | undefined;
	/** The file that is sent together with `file`, if there is one. */
	readonly secondFile?: string | undefined;
	/** The field of each column, by the header of the column. */
	readonly mapping?: Readonly<Record<string, string>> | undefined;
	readonly encoding?: string | undefined;
	readonly delimiter?: string | undefined;
	/** True if safe fixes are applied before an upload without a question. */
	readonly safeFixes?: boolean | undefined;
	readonly guard?: GuardSettings | undefined;
};

/** The limits of the safety stop. */
export type GuardSettings = {
	/** Percentage of the tables, or of the columns, that may be hidden. */
	readonly maxHidden?: number | undefined;
	/** Minimum number of rows in a file. */
	readonly minRows?: number | undefined;
	/** Maximum age of a file in hours. */
	readonly maxAge?: number | undefined;
};

/** How a setting is checked: with `read` before the first frame, with a JSON schema when conf writes it. A test compares the two. */
type Rule<Value> = {
	/** Returns the value; `undefined` if it is not valid. */
	readonly read: (value: unknown) => Value | undefined;
	readonly schema: object;
};

const text: Rule<string> = {
	read: value => (typeof value === 'string' && value !== '' ? value : undefined),
	schema: {type: 'string', minLength: 1},
};
const flag: Rule<boolean> = {
	read: value => (typeof value === 'boolean' ? value : undefined),
	schema: {type: 'boolean'},
};
const nonNegative: Rule<number> = {
	read: value => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined),
	schema: {type: 'number', minimum: 0},
};
const textRecord: Rule<Readonly<Record<string, string>>> = {
	read: value => (isObject(value) && isTextRecord(value) ? value : undefined),
	schema: {type: 'object', additionalProperties: {type: 'string'}},
};
const limits: Rule<GuardSettings> = {
	read: value => (isObject(value) && Object.entries(value).every(isLimit) ? value : undefined),
	schema: {
		type: 'object',
		additionalProperties: false,
		properties: {maxHidden: nonNegative.schema, minRows: nonNegative.schema, maxAge: nonNegative.schema},
	},
};

function ruleOf<Part extends RecipePart>(part: Part) {
	return [recipeRules[part], recipeRules[part].expected] as const;
}

/** Each setting with its rule and a description of a valid value. */
const settings = {
	url: [text, 'us, eu, apac or an address'],
	integration: [text, 'the ID of an integration'],
	integrationName: [text, 'a name'],
	file: [text, 'a path'],
	secondFile: [text, 'a path'],
	mapping: [textRecord, 'an object of headers and fields, such as {"object": "name"}'],
	encoding: [text, 'the name of an encoding'],
	delimiter: [text, 'the name of a separator'],
	headerRow: ruleOf('headerRow'),
	constants: ruleOf('constants'),
	split: ruleOf('split'),
	fillDown: ruleOf('fillDown'),
	tableRows: ruleOf('tableRows'),
	skipRows: ruleOf('skipRows'),
	values: ruleOf('values'),
	case: ruleOf('case'),
	safeFixes: [flag, 'true or false'],
	guard: [limits, 'an object of numbers: maxHidden (percent), minRows, maxAge (hours)'],
} as const satisfies {readonly [Name in keyof Required<Settings>]: readonly [Rule<Settings[Name]>, string]};

const names = Object.keys(settings).filter((name): name is keyof Settings => name in settings);

/** The names of all settings. */
export const settingNames: readonly string[] = names;

/** The JSON schema of each setting. */
export const settingsSchema = Object.fromEntries(names.map(name => [name, settings[name][0].schema]));

/** Reads the settings from a JSON object. Returns what is wrong as a text if a value is not valid. */
export function readSettings(json: Readonly<Record<string, unknown>>): Settings | string {
	const wrong = names.find(name => json[name] !== undefined && settings[name][0].read(json[name]) === undefined);
	if (wrong !== undefined) return `"${wrong}" must be ${settings[wrong][1]}`;
	return Object.fromEntries(names.filter(name => json[name] !== undefined).map(name => [name, json[name]]));
}

function isTextRecord(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, string>> {
	return Object.values(value).every(item => typeof item === 'string');
}

function isLimit([name, value]: [name: string, value: unknown]): boolean {
	return ['maxHidden', 'minRows', 'maxAge'].includes(name) && nonNegative.read(value) !== undefined;
}
