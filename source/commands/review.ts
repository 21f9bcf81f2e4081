import {existsSync} from 'node:fs';
import type {AppServices, Opened} from '../app/services.ts';
import type {Ending} from '../job/ending.ts';
import {folders} from '../profiles/folders.ts';
import {openState, type State} from '../profiles/state/state.ts';
import {visible} from '../text/visible.ts';
import {fileServices} from './app-services/files.ts';
import {homeServices, howToConnect} from './app-services/home.ts';
import {SandboxForApp} from './app-services/sandbox.ts';
import {setupServices} from './app-services/set-up.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import {UsageError} from './failure.ts';
import {type CommandIo, type NoScreen, noScreen} from './io.ts';
import {loadApp} from './load-app.ts';
import {nearest} from './nearest.ts';
import {noteRun} from './record-run.ts';
import {profileStore} from './settings.ts';
import {fileOf, findTarget, type Target, type TargetOptions} from './target.ts';

export type ReviewOptions = ConnectionOptions &
	TargetOptions & {
		readonly waitMs: number;
		readonly state?: string | undefined;
		/** Draw with ASCII characters only. */
		readonly ascii: boolean;
		/** `false` for --no-color. */
		readonly color: boolean;
		/** The names of the commands, for who mistypes one. */
		readonly commands: readonly string[];
	};

/** `secoda-upload [file|profile]`: home, or the review screen. */
export async function reviewCommand(options: ReviewOptions, io: CommandIo): Promise<number> {
	const {source, ascii, color} = options;
	const why = noScreen(io);
	if (why !== undefined) throw needsTerminal(why, source);
	const ownIo: CommandIo = color ? io : {...io, env: {...io.env, NO_COLOR: '1'}};
	if (source === undefined) return runHome(options, ownIo);
	const target = await findTarget(options, io);
	await assertThere(target, options, io);
	const runApp = await loadApp(ownIo.env);
	return withUpload(target, options, io, upload => {
		const {reading, safeFixes, profile} = target;
		const ran = profile && ((ending: Ending) => noteRun(profile.name, ending, io.env));
		const opened: Opened = {file: fileOf(target), reading, safeFixes, upload, howToConnect, ...(ran && {ran})};
		return runApp({kind: 'file', opened}, ownIo, {ascii});
	});
}

async function runHome({state: folder, ascii, waitMs}: ReviewOptions, io: CommandIo): Promise<number> {
	const runApp = await loadApp(io.env);
	const state = await openState(folder ?? folders(io.env).state);
	const sandbox = new SandboxForApp();
	const services: AppServices = {
		setup: setupServices(io.env),
		files: fileServices(state, io.env),
		home: homeServices({state, sandbox, waitMs}, io.env),
	};
	try {
		return await runApp({kind: 'home', services}, io, {ascii});
	} finally {
		await sandbox.close();
		state.close();
	}
}

/** Runs the app with what uploads need, if a workspace is named. */
async function withUpload(
	target: Target,
	options: ReviewOptions,
	io: CommandIo,
	run: (upload: Opened['upload']) => Promise<number>,
): Promise<number> {
	if (target.url === undefined && target.integration === undefined) return run(undefined);
	const connection = await openConnection(target, options, io);
	const state: State = await openState(options.state ?? folders(io.env).state);
	try {
		return await run({...connection, state, waitMs: options.waitMs, limits: target.guard});
	} finally {
		state.close();
	}
}

/** A word that is neither a file nor a profile was most likely meant to be a command. @throws UsageError */
async function assertThere({file}: Target, {source = '', commands}: ReviewOptions, {env}: CommandIo): Promise<void> {
	if (file !== source || existsSync(source) || /[./\\]/.test(source)) return;
	const near = nearest(source, [...commands, ...(await profileStore(env).names())]);
	throw new UsageError(
		`There is no file, no command and no profile "${source}".`,
		near === undefined ? 'See "secoda-upload --help".' : `Did you mean "secoda-upload ${near}"?`,
	);
}

const whyNot: {readonly [Why in NoScreen]: string} = {
	'no-terminal': 'There is no terminal on standard input and output.',
	dumb: 'This terminal (TERM=dumb) cannot show screens.',
	ci: 'CI is set: nobody sits at this terminal.',
};

function needsTerminal(why: NoScreen, source: string | undefined): UsageError {
	return new UsageError(
		`${whyNot[why]} The app needs one.`,
		source === undefined
			? 'Without one: "secoda-upload check <file>", "fix <file>", "upload <file|profile>"; "secoda-upload --help" lists all.'
			: `Without one: "secoda-upload check ${visible(source)}" finds the problems, "secoda-upload upload ${visible(source)}" sends it.`,
	);
}
