import {lstat, open, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {systemCode, UserError} from '../errors/user-error.ts';
import {shellWord} from '../text/shell-word.ts';
import {isObject, readSettings, type Settings, settingNames} from './settings.ts';
import {type SettingsError, settingsError, untrustedSettings} from './settings-error.ts';
import {distrustReason} from './trust.ts';

const projectFileName = 'secoda-upload.json';

/** What a project says of its upload, for everybody who works in its folder. */
export type ProjectFile = {
	readonly path: string;
	/** The profile whose token and settings are used. */
	readonly profile: string | undefined;
	/** Its `file` is an absolute path here. */
	readonly settings: Settings;
};

/**
Finds the project file in a folder or one above it.

@throws SettingsError when it is damaged, names something unknown, holds a token, or is not the user's own: it decides where
a token is sent.
*/
export async function findProjectFile(folder: string): Promise<ProjectFile | undefined> {
	for (let at = resolve(folder); ; at = dirname(at)) {
		const path = join(at, projectFileName);
		// Only a regular file can be one: anything else of that name is something else.
		const isFile = await stat(path).then(
			stats => stats.isFile(),
			() => false,
		);
		const text = isFile ? await readTrusted(path) : undefined;
		if (text !== undefined) return readProjectFile(path, text);
		if (dirname(at) === at) return undefined;
	}
}

/** Reads the project file that the user has named; it may belong to anyone. @throws SettingsError */
export async function readNamedProjectFile(path: string): Promise<ProjectFile> {
	const full = resolve(path);
	const stats = await stat(full).catch(error => Promise.reject(unreadable(full, error)));
	if (!stats.isFile()) throw settingsError(`${full} is not a regular file.`, 'Name a project file with --project.');
	const handle = await open(full).catch(error => Promise.reject(unreadable(full, error)));
	try {
		return readProjectFile(full, await handle.readFile('utf8'));
	} finally {
		await handle.close();
	}
}

/** Reads a project file that was found; `undefined` when it has gone. */
async function readTrusted(path: string): Promise<string | undefined> {
	try {
		const handle = await open(path);
		try {
			// The link to the file matters as much as the file: who owns it chooses the file. The mode of a link means nothing.
			const link = await lstat(path);
			const why =
				distrustReason(await handle.stat()) ?? (link.isSymbolicLink() ? distrustReason({...link, mode: 0}) : undefined);
			if (why !== undefined) throw untrusted(path, why);
			return await handle.readFile('utf8');
		} finally {
			await handle.close();
		}
	} catch (error) {
		const code = systemCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw error instanceof UserError ? error : unreadable(path, error);
	}
}

function untrusted(path: string, why: string): SettingsError {
	return untrustedSettings(
		`${path} ${why}. It decides where data and token are sent, so it was not used.`,
		`If you trust it: --project ${shellWord(path)}. To go on without it: --no-project.`,
	);
}

function unreadable(path: string, error: unknown): SettingsError {
	const reason = error instanceof Error ? error.message : String(error);
	return settingsError(`${path} cannot be read: ${reason}.`, 'Check the path and its permissions.', error);
}

function readProjectFile(path: string, text: string): ProjectFile {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		// The message repeats the text, which may be a token: only its position is shown.
		const place = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0];
		throw wrong(path, place === undefined ? 'it is no JSON' : `it is no JSON, see ${place}`);
	}

	if (!isObject(json)) throw wrong(path, 'it should be a JSON object');
	if (Object.keys(json).some(name => /token|secret|password|api[-_ ]?key|authorization|bearer/i.test(name))) {
		throw settingsError(
			`${path} holds a token. It was not used.`,
			'Take it out, make a new one in Secoda, and store that with "secoda-upload login <profile>".',
		);
	}

	const unknown = Object.keys(json).find(name => name !== 'profile' && !settingNames.includes(name));
	if (unknown !== undefined) throw wrong(path, `"${unknown}" is no setting`);
	const settings = readSettings(json);
	if (typeof settings === 'string') throw wrong(path, settings);
	const {profile} = json;
	if (profile !== undefined && typeof profile !== 'string') throw wrong(path, '"profile" should be a name');
	const file = settings.file === undefined ? {} : {file: resolve(dirname(path), settings.file)};
	return {path, profile, settings: {...settings, ...file}};
}

function wrong(path: string, reason: string): SettingsError {
	return settingsError(
		`${path}: ${reason}.`,
		`Its settings are profile, ${settingNames.filter(name => name !== 'integrationName').join(', ')}.`,
	);
}
