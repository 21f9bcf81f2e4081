import {delimiters} from '../records/csv/dialect.ts';
import type {ReadOptions} from '../session/read-options.ts';
import {shellPath, shellWord} from '../text/shell-word.ts';
import type {ReadingOptions, UploadTarget, UploadTargetOptions} from './target.ts';

/** A file or a profile as the command line names it, with what was found out about it. */
export type CommandSubject = {
	readonly source: string;
	readonly target: UploadTarget;
	readonly options: UploadTargetOptions & {readonly tokenFile?: string | undefined};
};

/** Returns a command of this program that can be typed as it stands. */
export function commandText(words: readonly string[]): string {
	return ['secoda-upload', ...words.map(shellWord)].join(' ');
}

/**
Returns a command on the same file or profile, with the options of the present command that say how the file is read:
without them it would be read in another way.
*/
export function commandOn(command: readonly string[], {source, target, options}: CommandSubject): string {
	const name = isProfile(source, target) ? source : shellPath(source);
	return [commandText(command), name, ...readingWords(options).map(shellWord)].join(' ');
}

/** Returns the command that fixes a file. A profile says how its file is read; a fix is of the file alone. */
export function fixCommandOn(path: string, {source, target, options}: CommandSubject): string {
	const reading = isProfile(source, target) ? {...options, ...wordsOf(target.reading)} : options;
	return [commandText(['fix']), shellPath(path), ...readingWords(reading).map(shellWord)].join(' ');
}

/** Returns the command that uploads a file or a profile. What nobody has said yet is a placeholder. */
export function uploadCommandOn(subject: CommandSubject): string {
	const {target, options} = subject;
	return [
		commandOn(['upload'], subject),
		...targetWords('--url', '<workspace>', options.url, target.url),
		...targetWords('--integration', '<id>', options.integration, target.integration),
		...(options.tokenFile === undefined ? [] : ['--token-file', shellWord(options.tokenFile)]),
	].join(' ');
}

/** An option that was given is repeated; one that is known from elsewhere is left out. */
function targetWords(
	option: string,
	placeholder: string,
	given: string | undefined,
	known: string | undefined,
): readonly string[] {
	if (given !== undefined) return [option, shellWord(given)];
	return known === undefined ? [option, placeholder] : [];
}

function isProfile(source: string, {profile}: UploadTarget): boolean {
	return profile?.name === source;
}

function readingWords({encoding, delimiter, map = [], set = [], project}: ReadingOptions): readonly string[] {
	const separator = Object.entries(delimiters).find(([, character]) => character === delimiter)?.[0];
	return [
		...(encoding === undefined ? [] : ['--encoding', encoding]),
		...(separator === undefined ? [] : ['--delimiter', separator]),
		...map.flatMap(({header, field}) => ['--map', `${header}=${field}`]),
		...set.flatMap(({field, value}) => ['--set', `${field}=${value}`]),
		...projectWords(project),
	];
}

function wordsOf({encoding, delimiter, mapping = {}, constants}: ReadOptions): ReadingOptions {
	return {
		encoding,
		delimiter,
		map: Object.entries(mapping).map(([header, field]) => ({header, field})),
		set: constants,
	};
}

/** The words of the options for the project file. */
export function projectWords(project: ReadingOptions['project']): readonly string[] {
	if (project === undefined) return [];
	return project === false ? ['--no-project'] : ['--project', project];
}
