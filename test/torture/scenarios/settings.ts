import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {accountOf} from '../../../source/profiles/keyring/keyring.ts';
import {ProfileStore} from '../../../source/profiles/store.ts';
import {answerReads, json, serve} from '../../support/fault-server.ts';
import {type Scope, temporaryFolder} from '../../support/folder.ts';
import type {Scenario} from '../scenario.ts';
import type {Broken} from '../tally.ts';

type Kind = {
	readonly name: string;
	readonly args: (url: string) => readonly string[];
	readonly input?: string;
	/** The state before: a profile, and a token in a file. */
	readonly before: 'nothing' | 'profile' | 'token';
	/** The tokens that may be there afterwards. */
	readonly tokens: readonly (string | undefined)[];
	readonly profiles: readonly ('none' | 'old' | 'new')[];
};

const add = (integration: string) => (url: string) => [
	'profiles',
	'add',
	'nightly',
	'--url',
	url,
	'--integration',
	integration,
];

const commands: readonly Kind[] = [
	{name: 'profiles add', args: add('new'), before: 'nothing', tokens: [undefined], profiles: ['none', 'new']},
	{
		name: 'profiles add over another',
		args: add('new'),
		before: 'profile',
		tokens: [undefined],
		profiles: ['old', 'new'],
	},
	{
		name: 'login',
		args: () => ['login', 'nightly', '--insecure-storage', '--with-token'],
		input: 'fresh-token\n',
		before: 'profile',
		tokens: [undefined, 'fresh-token\n'],
		profiles: ['old'],
	},
	{
		name: 'login over another token',
		args: () => ['login', 'nightly', '--insecure-storage', '--with-token'],
		input: 'fresh-token\n',
		before: 'token',
		tokens: ['old-token\n', 'fresh-token\n'],
		profiles: ['old'],
	},
	{
		name: 'logout',
		args: () => ['logout', 'nightly'],
		before: 'token',
		tokens: ['old-token\n', undefined],
		profiles: ['old'],
	},
	{
		name: 'profiles remove',
		args: () => ['profiles', 'remove', 'nightly', '--yes'],
		before: 'token',
		tokens: ['old-token\n', undefined],
		profiles: ['old', 'none'],
	},
];

/** Commands that write profiles and tokens: each file is the old one or the new one, and both agree. */
export const settingsScenarios: readonly Scenario[] = commands.map(({name, args, input, before, tokens, profiles}) => ({
	name,
	async prepare(t) {
		const folder = join(await temporaryFolder(t), 'work');
		await mkdir(folder);
		const {url} = await workspace(t);
		await begin(folder, url, before);
		return {
			run: {folder, args: args(url), ...(input === undefined ? {} : {input})},
			async judge({ended, call, killed, what}) {
				const broken: Broken[] = [];
				const home = join(folder, 'home');
				const token = await tokenIn(home);
				const profile = await profileIn(home);
				if (profile === 'damaged') broken.push({kind: 'torn file', what: `${what}: the profile is damaged`});
				else if (!profiles.includes(profile.kind))
					broken.push({kind: 'torn file', what: `${what}: the profile is ${profile.kind}`});
				if (!tokens.includes(token)) broken.push({kind: 'lost token', what: `${what}: the token is ${token}`});
				if (killed || profile === 'damaged') return broken;
				// A token that was to be removed may be gone before the command fails, if it reports that.
				const maySayFile = input === undefined && ended.code !== 0;
				if (profile.tokenPlace === 'file' && token === undefined && !maySayFile)
					broken.push({kind: 'lost token', what: `${what}: the profile names a file that is not there`});
				if (ended.code === 0 && input !== undefined && token !== input) broken.push({kind: 'false "saved"', what});
				if (
					ended.code !== 0 &&
					input !== undefined &&
					token === input &&
					before === 'profile' &&
					profile.tokenPlace !== 'file'
				)
					broken.push({kind: 'leftover', what: `${what}: a token that no profile names`});
				const left = await leftovers(home);
				if (left.length > 0 && call !== 'unlink' && call !== 'remove')
					broken.push({kind: 'leftover', what: `${what}: ${left}`});
				return broken;
			},
		};
	},
}));

/** A workspace that takes every token. */
function workspace(t: Scope): Promise<{readonly url: string}> {
	return serve(t, (request, response) => {
		if (request.url?.includes('/user/')) return json(response, {results: []});
		answerReads(request, response);
	});
}

async function begin(folder: string, url: string, before: Kind['before']): Promise<void> {
	const home = join(folder, 'home');
	await mkdir(home);
	if (before === 'nothing') return;
	// Written by the program's own code, but without a process for each.
	const tokenPlace = before === 'token' ? 'file' : 'nowhere';
	const profile = {name: 'nightly', url, integration: 'old', kind: 'csv', tokenPlace} as const;
	await new ProfileStore(home).save('nightly', () => profile);
	if (before === 'profile') return;
	await mkdir(join(home, 'tokens'), {mode: 0o700});
	await writeFile(join(home, 'tokens', encodeURIComponent(accountOf('nightly', new URL(url).host))), 'old-token\n', {
		mode: 0o600,
	});
}

async function tokenIn(home: string): Promise<string | undefined> {
	const folder = join(home, 'tokens');
	const [name] = (await readdir(folder).catch(() => [])).filter(file => file.startsWith('nightly'));
	return name === undefined ? undefined : readFile(join(folder, name), 'utf8');
}

type ProfileFound = {readonly kind: 'none' | 'old' | 'new'; readonly tokenPlace: string | undefined};

async function profileIn(home: string): Promise<ProfileFound | 'damaged'> {
	const text = await readFile(join(home, 'profiles', 'nightly.json'), 'utf8').catch(() => undefined);
	if (text === undefined) return {kind: 'none', tokenPlace: undefined};
	try {
		const {integration, tokenPlace} = JSON.parse(text);
		return {kind: integration === 'new' ? 'new' : 'old', tokenPlace};
	} catch {
		return 'damaged';
	}
}

async function leftovers(home: string): Promise<readonly string[]> {
	const names = await readdir(home, {recursive: true}).catch(() => []);
	return names.filter(name => /\.tmp/.test(name));
}
