import {readFile, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {isObject, readSettings, type Settings, settingNames} from './settings.ts';
import {type SettingsError, settingsError} from './settings-error.ts';

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
Looks for the project file in a folder and those above it.

@throws SettingsError when it is damaged, names something unknown, or holds a token.
*/
export async function findProjectFile(folder: string): Promise<ProjectFile | undefined> {
	for (let at = resolve(folder); ; at = dirname(at)) {
		const path = join(at, projectFileName);
		// Only a file can be one: whatever else has that name is none of ours.
		const isFile = await stat(path).then(
			stats => stats.isFile(),
			() => false,
		);
		const text = isFile ? await readFile(path, 'utf8').catch(ignoreAbsence(path)) : undefined;
		if (text !== undefined) return readProjectFile(path, text);
		if (dirname(at) === at) return undefined;
	}
}

function ignoreAbsence(path: string): (error: NodeJS.ErrnoException) => undefined {
	return error => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
		throw settingsError(`${path} cannot be read: ${error.message}.`, 'Check its permissions.', error);
	};
}

function readProjectFile(path: string, text: string): ProjectFile {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		// The message repeats what stands there, and that may be a token: only the place is told.
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
