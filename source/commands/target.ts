import {existsSync} from 'node:fs';
import type {MappingOverrides} from '../kinds/header.ts';
import {allFields, fieldOfLabel} from '../kinds/index.ts';
import type {Profile} from '../profiles/profile.ts';
import {findProjectFile, type ProjectFile, readNamedProjectFile} from '../profiles/project-file.ts';
import type {GuardSettings, Settings} from '../profiles/settings.ts';
import {isSettingsError, type SettingsError, settingsError} from '../profiles/settings-error.ts';
import {delimiters, findDelimiter} from '../records/csv/dialect.ts';
import {encodings, findEncoding} from '../records/source/encoding.ts';
import type {InputSource, ReadOptions} from '../session/read-options.ts';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import type {MapOption, SetOption} from './fix/options.ts';
import {type CommandIo, note} from './io.ts';
import {profileStore} from './settings.ts';
import {openStdin, stdinSource} from './standard-input.ts';
import {usageError} from './usage-error.ts';
import {absolutePath, workingFolder} from './working-folder.ts';

/** What the command line says of how a file is read. */
export type ReadingOptions = Pick<ReadOptions, 'encoding' | 'delimiter'> & {
	readonly map?: readonly MapOption[] | undefined;
	readonly set?: readonly SetOption[] | undefined;
	/** The project file; `false`: none is used. It is searched for when absent. */
	readonly project?: string | false | undefined;
};

/** What the command line says of where a file goes. */
export type UploadTargetOptions = ReadingOptions & {
	/** A file, or the name of a profile. */
	readonly source?: string | undefined;
	/** Commands that may have been meant by one that is neither, by name; the value is how each is called. */
	readonly commands?: ReadonlyMap<string, string> | undefined;
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
};

/** What is to be uploaded, where to, and how, put together from all the places that say so. */
export type UploadTarget = {
	readonly file: string | undefined;
	readonly profile: Profile | undefined;
	readonly url: string | undefined;
	readonly integration: string | undefined;
	readonly reading: ReadOptions;
	readonly safeFixes: boolean;
	readonly guard: GuardSettings | undefined;
};

/**
Option > environment (`SECODA_UPLOAD_URL`, `SECODA_UPLOAD_INTEGRATION`) > project file > profile. A profile that is named on
the command line is an option: a project file that names another one, or none, then does not count.

@throws UsageError, SettingsError
*/
export async function findTarget(options: UploadTargetOptions, io: CommandIo): Promise<UploadTarget> {
	const {env} = io;
	const {source} = options;
	const isNoName = source === undefined || source === stdinSource;
	const named = isNoName ? undefined : await findProfile(source, options.commands ?? new Map(), io);
	const project = await findProject(options, named);
	if (project !== undefined) note(io, `Using the settings of ${visible(project.path)}.`);
	const profile = named ?? (await profileOfProject(project, io));
	const environment = {
		url: env.SECODA_UPLOAD_URL || undefined,
		integration: env.SECODA_UPLOAD_INTEGRATION || undefined,
	};
	const settings = mergeSettings(mergeSettings(profile ?? {}, project?.settings ?? {}), environment);
	const target = targetOf(settings, options);
	return {
		...target,
		file: source !== undefined && named === undefined ? source : settings.file,
		profile,
		url: options.url ?? settings.url,
		integration: options.integration ?? settings.integration,
	};
}

/**
The profile that a word names; `undefined` when it names a file. A file goes before settings that cannot be read.

@throws UsageError for a word that is neither, with what was most likely meant.
*/
async function findProfile(
	source: string,
	commands: ReadonlyMap<string, string>,
	io: CommandIo,
): Promise<Profile | undefined> {
	const store = profileStore(io.env);
	const isFile = existsSync(source);
	try {
		const profile = await store.get(source);
		if (profile !== undefined && isFile)
			note(io, `"${source}" is taken for the profile of that name; ./${source} would be the file.`);
		if (profile !== undefined || isFile || /[./\\]/.test(source)) return profile;
	} catch (error) {
		if (isFile && isSettingsError(error)) return undefined;
		throw error;
	}

	const near = nearest(source, [...commands.keys(), ...(await store.names())]);
	throw usageError(
		`There is no file and no profile "${source}".`,
		near === undefined
			? 'See "secoda-upload --help", or "secoda-upload profiles list".'
			: `Did you mean "${commands.get(near) ?? near}"?`,
	);
}

/** A project file is shared, and profiles are not: without the one that it names it still says where and how. */
async function profileOfProject(project: ProjectFile | undefined, io: CommandIo): Promise<Profile | undefined> {
	if (project?.profile === undefined) return undefined;
	const profile = await profileStore(io.env).get(project.profile);
	if (profile === undefined)
		note(io, `It names the profile ${visible(project.profile)}, which is not on this machine: going on without it.`);
	return profile;
}

/** What a profile alone says. @throws SettingsError */
export function targetOfProfile(profile: Profile): UploadTarget {
	return {...targetOf(profile), profile};
}

function targetOf(settings: Settings, options: ReadingOptions = {}): UploadTarget {
	return {
		file: settings.file,
		profile: undefined,
		url: settings.url,
		integration: settings.integration,
		reading: readingOf(settings, options),
		safeFixes: settings.safeFixes === true,
		guard: settings.guard,
	};
}

/** Returns where the rows of a target come from: its file, or standard input. @throws UsageError when neither is named. */
export function openTargetSource(target: UploadTarget, io: CommandIo): InputSource {
	return target.file === stdinSource ? openStdin(io) : requireFile(target);
}

/** The file of a target. @throws UsageError when none is named. */
export function requireFile({file, profile}: UploadTarget): string {
	if (file === stdinSource)
		throw usageError(
			'The app cannot read a file from standard input.',
			'Save it as a file and open that, or use "secoda-upload check -".',
		);
	if (file !== undefined) return file;
	if (profile === undefined) {
		throw usageError(
			'No file is named.',
			'Name a CSV file or a profile, or a file in secoda-upload.json. Everything can be tried with "secoda-upload demo".',
		);
	}

	throw usageError(
		`The profile ${profile.name} names no file.`,
		`Name one: "secoda-upload profiles set ${profile.name} --file <path>".`,
	);
}

/** Returns the project file that counts. One that was found does not, where the command line names a profile that it does not name. */
async function findProject(
	{project}: UploadTargetOptions,
	named: Profile | undefined,
): Promise<ProjectFile | undefined> {
	if (project === false) return undefined;
	if (project !== undefined) return readNamedProjectFile(absolutePath(project));
	const folder = workingFolder();
	const found = folder === undefined ? undefined : await findProjectFile(folder);
	return named === undefined || found?.profile === named.name ? found : undefined;
}

/** `over` says more than `under`, setting by setting. */
function mergeSettings(under: Settings, over: Settings): Settings {
	const said = Object.entries(over).filter(([, value]) => value !== undefined);
	// Each limit is a setting of its own: one that is set here lifts none that is set there.
	const guard = under.guard && over.guard ? {guard: {...under.guard, ...over.guard}} : {};
	return {...under, ...Object.fromEntries(said), ...guard};
}

/** How a file is to be read. @throws SettingsError for a name that is none. */
export function readingOf(settings: Settings, options: ReadingOptions = {}): ReadOptions {
	const encoding = settings.encoding === undefined ? undefined : findEncoding(settings.encoding);
	if (settings.encoding !== undefined && encoding === undefined)
		throw unknownName('encoding', settings.encoding, encodings);
	const delimiter = settings.delimiter === undefined ? undefined : findDelimiter(settings.delimiter);
	if (settings.delimiter !== undefined && delimiter === undefined)
		throw unknownName('separator', settings.delimiter, Object.keys(delimiters));
	const {map = [], set = []} = options;
	const mapping = {...(settings.mapping && namedColumns(settings.mapping)), ...mappingOf(map)};
	return {
		encoding: options.encoding ?? encoding,
		delimiter: options.delimiter ?? delimiter,
		mapping: Object.keys(mapping).length === 0 ? undefined : mapping,
		...(map.length === 0 ? {} : {requiredHeaders: map.map(({header}) => header)}),
		...(set.length === 0 ? {} : {constants: set}),
	};
}

/** Returns what --map says. @throws UsageError for a field that Secoda does not know. */
function mappingOf(map: readonly MapOption[]): MappingOverrides {
	return Object.fromEntries(
		map.map(({header, field: name}) => {
			const field = fieldOfLabel(name);
			if (field === undefined) throw usageError(`There is no field "${name}".`, `The fields: ${allFields.join(', ')}.`);
			return [header, field] as const;
		}),
	);
}

function namedColumns(mapping: Readonly<Record<string, string>>): MappingOverrides {
	return Object.fromEntries(Object.entries(mapping).map(([label, name]) => [label, fieldNamed(name)] as const));
}

function fieldNamed(name: string): string {
	const field = fieldOfLabel(name);
	if (field === undefined) throw unknownName('field', name, allFields);
	return field;
}

function unknownName(what: string, name: string, known: readonly string[]): SettingsError {
	return settingsError(`There is no ${what} "${name}", which the settings name.`, `There are: ${known.join(', ')}.`);
}
