import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {FileKind} from '../kinds/file-kind.ts';
import {kindPairedWith} from '../kinds/index.ts';
import type {Bundle} from '../session/bundle.ts';
import {shellPath} from '../text/shell-word.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';
import {type CommandSubject, commandOn, commandText, uploadCommandOn} from './next-command.ts';
import {stdinSource} from './standard-input.ts';

/** Returns the file beside another that is usually sent together with it; `undefined` without one. */
export function findCompanion(path: string, kind: FileKind): string | undefined {
	if (path === stdinSource) return undefined;
	const names = kindPairedWith(kind)?.pairing?.fileNames ?? [];
	return names.map(name => join(dirname(path), name)).find(file => file !== join(path) && existsSync(file));
}

/** Prints how to include the file that is usually sent together with the only file of a bundle. `command` returns the command for both. */
export function noteCompanion(
	{first, others}: Bundle,
	command: (paths: readonly [string, string]) => string,
	io: CommandIo,
): void {
	const found = others.length === 0 ? findCompanion(first.path, first.kind) : undefined;
	if (found !== undefined) note(io, messages.companionFile(visible(found), command([first.path, found])));
}

/** Returns the function that makes a command on both files out of a command on one. A profile is replaced by its file. */
export function includeCommand(
	command: readonly string[],
	{target, options}: CommandSubject,
): (paths: readonly [string, string]) => string {
	return ([source, other]) =>
		commandOn(command, {source, target: {...target, profile: undefined}, options: {...options, source, other}});
}

/** The same for `upload`. A profile that has the file gets the other one too: its stored token is for its own uploads. */
export function includeInUpload(subject: CommandSubject): (paths: readonly [string, string]) => string {
	const {target, options} = subject;
	const {profile} = target;
	if (profile?.file !== undefined && (options.source === undefined || options.source === profile.name))
		return ([, other]) => `${commandText(['profiles', 'set', profile.name, '--second-file'])} ${shellPath(other)}`;
	return ([source, other]) => uploadCommandOn({source, target, options: {...options, source, other}});
}
