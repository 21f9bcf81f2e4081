import {existsSync} from 'node:fs';
import {type MappingOverrides, noField} from '../kinds/header.ts';
import {allFields, fieldOfLabel} from '../kinds/index.ts';
import {mergeValues} from '../mapping/merge-values.ts';
import type {RowRecipe} from '../mapping/recipe.ts';
import type {Profile} from '../profiles/profile.ts';
import {findProjectFile, type ProjectFile, readNamedProjectFile} from '../profiles/project-file.ts';
import type {GuardSettings, Settings} from '../profiles/settings.ts';
import {isSettingsError, type SettingsError, settingsError} from '../profiles/settings-error.ts';
import {delimiters, findDelimiter} from '../records/csv/dialect.ts';
import {encodings, findEncoding} from '../records/source/encoding.ts';
import type {ReadOptions} from '../session/read-options.ts';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import {type MapOption, type MapOptions, noMap, type SetOption} from './fix/options.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';
import {type RowOptions, rowsOf, someRows} from './row-options.ts';
import {profileStore} from './settings.ts';
import {stdinSource} from './standard-input.ts';
import {usageErrors} from './usage-errors.ts';
import {absolutePath, workingFolder} from './working-folder.ts';

/** The options for reading a file. */
export type ReadingOptions = Pick<ReadOptions, 'encoding' | 'delimiter' | 'headerRow'> &
	RowOptions & {
		readonly map?: MapOptions | undefined;
		readonly set?: readonly SetOption[] | undefined;
		/** The project file; `false` to use none. Searched for by default. */
		readonly project?: string | false | undefined;
	};

/** The options for reading and uploading a file. */
export type UploadTargetOptions = ReadingOptions & {
	/** A file, a folder with the files of one upload, or the name of a profile. */
	readonly source?: string | undefined;
	/** A second file that is sent together with the first. */
	readonly other?: string | undefined;
	/** The usage of each command by name, to suggest one when `source` is neither a file nor a profile. */
	readonly commands?: ReadonlyMap<string, string> | undefined;
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
};

/** The files to upload, their target, and how they are read and checked: the merged options and settings. */
export type UploadTarget = {
	/** The files of one upload, or a folder with them; empty if there are none. */
	readonly files: readonly string[];
	readonly profile: Profile | undefined;
	readonly url: string | undefined;
	readonly integration: string | undefined;
	readonly reading: ReadOptions;
	readonly safeFixes: boolean;
	readonly guard: GuardSettings | undefined;
};

/**
Merges options and settings: option > environment (`SECODA_UPLOAD_URL`, `SECODA_UPLOAD_INTEGRATION`) > project file > profile. A
profile on the command line is an option: a project file that names another profile, or none, is then ignored.

@throws UsageError, SettingsError
*/
export async function findTarget(options: UploadTargetOptions, io: CommandIo): Promise<UploadTarget> {
	const {env} = io;
	const {source, other} = options;
	const isNoName = source === undefined || source === stdinSource || (other !== undefined && existsSync(source));
	const named = isNoName ? undefined : await findProfile(source, options.commands ?? new Map(), io);
	if (named !== undefined && other !== undefined) throw usageErrors.profileAndFile(named.name);
	const project = await findProject(options, named);
	if (project !== undefined) note(io, messages.projectFileUsed(visible(project.path)));
	const profile = named ?? (await profileOfProject(project, io));
	const environment = {
		url: env.SECODA_UPLOAD_URL || undefined,
		integration: env.SECODA_UPLOAD_INTEGRATION || undefined,
	};
	const settings = mergeSettings(mergeSettings(profile ?? {}, project?.settings ?? {}), environment);
	const target = targetOf(settings, options);
	return {
		...target,
		files:
			source !== undefined && named === undefined ? [source, ...(other === undefined ? [] : [other])] : target.files,
		profile,
		url: options.url ?? settings.url,
		integration: options.integration ?? settings.integration,
	};
}

/**
Returns the profile with this name, or `undefined` for a file. If the settings cannot be read, an existing file is used.

@throws UsageError for a source that is neither, with a suggestion.
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
		if (profile !== undefined && isFile) note(io, messages.profileBeforeFile(visible(source)));
		if (profile !== undefined || isFile || /[./\\]/.test(source)) return profile;
	} catch (error) {
		if (isFile && isSettingsError(error)) return undefined;
		throw error;
	}

	const near = nearest(source, [...commands.keys(), ...(await store.names())]);
	throw usageErrors.unknownSource(source, near && (commands.get(near) ?? near));
}

/** Returns the profile that a project file names, if it exists here. Project files are shared, profiles are not. */
async function profileOfProject(project: ProjectFile | undefined, io: CommandIo): Promise<Profile | undefined> {
	if (project?.profile === undefined) return undefined;
	const profile = await profileStore(io.env).get(project.profile);
	if (profile === undefined) note(io, messages.profileNotHere(visible(project.profile)));
	return profile;
}

/** Returns the target of a profile, without options. @throws SettingsError */
export function targetOfProfile(profile: Profile): UploadTarget {
	return {...targetOf(profile), profile};
}

/** Returns the files of one upload. */
function filesOf({file, secondFile}: Settings): readonly string[] {
	return file === undefined ? [] : [file, secondFile].flatMap(path => path ?? []);
}

function targetOf(settings: Settings, options: ReadingOptions = {}): UploadTarget {
	return {
		files: filesOf(settings),
		profile: undefined,
		url: settings.url,
		integration: settings.integration,
		reading: readingOf(settings, options),
		safeFixes: settings.safeFixes === true,
		guard: settings.guard,
	};
}

/** Returns the project file, unless it belongs to another profile than the one on the command line. */
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

/** Merges settings; each setting of `over` wins. */
function mergeSettings(under: Settings, over: Settings): Settings {
	const given = Object.entries(over).filter(([, value]) => value !== undefined);
	// Limits are merged too, so that setting one does not remove another.
	// The second file belongs to the first.
	const files = over.file === undefined ? {} : {secondFile: over.secondFile};
	const guard = under.guard && over.guard ? {guard: {...under.guard, ...over.guard}} : {};
	return {...under, ...files, ...Object.fromEntries(given), ...guard};
}

/** Returns how a file is read. @throws SettingsError for an unknown name. */
export function readingOf(settings: Settings, options: ReadingOptions = {}): ReadOptions {
	const encoding = settings.encoding === undefined ? undefined : findEncoding(settings.encoding);
	if (settings.encoding !== undefined && encoding === undefined)
		throw unknownName('encoding', settings.encoding, encodings);
	const delimiter = settings.delimiter === undefined ? undefined : findDelimiter(settings.delimiter);
	if (settings.delimiter !== undefined && delimiter === undefined)
		throw unknownName('separator', settings.delimiter, Object.keys(delimiters));
	const {map: {columns: map, proposal} = noMap, set = []} = options;
	const mapping = {...(settings.mapping && namedColumns(settings.mapping)), ...mappingOf(map)};
	const constants = new Map([
		...Object.entries(settings.constants ?? {}),
		...set.map(({field, value}) => [field, value] as const),
	]);
	const [settingRows, optionRows] = [rowsOfSettings(settings), rowsOf(options)];
	const values = mergeValues(settingRows.values, optionRows.values);
	const rows = someRows({...settingRows, ...optionRows, ...(values === undefined ? {} : {values})});
	return {
		encoding: options.encoding ?? encoding,
		delimiter: options.delimiter ?? delimiter,
		headerRow: options.headerRow ?? settings.headerRow,
		mapping: Object.keys(mapping).length === 0 ? undefined : mapping,
		...(map.length === 0 ? {} : {requiredHeaders: map.map(({header}) => header)}),
		...(constants.size === 0 ? {} : {constants: Array.from(constants, ([field, value]) => ({field, value}))}),
		...(rows === undefined ? {} : {rows}),
		...(proposal === undefined ? {} : {proposal}),
	};
}

/** Returns options for reading with the columns and values of --map and --set in addition. */
export function withColumns(
	reading: ReadOptions,
	{columns}: MapOptions = noMap,
	set: readonly SetOption[] = [],
): ReadOptions {
	return {
		...reading,
		mapping: {...reading.mapping, ...mappingOf(columns)},
		constants: [...(reading.constants ?? []), ...set],
		requiredHeaders: columns.map(({header}) => header),
	};
}

function rowsOfSettings({split, fillDown, tableRows, skipRows, values, case: nameCase}: Settings): RowRecipe {
	const parts = {split, fillDown, tableRows, skipRows, values, case: nameCase};
	return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/** Returns the columns of --map. @throws UsageError for an unknown field. */
function mappingOf(map: readonly MapOption[]): MappingOverrides {
	return Object.fromEntries(
		map.map(({header, field: name}) => {
			const field = name === noField ? noField : fieldOfLabel(name);
			if (field === undefined) throw usageErrors.unknownField(name, [...allFields, noField]);
			return [header, field] as const;
		}),
	);
}

function namedColumns(mapping: Readonly<Record<string, string>>): MappingOverrides {
	return Object.fromEntries(Object.entries(mapping).map(([label, name]) => [label, fieldNamed(name)] as const));
}

function fieldNamed(name: string): string {
	const field = name === noField ? noField : fieldOfLabel(name);
	if (field === undefined) throw unknownName('field', name, [...allFields, noField]);
	return field;
}

function unknownName(what: string, name: string, known: readonly string[]): SettingsError {
	return settingsError(`Unknown ${what} "${name}" in the settings.`, `Use one of: ${known.join(', ')}.`);
}
