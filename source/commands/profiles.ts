import {parseAddress} from '../catalog/address.ts';
import {noField} from '../kinds/header.ts';
import {recipeText} from '../mapping/recipe-options.ts';
import {withKeyringTimeout} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import {isSettingsError} from '../profiles/settings-error.ts';
import {alignedLines} from '../text/aligned-lines.ts';
import {ago} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {confirm} from './confirm.ts';
import {finishProfileSave} from './finish-profile-save.ts';
import {type CommandIo, note, reportDone} from './io.ts';
import {type LastRun, type LastRunOptions, lastRuns} from './last-run.ts';
import {messages} from './messages.ts';
import {hostOf, removeToken, type TokenLocation} from './profile-token.ts';
import {type SettingOptions, withSettings} from './setting-options.ts';
import {profileStore, requireProfile} from './settings.ts';

type JsonOption = {readonly json: boolean};

/** `profiles list`: lists all profiles with their last runs. */
export async function listProfiles({json, state}: JsonOption & LastRunOptions, io: CommandIo): Promise<number> {
	const {stdout, stderr, env} = io;
	const {profiles, damaged} = await profileStore(env).all();
	const runs = await lastRuns(profiles, {state}, io);
	const unreadable = damaged.map(({name, error}) => ({name, message: error.message}));
	const shown = profiles.map(profile => ({...profile, lastRun: runs.get(profile.name)}));
	if (json) stdout.writeJson({profiles: shown, damaged: unreadable});
	else if (profiles.length > 0) stdout.write(alignedLines(shown.map(profileColumns)));
	else if (damaged.length === 0) stdout.write(`${messages.noProfiles}\n`);
	for (const {error} of damaged) stderr.write(`${visible(error.message)} Next: ${visible(error.hint)}\n`);
	return 0;
}

/** `profiles show`: prints the settings of a profile. */
export async function showProfile(
	{name, json, state}: JsonOption & LastRunOptions & {readonly name: string},
	io: CommandIo,
): Promise<number> {
	const profile = await requireProfile(name, io.env);
	const shown = {...profile, lastRun: (await lastRuns([profile], {state}, io)).get(name)};
	if (json) io.stdout.writeJson(shown);
	else io.stdout.write(profileFacts(shown));
	return 0;
}

export type AddOptions = SettingOptions & {readonly name: string; readonly url: string; readonly integration: string};

/** `profiles add`: saves an upload target. Its token is stored by `login`. */
export async function addProfile({json, name, ...settings}: AddOptions & JsonOption, io: CommandIo): Promise<number> {
	const {stdout, env} = io;
	const {url, integration} = settings;
	const {host} = parseAddress(url);
	const profile = withSettings({name, url, integration, kind: 'csv', tokenPlace: 'nowhere'}, settings);
	// A stored token belongs to a profile and a host, and is never used for another host.
	const {
		profile: saved,
		before,
		durability,
		setAside,
	} = await profileStore(env).save(name, old => ({
		...profile,
		tokenPlace: old !== undefined && hostOf(old.url) === host ? old.tokenPlace : 'nowhere',
	}));
	await finishProfileSave(before, {profile: saved, durability}, io);
	if (setAside !== undefined) note(io, messages.damagedMoved(visible(setAside)));
	if (json) {
		stdout.writeJson({...saved, durability: durability.kind});
		return 0;
	}

	reportDone(io, messages.profileSaved(name, nextStep(saved)));
	return 0;
}

/** Returns the command that follows before a first upload. */
function nextStep({name, tokenPlace, file}: Profile): string {
	if (tokenPlace === 'nowhere') return `secoda-upload login ${name}`;
	return file === undefined ? `secoda-upload profiles set ${name} --file <path>` : `secoda-upload upload ${name}`;
}

export type RemoveOptions = JsonOption & {
	readonly name: string;
	/** Leave the token in place, if its storage cannot be reached. */
	readonly keepToken: boolean;
};

/** `profiles remove`: removes a profile and its token. */
export async function removeProfile({name, json, keepToken}: RemoveOptions, io: CommandIo): Promise<number> {
	const {stdout, env} = io;
	const profile = await requireProfile(name, env).catch(fallBackIfDamaged(name, io));
	const what = `the profile ${name}${keepToken || profile.tokenPlace === 'nowhere' ? '' : ' and its token'}`;
	if (!(await confirm(`Remove ${what}?`, io))) {
		if (json) stdout.writeJson({removed: null});
		else stdout.write(`${messages.nothingChanged}\n`);
		return 0;
	}

	const left = await deleteProfile(profile, keepToken ? 'keep' : 'remove', env, withKeyringTimeout(io.signal));
	if (left !== undefined) io.stderr.write(`${visible(left)}\n`);
	if (json) stdout.writeJson({removed: name});
	else reportDone(io, messages.profileRemoved(what));
	return 0;
}

/** Returns a handler for a profile that cannot be read, so that it can be removed without its token. Rethrows other errors. */
function fallBackIfDamaged(name: string, io: CommandIo): (error: unknown) => TokenLocation {
	return error => {
		if (!isSettingsError(error)) throw error;
		note(io, visible(error.message));
		return {name, url: '', tokenPlace: 'nowhere'};
	};
}

/**
Removes a profile after its token, which could not be found without the profile. Returns a note about tokens that may remain.
@throws TokenError, SettingsError
*/
export async function deleteProfile(
	profile: TokenLocation,
	token: 'keep' | 'remove',
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const store = profileStore(env);
	await store.assertWritable();
	const left = token === 'keep' ? undefined : await removeToken(profile, 'profiles remove', env, signal);
	const removed = await store.remove(profile.name);
	if (removed?.kind !== 'perhaps-not-durable') return left;
	const mayReturn = messages.profileMayReturn(profile.name);
	return left === undefined ? mayReturn : `${left} ${mayReturn}`;
}

/** A profile and its last run. */
type ProfileWithLastRun = Profile & {readonly lastRun: LastRun | undefined};

/** Returns the columns of a profile for `profiles list`. */
function profileColumns(profile: ProfileWithLastRun): readonly string[] {
	const {name, url, integration, file, lastRun} = profile;
	const run = lastRun === undefined ? 'never run' : `${lastRun.outcome} ${ago(lastRun.at, Date.now())}`;
	return [name, url, integration, file ?? '-', tokenText(profile), run].map(visible);
}

function tokenText({tokenPlace}: Profile): string {
	return {keyring: 'token in the keyring', file: 'token in a file', nowhere: 'no token'}[tokenPlace];
}

/** Returns the parts of a recipe as the options that set them. */
function recipeLines(profile: Profile): ReadonlyArray<readonly [label: string, value: string]> {
	const {constants, split, fillDown, tableRows, skipRows, values, case: nameCase} = profile;
	const text = recipeText({constants, split, fillDown, tableRows, skipRows, values, case: nameCase});
	return text === '' ? [] : [['recipe', text]];
}

function columnFact(header: string, field: string): readonly [label: string, value: string] {
	return ['column', field === noField ? `"${header}" is not sent` : `"${header}" is ${field}`];
}

/** Returns the settings of a profile, one per line. */
function profileFacts(profile: ProfileWithLastRun): string {
	const {
		name,
		url,
		integration,
		integrationName,
		file,
		mapping = {},
		encoding,
		delimiter,
		guard = {},
		lastRun,
	} = profile;
	const rows: ReadonlyArray<readonly [label: string, value: string | undefined]> = [
		['profile', name],
		['workspace', `${url} (${hostOf(url)})`],
		['integration', integrationName === undefined ? integration : `${integrationName} (${integration})`],
		['file', file],
		['second file', profile.secondFile],
		...Object.entries(mapping).map(([header, field]) => columnFact(header, field)),
		...recipeLines(profile),
		['encoding', encoding],
		['separator', delimiter],
		['header row', profile.headerRow === undefined ? undefined : String(profile.headerRow)],
		['safe fixes', profile.safeFixes === true ? 'applied before an upload' : undefined],
		...Object.entries(guard).map(([limit, value]) => ['safety stop', `${limit} ${value}`] as const),
		['token', tokenText(profile)],
		['last run', lastRun && `${lastRun.outcome} ${ago(lastRun.at, Date.now())}: ${lastRun.message}`],
	];
	return rows
		.filter(([, value]) => value !== undefined)
		.map(([label, value = '']) => `${label.padEnd(12)} ${visible(value)}\n`)
		.join('');
}
