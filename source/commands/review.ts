import {existsSync} from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import type {AppServices, OpenTarget} from '../app/services.ts';
import {errorLine, hasCode, UserError} from '../errors/user-error.ts';
import {appFolders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import {openState, type State} from '../state/state.ts';
import {isStateError, type StateError} from '../state/state-error.ts';
import {fileServices, pathServices} from './app-services/files.ts';
import {homeServices, howToConnect} from './app-services/home.ts';
import {journalsOf, noJournals} from './app-services/journals.ts';
import {AppSandbox} from './app-services/sandbox.ts';
import {setupServices} from './app-services/set-up.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import {appStreams, type CommandIo, type NoScreenReason, noScreenReason} from './io.ts';
import {loadApp} from './load-app.ts';
import {type CommandSubject, commandOn, uploadCommandOn} from './next-command.ts';
import {findTarget, requireFile, targetOfProfile, type UploadTarget, type UploadTargetOptions} from './target.ts';
import {type UsageError, usageError} from './usage-error.ts';
import {watchCommandFor} from './watch-command.ts';

export type ReviewCommandOptions = ConnectionOptions &
	UploadTargetOptions & {
		readonly waitMs: number;
		readonly state?: string | undefined;
	};

/** `secoda-upload [file|profile]`: home, or the review screen. */
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

/** Whether nothing that was said elsewhere changes what the profile says: then it is opened as home opens it. */
function isUnchangedProfile(
	profile: Profile,
	target: UploadTarget,
	{source, tokenFile}: ReviewCommandOptions,
): boolean {
	return source === profile.name && tokenFile === undefined && isDeepStrictEqual(target, targetOfProfile(profile));
}

async function runHome(
	begin: {readonly first?: string},
	{state: folder, waitMs, timeoutMs}: ReviewCommandOptions,
	io: CommandIo,
): Promise<number> {
	const runApp = await loadApp(io.env);
	const state = await openState(folder ?? appFolders(io.env).state);
	const sandbox = new AppSandbox();
	const services: AppServices = {
		setup: setupServices(io.env, timeoutMs),
		files: fileServices(state, io.env),
		home: homeServices({state, sandbox, waitMs, timeoutMs, watchCommand: watchCommandFor({state: folder})}, io.env),
	};
	try {
		return await runApp({kind: 'home', ...begin, services}, appStreams(io));
	} finally {
		await sandbox.close();
		state.close();
	}
}

async function runFile(target: UploadTarget, options: ReviewCommandOptions, io: CommandIo): Promise<number> {
	const file = requireFile(target);
	const runApp = await loadApp(io.env);
	const opening = await openState(options.state ?? appFolders(io.env).state).catch(asStateError);
	const state = isStateError(opening) ? undefined : opening;
	try {
		if (state !== undefined && existsSync(file)) fileServices(state, io.env).opened(file);
		const way = isStateError(opening) ? noUpload(opening) : await uploadAccess(target, opening, options, io);
		const {reading, safeFixes} = target;
		const journals = isStateError(opening) ? noJournals(errorLine(opening)) : journalsOf(opening);
		const opened: OpenTarget = {file, reading, safeFixes, journals, ...way};
		return await runApp({kind: 'file', opened, paths: pathServices(io.env)}, appStreams(io));
	} finally {
		state?.close();
	}
}

type UploadAccess = Pick<OpenTarget, 'upload' | 'howToConnect'>;

/** Where an open file can be sent. That it cannot, is only an error where the command line itself says where to. */
async function uploadAccess(
	target: UploadTarget,
	state: State,
	options: ReviewCommandOptions,
	io: CommandIo,
): Promise<UploadAccess> {
	if (target.url === undefined && target.integration === undefined) return {upload: undefined, howToConnect};
	const isNamed = [options.url, options.integration, options.tokenFile].some(option => option !== undefined);
	try {
		// A token is asked for at once only where the command line says where to upload to.
		const connection = await openConnection(target, {...options, ifNoToken: isNamed ? 'ask' : 'fail'}, io);
		const {waitMs} = options;
		const watchCommand = watchCommandFor(options);
		return {upload: {...connection, state, waitMs, limits: target.guard, watchCommand}, howToConnect};
	} catch (error) {
		const isLeftOut = hasCode(error, ['no-token']);
		if (!(error instanceof UserError) || (isNamed && !isLeftOut)) throw error;
		return noUpload(error);
	}
}

function noUpload(error: UserError): UploadAccess {
	return {upload: undefined, howToConnect: `Nothing can be sent from here. ${errorLine(error)}`};
}

/** A state folder that cannot be used keeps nobody from looking at a file. @throws any other error */
function asStateError(error: unknown): StateError {
	if (isStateError(error)) return error;
	throw error;
}

const whyNot: {readonly [Why in NoScreenReason]: string} = {
	'no-input': '--no-input is given.',
	'no-terminal': 'There is no terminal on standard input and output.',
	dumb: 'This terminal (TERM=dumb) cannot show screens.',
	ci: 'CI is set: nobody sits at this terminal.',
};

function needsTerminal(why: NoScreenReason, subject?: CommandSubject): UsageError {
	return usageError(
		`${whyNot[why]} The app needs a terminal and a person.`,
		subject === undefined
			? 'These need none: "secoda-upload check <file>", "secoda-upload fix <file>", "secoda-upload upload <file> --url <workspace> --integration <id>". "secoda-upload --help" lists all.'
			: `"${commandOn(['check'], subject)}" lists the problems, "${uploadCommandOn(subject)}" sends the file.`,
	);
}
