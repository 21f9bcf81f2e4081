import {statSync} from 'node:fs';
import {shellWord} from '../text/shell-word.ts';
import type {CommandIo} from './io.ts';
import {stdinSource} from './standard-input.ts';

/** An option of the typed command that the next one does not have. */
type OmittedOption = {readonly name: `--${string}`; readonly form: 'flag' | 'value'};

/** The changes that make the next command of a typed one. */
export type CommandChanges = {
	/** The command in place of the typed one. */
	readonly command?: string;
	readonly omitted?: readonly OmittedOption[];
	readonly added?: readonly string[];
};

/** The placeholder for the command that writes to standard input. */
const producer = '<command that writes the file>';

/** Returns the command that was typed, with the approval of a plan in place of another one; `undefined` for two streams. */
export function approveCommand(
	planId: string,
	files: readonly string[],
	io: Pick<CommandIo, 'argv'>,
	{command, omitted = [], added = []}: CommandChanges = {},
): string | undefined {
	return typedCommand(files, io, {
		...(command === undefined ? {} : {command}),
		omitted: [...omitted, {name: '--approve', form: 'value'}],
		added: [...added, '--approve', planId],
	});
}

/** Returns the command that was typed, with `--force`; `undefined` for two streams. */
export function forceCommand(files: readonly string[], io: Pick<CommandIo, 'argv'>): string | undefined {
	return typedCommand(files, io, {added: ['--force']});
}

/**
Returns the command that was typed, with all its options and with changes. A stream cannot be read again, so it becomes standard input of a
pipeline. Returns `undefined` for two streams.
*/
function typedCommand(
	files: readonly string[],
	{argv}: Pick<CommandIo, 'argv'>,
	{command, omitted = [], added = []}: CommandChanges,
): string | undefined {
	const streams = files.filter(isStream);
	if (streams.length > 1) return undefined;
	const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
	const [words, operands] = [argv.slice(0, end), argv.slice(end)].map(part =>
		part.map(word => (streams.includes(word) ? stdinSource : word)),
	);
	const kept = withoutOptions(words ?? [], omitted);
	const at = kept.findIndex(word => !word.startsWith('-'));
	const named = command === undefined || at === -1 ? kept : kept.toSpliced(at, 1, command);
	const text = [...named, ...added, ...(operands ?? [])].map(shellWord).join(' ');
	return `${streams.length === 0 ? '' : `${producer} | `}secoda-upload ${text}`;
}

function withoutOptions(words: readonly string[], omitted: readonly OmittedOption[]): readonly string[] {
	return words.filter((word, at) => {
		const isValue = omitted.some(({name, form}) => form === 'value' && words[at - 1] === name);
		return !isValue && !omitted.some(({name}) => word === name || word.startsWith(`${name}=`));
	});
}

/** True for standard input, and for a path such as that of `<(command)`. */
function isStream(path: string): boolean {
	const stats = path === stdinSource ? undefined : statSync(path, {throwIfNoEntry: false});
	return path === stdinSource || stats?.isFIFO() === true || stats?.isCharacterDevice() === true;
}
