import {parseAddress} from '../catalog/address.ts';
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
import {hostOf, removeToken, type TokenLocation} from './profile-token.ts';
import {type SettingOptions, withSettings} from './setting-options.ts';
import {profileStore, requireProfile} from './settings.ts';

type JsonOption = {readonly json: boolean};

/** `profiles list` */
export async function listProfiles({json, state}: JsonOption & LastRunOptions, io: CommandIo): Promise<number> {
	const {stdout, stderr, env} = io;
	const {profiles, damaged} = await profileStore(env).all();
	const runs = await lastRuns(profiles, {state}, io);
	const unreadable = damaged.map(({name, error}) => ({name, message: error.message}));
	const shown = profiles.map(profile => ({...profile, lastRun: runs.get(profile.name)}));
	if (json) stdout.writeJson({profiles: shown, damaged: unreadable});
	else if (profiles.length > 0) stdout.write(alignedLines(shown.map(profileColumns)));
	else if (damaged.length === 0) stdout.write('No profiles yet. "secoda-upload" makes one, step by step.\n');
	for (const {error} of damaged) stderr.write(`${visible(error.message)} Next: ${visible(error.hint)}\n`);
	return 0;
}

/** `profiles show` */
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

/** `profiles add`: saves where a file goes, and how. The token is not part of it. */
export async function addProfile({json, name, ...settings}: AddOptions & JsonOption, io: CommandIo): Promise<number> {
	const {stdout, env} = io;
	const {url, integration} = settings;
	const {host} = parseAddress(url);
	const profile = withSettings({name, url, integration, kind: 'csv', tokenPlace: 'nowhere'}, settings);
	// A stored token belongs to a profile and a host: at another host it is of no use.
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
	if (setAside !== undefined) note(io, `The damaged settings of that name are now in ${visible(setAside)}.`);
	if (json) {
		stdout.writeJson({...saved, durability: durability.kind});
		return 0;
	}

	reportDone(io, `Saved the profile ${name}.\nNext: ${nextStep(saved)}`);
	return 0;
}

/** The command that brings a profile nearer to its first upload. */
function nextStep({name, tokenPlace, file}: Profile): string {
	if (tokenPlace === 'nowhere') return `secoda-upload login ${name}`;
	return file === undefined ? `secoda-upload profiles set ${name} --file <path>` : `secoda-upload upload ${name}`;
}

export type RemoveOptions = JsonOption & {
	readonly name: string;
	/** Leaves its token where it is, for where that cannot be reached. */
	readonly keepToken: boolean;
};

/** `profiles remove`: forgets a profile and its token. */
export async function removeProfile({name, json, keepToken}: RemoveOptions, io: CommandIo): Promise<number> {
	const {stdout, env} = io;
	const profile = await requireProfile(name, env).catch(fallBackIfDamaged(name, io));
	const token = keepToken || profile.tokenPlace === 'nowhere' ? '' : ', and its token with it';
	if (!(await confirm(`Forget the profile ${name}${token}?`, io))) {
		if (json) stdout.writeJson({removed: null});
		else stdout.write('Nothing was changed.\n');
		return 0;
	}

	const left = await deleteProfile(profile, keepToken ? 'keep' : 'forget', env, withKeyringTimeout(io.signal));
	if (left !== undefined) io.stderr.write(`${visible(left)}\n`);
	const said = `Removed the profile ${name}${token}. Its file, and what was sent, stay as they are.`;
	if (json) stdout.writeJson({removed: name});
	else reportDone(io, said);
	return 0;
}

/** A profile that cannot be read can be forgotten all the same. Where its token is, nobody knows then. @throws any other error */
function fallBackIfDamaged(name: string, io: CommandIo): (error: unknown) => TokenLocation {
	return error => {
		if (!isSettingsError(error)) throw error;
		note(io, visible(error.message));
		return {name, url: '', tokenPlace: 'nowhere'};
	};
}

/**
Forgets a profile, its token first: without the profile nobody would know of that. Answers what is to be said of tokens that
may be left. @throws TokenError, SettingsError
*/
export async function deleteProfile(
	profile: TokenLocation,
	token: 'keep' | 'forget',
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const store = profileStore(env);
	await store.assertWritable();
	const left = token === 'keep' ? undefined : await removeToken(profile, 'profiles remove', env, signal);
	const removed = await store.remove(profile.name);
	if (removed?.kind !== 'perhaps-not-durable') return left;
	const returning = `A power failure could bring the profile ${profile.name} back.`;
	return left === undefined ? returning : `${left} ${returning}`;
}

/** A profile with its last run. */
type ProfileWithLastRun = Profile & {readonly lastRun: LastRun | undefined};

/** Returns what `profiles list` shows of a profile, column by column. */
function profileColumns(profile: ProfileWithLastRun): readonly string[] {
	const {name, url, integration, file, lastRun} = profile;
	const run = lastRun === undefined ? 'never run' : `${lastRun.outcome} ${ago(lastRun.at, Date.now())}`;
	return [name, url, integration, file ?? '-', tokenText(profile), run].map(visible);
}

function tokenText({tokenPlace}: Profile): string {
	return {keyring: 'token in the keyring', file: 'token in a file', nowhere: 'no token'}[tokenPlace];
}

/** Everything that a profile says, one fact a line. */
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
		...Object.entries(mapping).map(([header, field]) => ['column', `"${header}" is ${field}`] as const),
		['encoding', encoding],
		['separator', delimiter],
		['safe fixes', profile.safeFixes === true ? 'taken before an upload' : undefined],
		...Object.entries(guard).map(([limit, value]) => ['stopped', `${limit} ${value}`] as const),
		['token', tokenText(profile)],
		['last run', lastRun && `${lastRun.outcome} ${ago(lastRun.at, Date.now())}: ${lastRun.message}`],
	];
	return rows
		.filter(([, value]) => value !== undefined)
		.map(([label, value = '']) => `${label.padEnd(12)} ${visible(value)}\n`)
		.join('');
}
