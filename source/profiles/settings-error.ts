import {type ErrorOf, errorGroup} from '../errors/error-group.ts';

const group = errorGroup('bad-settings', 'damaged-settings', 'untrusted-settings');

/** Settings that cannot be read or written. Nothing of them is erased. */
export type SettingsError = ErrorOf<typeof group>;

export const isSettingsError = group.is;

export function settingsError(problem: string, hint: string, cause?: unknown): SettingsError {
	return group.make('bad-settings', problem, hint, cause);
}

export function untrustedSettings(problem: string, hint: string): SettingsError {
	return group.make('untrusted-settings', problem, hint);
}
