import {type ErrorOf, errorGroup} from '../errors/error-group.ts';
import {UserError} from '../errors/user-error.ts';
import {shellWord} from '../text/shell-word.ts';
import {profileNameHint} from './profile.ts';
import {settingNames} from './settings.ts';

const group = errorGroup('bad-settings', 'damaged-settings', 'untrusted-settings');

/** Settings that cannot be read or written. Nothing of them is erased. */
export type SettingsError = ErrorOf<typeof group>;

export const isSettingsError = group.is;

export function settingsError(problem: string, hint: string, cause?: unknown): SettingsError {
	return group.make('bad-settings', problem, hint, cause);
}

/** The errors of profiles and of the project file. */
export const settingsErrors = {
	badProfileName(name: string): SettingsError {
		return settingsError(`"${name}" is not a valid profile name.`, profileNameHint);
	},

	unreadable(path: string, cause: unknown): SettingsError {
		return settingsError(`${path} cannot be read: ${messageOf(cause)}.`, 'Check its owner and permissions.', cause);
	},

	unreadableFolder(folder: string, cause: unknown): SettingsError {
		return settingsError(
			`The profiles in ${folder} cannot be read: ${messageOf(cause)}.`,
			'Check that it is a folder, and its permissions.',
			cause,
		);
	},

	/** The file of a profile does not contain a profile. */
	damaged(path: string, reason: string): SettingsError {
		return group.make(
			'damaged-settings',
			`The settings in ${path} are damaged: ${reason}. The file was not changed.`,
			'Correct the file, or add the profile again: the damaged file is then renamed, not deleted.',
		);
	},

	notSaved(cause: UserError): SettingsError {
		return settingsError(`The profile was not saved. ${cause.problem}`, cause.hint, cause);
	},

	/** The folder of profiles cannot be locked or written. */
	notWritable(folder: string, cause: unknown): SettingsError {
		return settingsError(
			`The profiles in ${folder} cannot be written: ${messageOf(cause)}. They were not changed.`,
			'Check the permissions of the folder and the free space of the disk. If another command is saving a profile, wait until it ends.',
			cause,
		);
	},

	/** Other users can change the profile; `why` ends a sentence about the path. */
	untrustedProfile(path: string, why: string): SettingsError {
		return group.make(
			'untrusted-settings',
			`${path} ${why}. It decides where data and token are sent, so it was not used.`,
			`Check its content, then run: chmod go-w ${shellWord(path)}`,
		);
	},

	untrustedProject(path: string, why: string): SettingsError {
		return group.make(
			'untrusted-settings',
			`${path} ${why}. It decides where data and token are sent, so it was not used.`,
			`If you trust it, use --project ${shellWord(path)}. To ignore it, use --no-project.`,
		);
	},

	notProjectFile(path: string): SettingsError {
		return settingsError(`${path} is not a regular file.`, 'Name a project file with --project.');
	},

	/** A text of the project file is not valid; `reason` never quotes it, because it may be a token. */
	badProject(path: string, reason: string): SettingsError {
		return settingsError(
			`${path}: ${reason}.`,
			`A project file can set: profile, ${settingNames.filter(name => name !== 'integrationName').join(', ')}.`,
		);
	},

	tokenInProject(path: string): SettingsError {
		return settingsError(
			`${path} contains a token. The file was not used.`,
			'Remove the token from the file, create a new one in Secoda, and store it with "secoda-upload login <profile>".',
		);
	},
};

function messageOf(error: unknown): string {
	return error instanceof UserError ? error.problem : error instanceof Error ? error.message : String(error);
}
