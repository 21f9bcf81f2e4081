import {InvalidArgumentError} from 'commander';
import {fieldOption, mapOption, setOption, unknownCode} from '../commands/fix/options.ts';
import {allCodes} from '../kinds/index.ts';
import {type Delimiter, delimiterNamed, delimiters} from '../records/csv/dialect.ts';
import {type Encoding, encodingNamed, encodings} from '../records/source/encoding.ts';
import type {IgnoredProblem} from '../report/check/checked-file.ts';
import {defaultedOption, flag, negatedFlag, parsedOption, requiredOption, textOption} from './typed-option.ts';

const url = ['--url <workspace>', 'us, eu, apac, or the address of your own Secoda'] as const;
const integration = ['--integration <id>', 'the id of the integration to upload to'] as const;

export const urlOption = () => textOption(...url);
export const requiredUrlOption = () => requiredOption(...url);
export const integrationOption = () => textOption(...integration);
export const requiredIntegrationOption = () => requiredOption(...integration);
export const tokenFileOption = () => textOption('--token-file <path>', 'a file that holds the API token');
export const waitOption = () =>
	defaultedOption('--wait <duration>', 'how long to wait for the sync; 0 = do not wait', duration, {
		value: 600_000,
		shown: '10m',
	});
export const timeoutOption = () =>
	defaultedOption('--timeout <duration>', 'how long a request may take, and an upload may stall', positiveDuration, {
		value: 30_000,
		shown: '30s',
	});
/** The result as one JSON object on stdout; all else goes to stderr. */
export const jsonOption = () => flag('--json', 'the result as one JSON object on stdout');
export const stateOption = () => textOption('--state <folder>', 'where history, snapshots and unsaved edits are kept');
export const encodingOption = () =>
	parsedOption('--encoding <name>', `read the file as ${encodings.join(', ')}; it stays as it is`, encoding);
export const delimiterOption = () =>
	parsedOption('--delimiter <name>', `what separates the cells: ${Object.keys(delimiters).join(', ')}`, delimiter);
export const ignoreOption = () =>
	defaultedOption('--ignore <code[:field]>', 'leave such problems out of the report; may be given again', ignored, {
		value: [],
		shown: 'none',
	});
export const mapColumnOption = () =>
	parsedOption(
		'--map <header=field>',
		'the column with this header, or #3, holds this field; may be given again',
		mapOption,
	);

/** The options that say how a file is read, which is the same for a check, an upload and the app. */
export const readingOptions = () => [
	...projectOptions(),
	encodingOption(),
	delimiterOption(),
	mapColumnOption(),
	parsedOption('--set <field=value>', 'the field has this value in every row; may be given again', setOption),
];

/** The options for the project file. */
export const projectOptions = () => [
	textOption('--project <file>', 'use this project file, even if another user owns it'),
	negatedFlag('--no-project', 'use no project file (secoda-upload.json)'),
];

/** "90", "90s", "10m", "1h" in milliseconds. */
function duration(text: string): number {
	const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
	if (number === undefined) throw new InvalidArgumentError('Give a duration such as 30s, 10m or 1h.');
	return Number(number) * {ms: 1, s: 1000, m: 60_000, h: 3_600_000}[unit as 'ms' | 's' | 'm' | 'h'];
}

/** The same, and more than nothing. */
function positiveDuration(text: string): number {
	const milliseconds = duration(text);
	if (milliseconds === 0) throw new InvalidArgumentError('Give more than nothing, such as 30s.');
	return milliseconds;
}

export function port(text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0 || number > 65_535)
		throw new InvalidArgumentError('A port is a number from 0 to 65535.');
	return number;
}

/** A whole number from 0 on. */
export function wholeNumber(text: string): number {
	if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
	return Number(text);
}

/** The name of an encoding as settings keep it. */
export const encodingName = (text: string): string => encoding(text);

/** The name of a separator as settings keep it. */
export function delimiterName(text: string): string {
	const found = delimiter(text);
	return Object.entries(delimiters).find(([, character]) => character === found)?.[0] ?? text;
}

/** A number that is not negative. */
export function nonNegativeNumber(text: string): number {
	const number = Number(text);
	if (text.trim() === '' || !(number >= 0 && Number.isFinite(number)))
		throw new InvalidArgumentError('Give a number from 0 on.');
	return number;
}

function encoding(text: string): Encoding {
	const found = encodingNamed(text);
	if (found === undefined) throw new InvalidArgumentError(`The encodings: ${encodings.join(', ')}.`);
	return found;
}

function delimiter(text: string): Delimiter {
	const found = delimiterNamed(text);
	if (found === undefined) throw new InvalidArgumentError(`The separators: ${Object.keys(delimiters).join(', ')}.`);
	return found;
}

function ignored(text: string, before: readonly IgnoredProblem[]): readonly IgnoredProblem[] {
	const [code = '', field] = text.split(':');
	if (!allCodes.has(code)) throw unknownCode(code);
	return [...before, field === undefined ? {code} : {code, field: fieldOption(field)}];
}
