import {recipeWords} from '../mapping/recipe-options.ts';
import {delimiters} from '../records/csv/dialect.ts';
import type {ReadOptions} from '../session/read-options.ts';
import {shellPath, shellWord} from '../text/shell-word.ts';
import {noMap} from './fix/options.ts';
import {optionsOfRows, rowsOf} from './row-options.ts';
import type {ReadingOptions, UploadTarget, UploadTargetOptions} from './target.ts';

/** The file or profile on the command line, with its target and options. */
export type CommandSubject = {
	readonly source: string;
	readonly target: UploadTarget;
	readonly options: UploadTargetOptions & {readonly tokenFile?: string | undefined};
};

/** Returns a command of this program, quoted for a shell. */
export function commandText(words: readonly string[]): string {
	return ['secoda-upload', ...words.map(shellWord)].join(' ');
}

/** Returns a command on the same file or profile, with the same options for reading the file. */
export function commandOn(command: readonly string[], {source, target, options}: CommandSubject): string {
	const names = isProfile(source, target) ? [source] : fileWords(source, options);
	return [commandText(command), ...names, ...readingWords(options).map(shellWord)].join(' ');
}

/** Returns the command that fixes files. The settings of a profile become options: `fix` takes no profile. */
export function fixCommandOn(paths: readonly string[], {source, target, options}: CommandSubject): string {
	const reading = isProfile(source, target) ? {...options, ...wordsOf(target.reading)} : options;
	return [commandText(['fix']), ...paths.map(shellPath), ...readingWords(reading).map(shellWord)].join(' ');
}

/** Returns the command that uploads a file or a profile, with placeholders for a missing target. */
export function uploadCommandOn(subject: CommandSubject): string {
	const {target, options} = subject;
	return [
		commandOn(['upload'], subject),
		...targetWords('--url', '<workspace>', options.url, target.url),
		...targetWords('--integration', '<id>', options.integration, target.integration),
		...(options.tokenFile === undefined ? [] : ['--token-file', shellWord(options.tokenFile)]),
	].join(' ');
}

/** Returns an option that was given; one that settings provide is omitted. */
function targetWords(
	option: string,
	placeholder: string,
	given: string | undefined,
	known: string | undefined,
): readonly string[] {
	if (given !== undefined) return [option, shellWord(given)];
	return known === undefined ? [option, placeholder] : [];
}

function fileWords(source: string, {other}: UploadTargetOptions): readonly string[] {
	return [source, ...(other === undefined ? [] : [other])].map(shellPath);
}

function isProfile(source: string, {profile}: UploadTarget): boolean {
	return profile?.name === source;
}

function readingWords(options: ReadingOptions): readonly string[] {
	const {encoding, delimiter, headerRow, map = noMap, set = [], project} = options;
	const separator = Object.entries(delimiters).find(([, character]) => character === delimiter)?.[0];
	return [
		...(encoding === undefined ? [] : ['--encoding', encoding]),
		...(separator === undefined ? [] : ['--delimiter', separator]),
		...(headerRow === undefined ? [] : ['--header-row', String(headerRow)]),
		...(map.proposal === 'take' ? ['--map', 'auto'] : []),
		...map.columns.flatMap(({header, field}) => ['--map', `${header}=${field}`]),
		...set.flatMap(({field, value}) => ['--set', `${field}=${value}`]),
		...recipeWords(rowsOf(options)),
		...projectWords(project),
	];
}

function wordsOf({encoding, delimiter, headerRow, mapping = {}, constants, rows}: ReadOptions): ReadingOptions {
	return {
		encoding,
		delimiter,
		headerRow,
		map: {columns: Object.entries(mapping).map(([header, field]) => ({header, field}))},
		set: constants,
		...optionsOfRows(rows),
	};
}

/** Returns the options for the project file. */
export function projectWords(project: ReadingOptions['project']): readonly string[] {
	if (project === undefined) return [];
	return project === false ? ['--no-project'] : ['--project', project];
}
