import type {Catalog} from '../catalog/client.ts';
import {alignedLines} from '../text/aligned-lines.ts';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import {type ConnectionOptions, openCatalog} from './connection.ts';
import type {CommandIo} from './io.ts';
import {messages} from './messages.ts';
import {commandText, projectWords} from './next-command.ts';
import {requireProfile} from './settings.ts';
import {findTarget} from './target.ts';
import {usageErrors} from './usage-errors.ts';

export type WorkspaceOptions = ConnectionOptions & {
	readonly url?: string | undefined;
	/** The profile whose workspace and token are used. */
	readonly profile?: string | undefined;
	readonly project?: string | false | undefined;
	readonly json: boolean;
};

/** `integrations list`: lists the integrations that accept files. */
export async function listIntegrations(options: WorkspaceOptions, io: CommandIo): Promise<number> {
	const catalog = await openWorkspace(options, io);
	const found = [];
	for await (const page of catalog.integrations(io.signal)) found.push(...page);
	const integrations = found.map(({id, name, type}) => ({id, name, type, syncs: catalog.syncsPageUrl(id)}));
	if (options.json) io.stdout.writeJson({integrations});
	else if (integrations.length > 0)
		io.stdout.write(alignedLines(integrations.map(({id, name}) => [visible(id), visible(name)])));
	else io.stdout.write(messages.noIntegrations(createCommandText(options)));
	return 0;
}

/** Returns the command that creates an integration in the same workspace. */
function createCommandText({url, profile, tokenFile, project}: WorkspaceOptions): string {
	return commandText([
		...['integrations', 'create', 'Warehouse'],
		...(url === undefined ? [] : ['--url', url]),
		...(profile === undefined ? [] : ['--profile', profile]),
		...(tokenFile === undefined ? [] : ['--token-file', tokenFile]),
		...projectWords(project),
	]);
}

export type CreateOptions = WorkspaceOptions & {
	readonly name: string;
	readonly type: string;
	/** Names or ids. */
	readonly team: readonly string[];
};

/** `integrations create <name>`: creates an integration and prints its id. */
export async function createIntegration(options: CreateOptions, io: CommandIo): Promise<number> {
	const {name, type, team} = options;
	if (name.trim() === '' || type.trim() === '') throw usageErrors.emptyIntegration();
	const catalog = await openWorkspace(options, io);
	const teams = team.length === 0 ? undefined : await teamIds(catalog, team, io.signal);
	const created = await catalog.createIntegration({name, type, teams}, io.signal);
	const {id} = created;
	const syncs = catalog.syncsPageUrl(id);
	if (options.json) io.stdout.writeJson({id, name: created.name, type: created.type, syncs});
	else io.stdout.write(messages.integrationCreated(visible(created.name), visible(id), visible(syncs)));
	return 0;
}

/** Returns the ids of teams that are given by name or id. @throws UsageError */
async function teamIds(catalog: Catalog, wanted: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
	const teams = await catalog.teams(signal);
	return wanted.map(text => {
		const team = teams.find(({id, name}) => id === text || name.toLowerCase() === text.toLowerCase());
		if (team !== undefined) return team.id;
		const names = teams.map(({name}) => name);
		throw usageErrors.unknownTeam(text, names, nearest(text, names));
	});
}

async function openWorkspace(options: WorkspaceOptions, io: CommandIo): Promise<Catalog> {
	if (options.profile !== undefined) await requireProfile(options.profile, io.env);
	const {url, profile} = await findTarget({source: options.profile, url: options.url, project: options.project}, io);
	if (url !== undefined) return openCatalog({url, profile}, options, io);
	throw usageErrors.noWorkspace();
}
