import {accessSync, constants, readFileSync, statSync} from 'node:fs';
import {parse} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type Conf from 'conf';
import {UserError} from '../errors/user-error.ts';
import type {Durability} from '../files/durability.ts';
import type {Profile, TokenPlace} from './profile.ts';
import {isObject, readSettings, settingNames} from './settings.ts';
import {settingsError} from './settings-error.ts';
import {replaceFile} from './write-safely.ts';

type ConfClass = typeof Conf<Record<string, unknown>>;

/**
Reads the file of a profile. It does not go through conf, which loads a JSON schema compiler: home reads all profiles before its
first frame. @throws SettingsError, `damaged-settings` if the file does not contain a profile.
*/
export function readProfile(path: string, name: string): Profile {
	assertReadable(path);
	const values = storedValues(path);
	if (values === undefined) throw damagedProfile(path, 'it is no JSON');
	const unknown = Object.keys(values).find(key => !settingNames.includes(key) && !profileOnlyNames.has(key));
	if (unknown !== undefined) throw damagedProfile(path, `"${unknown}" is no setting`);
	const {kind = 'csv', tokenPlace = 'nowhere'} = values;
	if (kind !== 'csv') throw damagedProfile(path, 'this version knows no other "kind" than csv');
	if (!isTokenPlace(tokenPlace)) throw damagedProfile(path, '"tokenPlace" should be keyring, file or nowhere');
	const settings = readSettings(values);
	if (typeof settings === 'string') throw damagedProfile(path, settings);
	const {url, integration} = settings;
	if (url === undefined || integration === undefined) throw damagedProfile(path, 'it names no url or no integration');
	return {
		...settings,
		name,
		url,
		integration,
		kind: 'csv',
		tokenPlace,
	};
}

/** Loads conf and returns the function that writes profiles. */
export async function loadProfileWriter(): Promise<(path: string, profile: Profile) => Durability> {
	const {default: Conf} = await import('conf');
	return (path, profile) => writeProfile(path, profile, Conf<Record<string, unknown>>);
}

/** Writes or replaces the file of a profile. @throws SettingsError; the file is then unchanged. */
function writeProfile(path: string, {name: _name, ...values}: Profile, Conf: ConfClass): Durability {
	// As it comes back: what is undefined is not written, at any depth.
	const stored: Record<string, unknown> = JSON.parse(JSON.stringify(values));
	const wrong = readSettings(stored);
	if (typeof wrong === 'string') throw settingsError(`The profile was not saved: ${wrong}.`, 'Give it another value.');
	try {
		return replaceFile(
			path,
			temporary => {
				const {dir, name: configName, ext} = parse(temporary);
				new Conf({cwd: dir, configName, fileExtension: ext.slice(1), configFileMode: 0o600}).store = stored;
			},
			text => isDeepStrictEqual(parseJson(text), stored),
		);
	} catch (error) {
		throw settingsError(
			`The profile was not saved to ${path}; what was there before still is.`,
			'Is the disk full? Make room and try again.',
			error,
		);
	}
}

/** Returns the values in the file of a profile; `undefined` if it is not a JSON object. The file is not changed. */
function storedValues(path: string): Readonly<Record<string, unknown>> | undefined {
	const values = parseJson(readFileSync(path, 'utf8'));
	return isObject(values) ? values : undefined;
}

/** What a profile's file holds beside settings. Versions before the first release kept `lastRun` there; it is ignored. */
const profileOnlyNames: ReadonlySet<string> = new Set(['kind', 'tokenPlace', 'lastRun']);

/** A file that cannot be read is not damaged: it is left alone. */
function assertReadable(path: string): void {
	try {
		accessSync(path, constants.R_OK);
		if (!statSync(path).isFile()) throw new Error('it is no file');
	} catch (error) {
		throw settingsError(`${path} cannot be read.`, 'Check its permissions, and who owns it.', error);
	}
}

function isTokenPlace(value: unknown): value is TokenPlace {
	return value === 'keyring' || value === 'file' || value === 'nowhere';
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A profile's file does not hold a profile. */
function damagedProfile(path: string, reason: string): UserError<'damaged-settings'> {
	return new UserError(
		'damaged-settings',
		`The settings in ${path} are damaged: ${reason}. They were left as they are.`,
		'Correct that file, or add the profile again: the damaged file is then put aside, not erased.',
	);
}
