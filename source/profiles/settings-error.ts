import {hasCode, UserError} from '../errors/user-error.ts';

const codes = ['bad-settings', 'damaged-settings', 'untrusted-settings'] as const;

/** Settings that cannot be read or written. Nothing of them is erased. */
export type SettingsError = UserError<(typeof codes)[number]>;

export function settingsError(problem: string, hint: string, cause?: unknown): SettingsError {
	return new UserError('bad-settings', problem, hint, cause);
}

export function untrustedSettings(problem: string, hint: string): SettingsError {
	return new UserError('untrusted-settings', problem, hint);
}

export function isSettingsError(error: unknown): error is SettingsError {
	return hasCode(error, codes);
}
