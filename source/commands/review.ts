import {existsSync} from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import type {AppServices} from '../app/services/app-services.ts';
import type {OpenTarget} from '../app/services/open-target.ts';
import {errorLine, hasCode, UserError} from '../errors/user-error.ts';
import {appFolders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import {openState, type State} from '../state/state.ts';
import {isStateError, type StateError} from '../state/state-error.ts';
import {fileServices, pathServices} from './app-services/files.ts';
import {homeServices} from './app-services/home.ts';
import {journalsOf, noJournals} from './app-services/journals.ts';
import {pastUploadServices} from './app-services/past-uploads.ts';
import {profileRecipe} from './app-services/profile-recipe.ts';
import {AppSandbox} from './app-services/sandbox.ts';
import {setupServices} from './app-services/set-up.ts';
import {findCompanion} from './companion.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import {requireFiles} from './input-files.ts';
import {appStreams, type CommandIo, type NoScreenReason, noScreenReason} from './io.ts';
import {loadApp} from './load-app.ts';
import {messages} from './messages.ts';
import {type CommandSubject, commandOn, uploadCommandOn} from './next-command.ts';
import {undoCommand} from './rollback/command-text.ts';
import {findTarget, targetOfProfile, type UploadTarget, type UploadTargetOptions} from './target.ts';
import {type UsageError, usageErrors} from './usage-errors.ts';
import {watchCommandFor} from './watch-command.ts';

export type ReviewCommandOptions = ConnectionOptions &
	UploadTargetOptions & {
		readonly waitMs: number;
		readonly state?: string | undefined;
	};

/** `secoda-upload [file|profile] [file]`: opens home or the review screen. */
export async function reviewCommand(options: ReviewCommandOptions, io: CommandIo): Promise<number> {
	const {source} = options;
	const why = noScreenReason(io);
	if (source === undefined) {
		if (why !== undefined) throw needsTerminal(why);
		return runHome({}, options, io);
	}

	const target = await findTarget(options, io);
	if (why !== undefined) throw needsTerminal(why, {source, target, options});
	const {profile} = target;
	if (profile !== undefined && isUnchangedProfile(profile, target, options))
		return runHome({first: profile.name}, options, io);
	return runFile(target, options, io);
}

/** True if no option or project file changes the target of the profile; home then opens it. */
function isUnchangedProfile(
	profile: Profile,
	target: UploadTarget,
	{source, tokenFile}: ReviewCommandOptions,
): boolean {
	return source === profile.name && tokenFile === undefined && isDeepStrictEqual(target, targetOfProfile(profile));
}

async function runHome(
	begin: {readonly first?: string},
	options: ReviewCommandOptions,
	io: CommandIo,
): Promise<number> {
	const runApp = await loadApp(io.env);
	const state = await openState(options.state ?? appFolders(io.env).state);
	const sandbox = new AppSandbox();
	try {
		const services = servicesOf({state, sandbox}, options, io);
		return await runApp({kind: 'home', ...begin, services}, appStreams(io));
	} finally {
		await sandbox.close();
		state.close();
	}
}

function servicesOf(
	{state, sandbox}: {readonly state: State; readonly sandbox: AppSandbox},
	{state: folder, waitMs, timeoutMs}: ReviewCommandOptions,
	{env}: CommandIo,
): AppServices {
	const repeated = {state: folder};
	const uploads = {state, waitMs, timeoutMs, watchCommand: watchCommandFor(repeated), repeated};
	return {
		setup: setupServices(env, timeoutMs),
		files: fileServices(state, env),
		home: homeServices({...uploads, sandbox}, env),
		uploads: pastUploadServices(uploads, env),
	};
}

async function runFile(target: UploadTarget, options: ReviewCommandOptions, io: CommandIo): Promise<number> {
	const files = requireFiles(target);
	const runApp = await loadApp(io.env);
	const opening = await openState(options.state ?? appFolders(io.env).state).catch(asStateError);
	const {reading, safeFixes} = target;
	const offered = target.profile === undefined && options.other === undefined ? {findCompanion} : {};
	const isReadingChosen = target.profile !== undefined;
	const kept = keepsReading(target) ? {profileRecipe: profileRecipe(target.profile.name, io.env)} : {};
	const file = {files, ...offered, reading, isReadingChosen, ...kept, safeFixes, upload: undefined};
	if (isStateError(opening)) {
		const why = errorLine(opening);
		const opened = {...file, journals: noJournals(why)};
		const connection = {kind: 'impossible', why: messages.cannotUpload(why)} as const;
		return runApp({kind: 'file-alone', opened, connection, paths: pathServices(io.env)}, appStreams(io));
	}

	const state = opening;
	const sandbox = new AppSandbox();
	try {
		const services = servicesOf({state, sandbox}, options, io);
		for (const path of files) if (existsSync(path)) services.files.opened(path);
		const access = await uploadAccess(target, state, options, io);
		return await runApp(
			{kind: 'file', opened: {...file, journals: journalsOf(state), ...access}, services},
			appStreams(io),
		);
	} finally {
		await sandbox.close();
		state.close();
	}
}

/** True for the files of a profile that are read as it says. What an option or the project file says is not saved to it. */
function keepsReading(target: UploadTarget): target is UploadTarget & {readonly profile: Profile} {
	const {profile, files, reading} = target;
	if (profile === undefined) return false;
	const own = targetOfProfile(profile);
	return isDeepStrictEqual([files, reading], [own.files, own.reading]);
}

type UploadAccess = Pick<OpenTarget, 'upload' | 'cannotUpload'>;

/** Returns the upload target of a file. A target that cannot be used is an error only if the command line names it. */
async function uploadAccess(
	target: UploadTarget,
	state: State,
	options: ReviewCommandOptions,
	io: CommandIo,
): Promise<UploadAccess> {
	if (target.url === undefined && target.integration === undefined) return {upload: undefined};
	const isNamed = [options.url, options.integration, options.tokenFile].some(option => option !== undefined);
	try {
		// A missing token is asked for only if the command line names the target.
		const connection = await openConnection(target, {...options, ifNoToken: isNamed ? 'ask' : 'fail'}, io);
		const {waitMs} = options;
		const watchCommand = watchCommandFor(options);
		return {
			upload: {
				...connection,
				state,
				profile: target.profile?.name,
				waitMs,
				limits: target.guard,
				watchCommand,
				rollbackCommand: () => undoCommand(state, target, options),
			},
		};
	} catch (error) {
		const isTokenMissing = hasCode(error, ['no-token']);
		if (!(error instanceof UserError) || (isNamed && !isTokenMissing)) throw error;
		return {upload: undefined, cannotUpload: messages.cannotUpload(errorLine(error))};
	}
}

/** Returns a StateError, so that a file can be reviewed without a state folder. Rethrows other errors. */
function asStateError(error: unknown): StateError {
	if (isStateError(error)) return error;
	throw error;
}

const noScreenTexts: {readonly [Reason in NoScreenReason]: string} = {
	'no-input': '--no-input is set.',
	'no-terminal': 'Standard input and output are not a terminal.',
	dumb: 'This terminal (TERM=dumb) cannot show screens.',
	ci: 'CI is set, so no question can be answered.',
};

function needsTerminal(why: NoScreenReason, subject?: CommandSubject): UsageError {
	return usageErrors.needsTerminal(
		noScreenTexts[why],
		subject === undefined
			? 'Run a command that needs no terminal: "secoda-upload check <file>", "secoda-upload fix <file>", "secoda-upload upload <file> --url <workspace> --integration <id>". "secoda-upload --help" lists all.'
			: `Run "${commandOn(['check'], subject)}" to list the problems, or "${uploadCommandOn(subject)}" to send the file.`,
	);
}
