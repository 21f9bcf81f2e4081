import {InvalidArgumentError} from 'commander';
import {fieldOption, mapOption, setOption, unknownCode} from '../commands/fix/options.ts';
import {allCodes} from '../kinds/index.ts';
import {type Delimiter, delimiters, findDelimiter} from '../records/csv/dialect.ts';
import {type Encoding, encodings, findEncoding} from '../records/source/encoding.ts';
import type {IgnoredProblem} from '../report/check/reported-file.ts';
import {optionTexts, valueErrors} from './option-texts.ts';
import {rowOptions} from './recipe-options.ts';
import {argumentTexts} from './texts.ts';
import {argument} from './typed-argument.ts';
import {defaultedOption, flag, negatedFlag, parsedOption, requiredOption, textOption} from './typed-option.ts';

const url = ['--url <workspace>', optionTexts.url] as const;
const integration = ['--integration <id>', optionTexts.integration] as const;

/** The file that is sent together with the first. */
export const secondFile = () => argument('[second-file]', argumentTexts.secondFile);

export const urlOption = () => textOption(...url);
export const requiredUrlOption = () => requiredOption(...url);
export const integrationOption = () => textOption(...integration);
export const requiredIntegrationOption = () => requiredOption(...integration);
export const tokenFileOption = () => textOption('--token-file <path>', optionTexts.tokenFile);
export const waitOption = () =>
	defaultedOption('--wait <duration>', optionTexts.wait, duration, {
		value: 600_000,
		shown: '10m',
	});
export const timeoutOption = () =>
	defaultedOption('--timeout <duration>', optionTexts.timeout, positiveDuration, {
		value: 30_000,
		shown: '30s',
	});
export const jsonOption = () => flag('--json', optionTexts.json);
export const stateOption = () => textOption('--state <folder>', optionTexts.state);
export const encodingOption = () => parsedOption('--encoding <name>', optionTexts.encoding(encodings), encoding);
export const delimiterOption = () =>
	parsedOption('--delimiter <name>', optionTexts.delimiter(Object.keys(delimiters)), delimiter);
export const headerRowOption = () => parsedOption('--header-row <number>', optionTexts.headerRow, row);
export const ignoreOption = () =>
	defaultedOption('--ignore <code[:field]>', optionTexts.ignore, ignored, {
		value: [],
		shown: 'none',
	});
export const mapColumnOption = () => parsedOption('--map <header=field>', optionTexts.map, mapOption);

/** The options for reading a file: the same for a check, an upload and the app. */
export const readingOptions = () => [
	...projectOptions(),
	encodingOption(),
	delimiterOption(),
	headerRowOption(),
	mapColumnOption(),
	parsedOption('--set <field=value>', optionTexts.setWhileReading, setOption),
	...rowOptions(),
];

/** The options for the project file. */
export const projectOptions = () => [
	textOption('--project <file>', optionTexts.project),
	negatedFlag('--no-project', optionTexts.noProject),
];

/** Parses a duration such as `90`, `90s`, `10m` or `1h` into milliseconds. */
function duration(text: string): number {
	const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
	if (number === undefined) throw new InvalidArgumentError(valueErrors.duration);
	return Number(number) * {ms: 1, s: 1000, m: 60_000, h: 3_600_000}[unit as 'ms' | 's' | 'm' | 'h'];
}

/** Parses a duration greater than 0 into milliseconds. */
function positiveDuration(text: string): number {
	const milliseconds = duration(text);
	if (milliseconds === 0) throw new InvalidArgumentError(valueErrors.positiveDuration);
	return milliseconds;
}

export function port(text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new InvalidArgumentError(valueErrors.port);
	return number;
}

/** Parses a whole number that is 0 or greater. */
export function wholeNumber(text: string): number {
	if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(valueErrors.wholeNumber);
	return Number(text);
}

/** Parses the number of a row. */
export function row(text: string): number {
	if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError(valueErrors.row);
	return Number(text);
}

/** Maximum number of steps in a lineage: its lines are indented by each. */
const maxSteps = 100;

/** Parses a number of steps in a lineage. */
export function steps(text: string): number {
	const number = Number(text);
	if (!/^\d+$/.test(text) || number > maxSteps) throw new InvalidArgumentError(valueErrors.steps(maxSteps));
	return number;
}

/** Parses an encoding into its name in the settings. */
export const encodingName = (text: string): string => encoding(text);

/** Parses a separator into its name in the settings. */
export function delimiterName(text: string): string {
	const found = delimiter(text);
	return Object.entries(delimiters).find(([, character]) => character === found)?.[0] ?? text;
}

/** Parses a number that is 0 or greater. */
export function nonNegativeNumber(text: string): number {
	const number = Number(text);
	if (text.trim() === '' || !(number >= 0 && Number.isFinite(number)))
		throw new InvalidArgumentError(valueErrors.nonNegativeNumber);
	return number;
}

function encoding(text: string): Encoding {
	const found = findEncoding(text);
	if (found === undefined) throw new InvalidArgumentError(valueErrors.choices(encodings));
	return found;
}

function delimiter(text: string): Delimiter {
	const found = findDelimiter(text);
	if (found === undefined) throw new InvalidArgumentError(valueErrors.choices(Object.keys(delimiters)));
	return found;
}

function ignored(text: string, before: readonly IgnoredProblem[]): readonly IgnoredProblem[] {
	const [code = '', field] = text.split(':');
	if (!allCodes.has(code)) throw unknownCode(code);
	return [...before, field === undefined ? {code} : {code, field: fieldOption(field)}];
}
