import {accessSync, constants, readFileSync, statSync} from 'node:fs';
import {isObject, parseJson} from './json.ts';
import type {Profile, TokenPlace} from './profile.ts';
import {readSettings, settingNames} from './settings.ts';
import {settingsErrors} from './settings-error.ts';

/**
Reads the file of a profile. It does not go through conf, which loads a JSON schema compiler: home reads all profiles before its
first frame.

@throws SettingsError; `damaged-settings` if the file does not contain a profile
*/
export function readProfile(path: string, name: string): Profile {
	assertReadable(path);
	const values = parseJson(readFileSync(path, 'utf8'));
	if (!isObject(values)) throw settingsErrors.damaged(path, 'it is not a JSON object');
	const unknown = Object.keys(values).find(key => !settingNames.includes(key) && !profileOnlyNames.has(key));
	if (unknown !== undefined) throw settingsErrors.damaged(path, `"${unknown}" is not a setting`);
	const {kind = 'csv', tokenPlace = 'nowhere'} = values;
	if (kind !== 'csv') throw settingsErrors.damaged(path, '"kind" must be csv');
	if (!isTokenPlace(tokenPlace)) throw settingsErrors.damaged(path, '"tokenPlace" must be keyring, file or nowhere');
	const settings = readSettings(values);
	if (typeof settings === 'string') throw settingsErrors.damaged(path, settings);
	const {url, integration} = settings;
	if (url === undefined || integration === undefined)
		throw settingsErrors.damaged(path, '"url" or "integration" is missing');
	return {...settings, name, url, integration, kind: 'csv', tokenPlace};
}

/** The keys of a profile's file that are not settings. Versions before the first release wrote `lastRun`; it is ignored. */
const profileOnlyNames: ReadonlySet<string> = new Set(['kind', 'tokenPlace', 'lastRun']);

/** A file that cannot be read is not damaged, and so not set aside. */
function assertReadable(path: string): void {
	try {
		accessSync(path, constants.R_OK);
		if (!statSync(path).isFile()) throw new Error('it is not a regular file');
	} catch (error) {
		throw settingsErrors.unreadable(path, error);
	}
}

function isTokenPlace(value: unknown): value is TokenPlace {
	return value === 'keyring' || value === 'file' || value === 'nowhere';
}
